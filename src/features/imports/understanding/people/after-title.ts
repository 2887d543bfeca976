import { hangulFirstNames } from './hangul-first-names.ts'
import {
  isForeignName,
  isForeignPart,
  isKoreanName,
  isOrganisationWord,
  isVietnameseSurname,
  soundsForeign,
  type WordRun,
  wholeOf,
} from './hangul-words.ts'
import { isArtist, officeOf, placeOffice, startOfPhrase } from './korean-offices.ts'
import type { PersonMention } from './person-mention.ts'
import { koreanTitleEnd } from './roles.ts'

/** 국제관계대사 옥지훈, 부시장 게놀라 트레앙통. */
export function afterTitle(text: string, run: WordRun, at: number): Omit<PersonMention, 'unit'>[] {
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
  // 부국장 응우옌 티 투이 즈엉: as many words as follow.
  const rest = words.slice(at + 1)
  if (isVietnameseSurname(next.stem) && rest.length >= 2 && rest.length <= 4) {
    const last = rest.at(-1)
    const name = [...rest.slice(0, -1).map(wholeOf), last?.stem ?? ''].join(' ')
    if (
      last &&
      rest.every((word) => !isOrganisationWord(wholeOf(word)) && !koreanTitleEnd.test(wholeOf(word)))
    )
      return [person(next.start, last.end, name)]
  }
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
  // 단장: 부군수 잉가 페더젠, 대표단을 이끈 부시장 메흐메트 아칼른은: two foreign words at the end of a phrase.
  if (
    second &&
    isOffice.test(title.stem) &&
    next.particle === '' &&
    at + 3 === words.length &&
    /^[)"“”(,:]?$/u.test(run.after) &&
    soundsForeign(next.stem, second.stem)
  )
    return [person(next.start, second.end, `${next.stem} ${second.stem}`)]
  // 옌타이시 부시장 쑨리쥔은: one word from elsewhere after the office of a place.
  if (
    /(?:시장|성장|주석|지사|구청장|군수)$/u.test(title.stem) &&
    /^(?:은|는|이|가)$/u.test(next.particle) &&
    next.stem.length >= 3 &&
    next.stem.length <= 5 &&
    isForeignPart(next.stem) &&
    !isKoreanName(next.stem) &&
    at > 0
  )
    return [person(next.start, next.end, next.stem)]
  const name = isKoreanName(next.stem) && next.stem.length >= 3 ? next.stem : wholeOf(next)
  const isLast = at + 2 === words.length
  // 소장 유교책판 디지털 자료: four syllables are a name where nothing follows.
  if (name.length === 4 && !isLast && next.particle === '') return []
  return isKoreanName(name) &&
    (name.length >= 3 || (isLast && next.particle === '')) &&
    (!isOrganisationWord(name) || endsLikeBody(name)) &&
    !koreanTitleEnd.test(name)
    ? [person(next.start, next.start + name.length, name)]
    : []
}

const isOffice =
  /(?:시장|군수|구청장|지사|의장|국장|과장|담당관|대표|단장|총장|회장|교수|감독|관장|통역|통역사)$/u

// 금동현, 최은실: a whole name that only ends like a prefecture or an office.
const endsLikeBody = (name: string) => name.length === 3 && /[성현주실국]$/u.test(name)

/** 통영시(시장 함도윤), 강원 — 국제관계대사 홍빛찬: the body before the mark. */
function beforeMark(text: string, { words, before }: WordRun): string | null {
  if (!/[(（—–-]/u.test(before)) return null
  const word =
    /([가-힣]+) ?[(（—–-] ?$/u.exec(
      text.slice(Math.max(0, (words[0]?.start ?? 0) - 20), words[0]?.start ?? 0),
    )?.[1] ?? ''
  return isOrganisationWord(word) ? word : null
}
