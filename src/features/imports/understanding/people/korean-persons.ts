import type { Unit } from '../outline.ts'
import { hangulFirstNames } from './hangul-first-names.ts'
import {
  type HangulWord,
  isForeignName,
  isKoreanName,
  isOrganisationWord,
  isVietnameseSurname,
  type WordRun,
  wholeOf,
  wordRuns,
} from './hangul-words.ts'
import { bracketPersons, labelledPersons, listedPersons, spacedPersons } from './korean-lists.ts'
import { tablePersons } from './korean-tables.ts'
import type { PersonMention } from './person-mention.ts'
import { koreanTitleEnd } from './roles.ts'

/** Persons that a passage in Hangul names, in reading order: with a title, in a list of those present, over a mail or under it. */
export function koreanPersons(unit: Unit): PersonMention[] {
  const { text } = unit.passage
  const runs = wordRuns(text)
  const found: PersonMention[] = []
  const add = (person: Omit<PersonMention, 'unit'> | null) => {
    if (person && !found.some((each) => person.start < each.end && each.start < person.end))
      found.push({ unit, ...person })
  }
  for (const person of [...tablePersons(unit), ...spacedPersons(text), ...bracketPersons(text)]) add(person)
  for (const run of runs) for (const at of titlesIn(run)) add(beforeTitle(run, at, isAttendance.test(text)))
  for (const run of runs)
    for (const at of titlesIn(run)) for (const person of afterTitle(text, run, at)) add(person)
  for (const person of [...labelledPersons(text), ...listedPersons(unit)]) add(person)
  return found.sort((a, b) => a.start - b.start)
}

// 국제교류 담당 여은결 주무관: what stands before another title belongs to it.
function titlesIn({ words }: WordRun): number[] {
  const titles = words.flatMap((word, at) =>
    koreanTitleEnd.test(word.stem) || koreanTitleEnd.test(wholeOf(word)) ? [at] : [],
  )
  return titles.filter(
    (at) =>
      !(words[at]?.stem === '시장' && isMarket.test(words[at + 1]?.stem ?? '')) &&
      (!/^담당자?$/u.test(words[at]?.stem ?? '') || !titles.some((other) => other > at && other - at < 4)),
  )
}

// 원도심 시장 활성화, 중앙 시장 상인회: a market, and no mayor.
const isMarket = /^(?:활성화|상인|상권|재생|시찰|견학|탐방|구경|점포|골목|현대화|개척|진출|조사|정비)/u

const mostWords = 8

/** 김도율 사무총장, 나윤슬 통영시의회 의장, 소피 랑베르티 몽펠리에 메디테라네 메트로폴 국제국장. */
function beforeTitle(run: WordRun, at: number, isList: boolean): Omit<PersonMention, 'unit'> | null {
  const { words } = run
  const from = startOfPhrase(words, at)
  const between = (start: number) => words.slice(start, at)
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
          // 창원대 국제관계학과 노을찬 교수: who stands right before the title is the person.
          !isNameBesideTitle(run, at - 1, isList) &&
          between(first + 1).some((each) => isOrganisationWord(wholeOf(each)))
    )
      return personOf(words, first, 1, between(first + 1), at, from)
  }
  return null
}

const isAttendance = /^[^가-힣]{0,4}(?:참 ?석|출 ?석|배 ?석|불 ?참)/u

// Two syllables before a title are a name only where nothing stands before them, or in a list of those present.
function isNameBesideTitle({ words, before }: WordRun, at: number, isList: boolean): boolean {
  const name = wholeOf(words[at] ?? { stem: '', particle: '', start: 0, end: 0 })
  if (!isKoreanName(name) || koreanTitleEnd.test(name) || (isOrganisationWord(name) && name.length < 3))
    return false
  return name.length >= 3 || (isList && at + 2 === words.length) || (at === 0 && /^[:,(/·]?$/u.test(before))
}

/** How many words a foreign name takes: two, or three where the second is a first name too. */
function foreignLength(words: readonly HangulWord[], at: number, to: number): number {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]].map((word) =>
    word ? wholeOf(word) : '',
  )
  if (first && second && third && isVietnameseSurname(first) && !isOrganisationWord(second) && at + 2 < to)
    return 3
  if (!first || !second || at + 1 >= to || words[at + 1]?.particle === '의' || !isForeignName(first, second))
    return 0
  return third && at + 2 < to && hangulFirstNames.has(second) && isForeignName(second, third) ? 3 : 2
}

