import type { Unit } from '../outline.ts'
import { afterTitle } from './after-title.ts'
import { hangulFirstNames } from './hangul-first-names.ts'
import {
  type HangulWord,
  isForeignName,
  isForeignPart,
  isKoreanName,
  isOrganisationWord,
  isVietnameseSurname,
  soundsForeign,
  type WordRun,
  wholeOf,
  wordRuns,
} from './hangul-words.ts'
import { bracketAtHead, bylinePersons, namesAfterLabel, signedPersons, writtenBy } from './korean-listings.ts'
import {
  bracketPersons,
  labelledPersons,
  listedPersons,
  spacedPersons,
  tablePersons,
} from './korean-lists.ts'
import { isArtist, isOfSigners, officeOf, placeOffice, startOfPhrase } from './korean-offices.ts'
import type { PersonMention } from './person-mention.ts'
import { placesLikeNames } from './places-like-names.ts'
import { koreanTitleEnd } from './roles.ts'

/** Persons that a passage in Hangul names, in reading order: with a title, in a list of participants, above or below a mail. */
export function koreanPersons(unit: Unit): PersonMention[] {
  const { text } = unit.passage
  const runs = wordRuns(text)
  const found: PersonMention[] = []
  const add = (person: Omit<PersonMention, 'unit'> | null) => {
    if (person && !found.some((each) => person.start < each.end && each.start < person.end))
      found.push({ unit, ...person })
  }
  for (const person of [
    ...tablePersons(unit),
    ...spacedPersons(text),
    ...bracketPersons(text),
    ...namesAfterLabel(text),
    ...bracketAtHead(text),
    ...signedPersons(text),
  ])
    add(person)
  for (const run of runs.filter((each) => !isOfSigners(each)))
    for (const at of titlesIn(run)) add(beforeTitle(run, at, isAttendance.test(text)))
  for (const run of runs)
    for (const at of titlesIn(run)) for (const person of afterTitle(text, run, at)) add(person)
  for (const person of [
    ...labelledPersons(text),
    ...writtenBy(text),
    ...bylinePersons(text),
    ...listedPersons(unit),
  ])
    add(person)
  return found.sort((a, b) => a.start - b.start)
}

// 국제교류 담당 여은결 주무관: words before another title belong to it.
function titlesIn({ words }: WordRun): number[] {
  const titles = words.flatMap((word, at) =>
    (koreanTitleEnd.test(word.stem) || koreanTitleEnd.test(wholeOf(word))) && !notTitle.test(word.stem)
      ? [at]
      : [],
  )
  return titles.filter(
    (at) =>
      !(words[at]?.stem === '시장' && isMarket.test(words[at + 1]?.stem ?? '')) &&
      (!/^담당자?$/u.test(words[at]?.stem ?? '') || !titles.some((other) => other > at && other - at < 4)),
  )
}

// 솜씨, 손님: words that only end like a title.
const notTitle =
  /(?:솜씨|글씨|날씨|맵시|말씨|마음씨|불씨|홀씨|아저씨|손님|형님|스님|어르신네님|하느님|선생님들)$/u

// 원도심 시장 활성화, 중앙 시장 상인회: a market, and no mayor.
const isMarket = /^(?:활성화|상인|상권|재생|시찰|견학|탐방|구경|점포|골목|현대화|개척|진출|조사|정비)/u

/** 김도율 사무총장, 나윤슬 통영시의회 의장, 소피 랑베르티 몽펠리에 메디테라네 메트로폴 국제국장. */
function beforeTitle(run: WordRun, at: number, isList: boolean): Omit<PersonMention, 'unit'> | null {
  const { words } = run
  const from = startOfPhrase(words, at)
  const between = (start: number) => words.slice(start, at)
  const office = officeOfPlace.test(words[at]?.stem ?? '')
  const lead = words[0]
  const body = words[1]
  // 바야르마 울란바토르시 대외협력국장: one word from elsewhere at the head, before the body.
  if (
    lead &&
    body &&
    from === 0 &&
    at >= 2 &&
    at <= 3 &&
    isLoneName(lead, body) &&
    /^[:,/·]?$/u.test(run.before)
  )
    return personOf(words, 0, 1, between(1), at, from)
  const [third, second, place] = [words[at - 3], words[at - 2], words[at - 1]]
  // 남기철 제천 부시장: the place between a name and its office.
  if (office && second && place && at - 2 >= from && isBesidePlace(second, place))
    return ofPlace(personOf(words, at - 2, 1, [], at, from), place)
  // 날라이흐구 바트에르덴 구청장: one word from elsewhere between a place and its office.
  if (
    office &&
    second &&
    place &&
    at - 2 >= from &&
    place.particle === '' &&
    // 부군수 명재현과 앙뒤즈 부시장: another person precedes.
    second.particle === '' &&
    isForeignPart(wholeOf(place)) &&
    wholeOf(place).length >= 3 &&
    /[시군구주현성]$/u.test(second.stem) &&
    isOrganisationWord(second.stem)
  )
    return ofPlace(personOf(words, at - 1, 1, [], at, from), second)
  // 메르트 아이도안 에스키셰히르 부시장: the third of three words from elsewhere is the place.
  if (
    office &&
    third &&
    second &&
    place &&
    at - 3 >= from &&
    isForeignName(wholeOf(third), wholeOf(second)) &&
    isForeignPart(wholeOf(place)) &&
    !isOrganisationWord(wholeOf(place))
  )
    return ofPlace(personOf(words, at - 3, 2, [], at, from), place)
  for (const first of new Set([from, at - 2, at - 3, at - 1])) {
    const word = words[first]
    const second = words[first + 1]
    if (
      !word ||
      first < from ||
      first >= at ||
      (word.particle !== '' &&
        wholeOf(word) !== word.stem &&
        first + 1 < at &&
        !hangulFirstNames.has(wholeOf(word)) &&
        !isKoreanName(wholeOf(word)))
    )
      continue
    const length = foreignLength(words, first, at)
    if (second && length > 0 && first + length <= at) {
      const rest = between(first + length)
      const isGiven = hangulFirstNames.has(wholeOf(word)) && rest.length < 4
      if (rest.length === 0 || isGiven || rest.some((each) => isOrganisationWord(wholeOf(each))))
        return personOf(words, first, length, rest, at, from)
    }
    if (
      first === at - 1
        ? isNameBesideTitle(run, first, isList) && !isArtist.test(words[at]?.stem ?? '')
        : isKoreanName(wholeOf(word)) &&
          wholeOf(word).length >= 3 &&
          first === from &&
          // 창원대 국제관계학과 노을찬 교수: the word right before the title is the person.
          !isNameBesideTitle(run, at - 1, isList) &&
          between(first + 1).some((each) => isOrganisationWord(wholeOf(each)) || isMission(each, words[at]))
    )
      return personOf(words, first, 1, between(first + 1), at, from)
  }
  return null
}