/** Where the words that speak of one person begin: after a particle, another title, or eight words back. */
function startOfPhrase(words: readonly HangulWord[], at: number): number {
  let from = at
  while (from > 0 && at - from < mostWords) {
    const before = words[from - 1]
    if (!before) break
    const whole = wholeOf(before)
    const isName =
      isKoreanName(whole) ||
      hangulFirstNames.has(whole) ||
      (from >= 2 && isForeignName(wholeOf(words[from - 2] ?? before), whole))
    if (before.particle !== '' && !isName && !(isOrganisationWord(whole) && whole.length >= 3)) break
    if (
      /(?:에서|에는|으로|에서는|하여|하고|했고|해|한|된|할|하는|있는|없는|온)$/u.test(whole) &&
      !isName &&
      !isOrganisationWord(whole)
    )
      break
    if (koreanTitleEnd.test(before.stem) && before.stem.length > 2 && !/담당$/u.test(before.stem)) break
    from -= 1
  }
  return from
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

/** 세트시장 is the 시장 of 세트시. */
function placeOffice(title: string): { role: string; organisation: string | null } {
  const [, place, kind = '', office = ''] =
    /^([가-힣]{2,})(시|군|구|도)(장|수|청장|지사)님?$/u.exec(title) ?? []
  return place
    ? { role: `${kind}${office}`, organisation: `${place}${kind}` }
    : { role: title.replace(/(?<=.)님$/u, ''), organisation: null }
}

/** Which of the words before a title say the body, and which belong to the title: 툴루즈 메트로폴 | 국제협력 담당. */
function officeOf(
  words: readonly HangulWord[],
  canBeRole: boolean,
): { organisation: string | null; role: string } {
  const last = words.findLastIndex(
    (word) => isOrganisationWord(wholeOf(word)) && !/(?:협력|교류|담당|기획|정책)$/u.test(word.stem),
  )
  const role = words.slice(last + 1).map(wholeOf)
  const body = words.slice(0, last + 1).map(wholeOf)
  const organisation = body.slice(body.findIndex((word) => !adverbs.test(word))).join(' ')
  return {
    organisation: organisation === '' ? null : organisation,
    role: canBeRole && role.length > 0 ? `${role.join(' ')} ` : '',
  }
}

const isArtist = /(?:도예가|작가|화가|조각가|건축가|지휘자|피아니스트)$/u
const adverbs = /^(?:오늘|어제|아침|이날|당시|함께|현재|이번|지난|신임|전임|현|전|그리고|또한|더)$/u

/** 국제관계대사 옥지훈, 부시장 게놀라 트레앙통. */
function afterTitle(text: string, run: WordRun, at: number): Omit<PersonMention, 'unit'>[] {
  const { words } = run
  const [title, next] = [words[at], words[at + 1]]
  if (!title || !next || title.particle !== '' || /.님$/u.test(title.stem)) return []
  const office = placeOffice(title.stem)
  const organisation =
    officeOf(words.slice(startOfPhrase(words, at), at), false).organisation ??
    office.organisation ??
    (at === 0 ? beforeMark(text, run) : null)
  const person = (start: number, end: number, name: string) => ({
    start,
    end,
    name,
    isPartial: false,
    role: office.role,
    organisation,
  })
  const second = words[at + 2]
  const isClear =
    hangulFirstNames.has(next.stem) ||
    hangulFirstNames.has(wholeOf(next)) ||
    at + 3 === words.length ||
    words[at + 3]?.stem === '귀하' ||
    (isArtist.test(title.stem) && next.particle === '')
  if (
    second &&
    isClear &&
    (isForeignName(next.stem, second.stem) || isForeignName(wholeOf(next), wholeOf(second)))
  ) {
    const isWhole = !isForeignName(wholeOf(next), second.stem) || second.particle === ''
    const last = isWhole ? wholeOf(second) : second.stem
    return [person(next.start, second.start + last.length, `${wholeOf(next)} ${last}`)]
  }
  const name = isKoreanName(next.stem) && next.stem.length >= 3 ? next.stem : wholeOf(next)
  const isLast = at + 2 === words.length
  return isKoreanName(name) &&
    (name.length >= 3 || (isLast && next.particle === '')) &&
    !isOrganisationWord(name) &&
    !koreanTitleEnd.test(name)
    ? [person(next.start, next.start + name.length, name)]
    : []
}

/** 통영시(시장 함도윤), 강원 — 국제관계대사 홍빛찬: the body that stands before the mark. */
function beforeMark(text: string, { words, before }: WordRun): string | null {
  if (!/[(（—–-]/u.test(before)) return null
  const word =
    /([가-힣]+) ?[(（—–-] ?$/u.exec(
      text.slice(Math.max(0, (words[0]?.start ?? 0) - 20), words[0]?.start ?? 0),
    )?.[1] ?? ''
  return isOrganisationWord(word) ? word : null
}