const isLoneName = (lead: HangulWord, body: HangulWord) =>
  lead.particle === '' &&
  lead.stem.length >= 3 &&
  isForeignPart(lead.stem) &&
  !isOrganisationWord(lead.stem) &&
  /[가-힣]{2}(?:시|성|현|주|군|구|도)$/u.test(body.stem) &&
  body.particle === ''

const ofPlace = (person: Omit<PersonMention, 'unit'> | null, place: HangulWord) =>
  person && { ...person, organisation: wholeOf(place) }

// 김도현 주우즈베키스탄 대사
const isMission = (body: HangulWord, title: HangulWord | undefined) =>
  /^주[가-힣]{2,8}$/u.test(wholeOf(body)) && /(?:대사|영사|참사관|서기관)$/u.test(title?.stem ?? '')

// 시장, 부군수, 의장: an office of a place.
const officeOfPlace = /^(?:부)?(?:시장|군수|구청장|지사|도지사|의장)님?$/u
const isBesidePlace = (name: HangulWord, place: HangulWord) =>
  isKoreanName(wholeOf(name)) &&
  wholeOf(name).length >= 3 &&
  name.particle === '' &&
  placesLikeNames.has(wholeOf(place))

const isAttendance = /^[^가-힣]{0,4}(?:참 ?석|출 ?석|배 ?석|불 ?참)/u

// Two syllables before a title are a name only if nothing precedes them, or in a list of participants.
function isNameBesideTitle({ words, before }: WordRun, at: number, isList: boolean): boolean {
  const name = wholeOf(words[at] ?? { stem: '', particle: '', start: 0, end: 0 })
  if (!isKoreanName(name) || koreanTitleEnd.test(name) || (isOrganisationWord(name) && name.length < 3))
    return false
  // 베트남 빈푹성 인민위원장: a person mentioned only by place.
  if (/^(?:인민위원장|당서기)$/u.test(words[at + 1]?.stem ?? '') && /[성시현구]$/u.test(name)) return false
  return name.length >= 3 || (isList && at + 2 === words.length) || (at === 0 && /^[:,(/·]?$/u.test(before))
}

const isAtHead = (words: readonly HangulWord[], at: number) =>
  at === 0 || koreanTitleEnd.test(words[at - 1]?.stem ?? '')

/** The number of words in a foreign name: two, or three if the second is a first name too. */
function foreignLength(words: readonly HangulWord[], at: number, to: number): number {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]].map((word) =>
    word ? wholeOf(word) : '',
  )
  if (first && second && third && isVietnameseSurname(first) && !isOrganisationWord(second) && at + 2 < to)
    return 3
  if (!first || !second || at + 1 >= to || words[at + 1]?.particle === '의') return 0
  // 페트르 할라다 부시장: right before the title, as they sound together.
  // 외르크 하인츠 예나대학교 부총장, at the head of a line: before the body as well.
  const isBeforeBody =
    isAtHead(words, at) &&
    third !== undefined &&
    third.length >= 4 &&
    at + 2 < to &&
    isOrganisationWord(third)
  if (!isForeignName(first, second) && !((at + 2 === to || isBeforeBody) && soundsForeign(first, second)))
    return 0
  return third && at + 2 < to && hangulFirstNames.has(second) && isForeignName(second, third) ? 3 : 2
}

function personOf(
  words: readonly HangulWord[],
  first: number,
  length: number,
  rest: readonly HangulWord[],
  at: number,
  from: number,
): Omit<PersonMention, 'unit'> | null {
  const [one, last, title] = [words[first], words[first + length - 1], words[at]]
  if (!one || !last || !title) return null
  const name = words
    .slice(first, first + length)
    .map(wholeOf)
    .join(' ')
  const own = rest.length > 0 ? rest : words.slice(from, first)
  const { organisation, role } = officeOf(own, rest.length > 0)
  const office = placeOffice(title.stem)
  return {
    start: one.start,
    end: last.end + last.particle.length,
    name,
    isPartial: false,
    role: `${role}${office.role}`,
    organisation: organisation ?? office.organisation,
  }
}
