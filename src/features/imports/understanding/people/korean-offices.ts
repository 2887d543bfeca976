import { hangulFirstNames } from './hangul-first-names.ts'
import {
  type HangulWord,
  isForeignName,
  isKoreanName,
  isOrganisationWord,
  type WordRun,
  wholeOf,
} from './hangul-words.ts'
import { koreanTitleEnd } from './roles.ts'

const mostWords = 8
const duty = /^(?:영접|환송|수행|동행|접견|환담|배석|면담|예방)$/u

/** The beginning of the words about one person: after a particle, another title, or eight words back. */
export function startOfPhrase(words: readonly HangulWord[], at: number): number {
  let from = at
  while (from > 0 && at - from < mostWords) {
    const before = words[from - 1]
    if (!before) break
    // 영접 주낙현 경주시 부시장: the person's task that day.
    if (duty.test(before.stem)) break
    const whole = wholeOf(before)
    // 서지현과 브레스트 부시장: another person, not the name of an office.
    if (before.particle === '과' && before.stem.length === 3 && isKoreanName(before.stem)) break
    // 의장과: a title that ends the words about another person.
    if (before.particle !== '' && before.stem.length === 2 && koreanTitleEnd.test(before.stem)) break
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

/** Splits 세트시장 into the 시장 of 세트시. */
export function placeOffice(title: string): { role: string; organisation: string | null } {
  const [, place, kind = '', office = ''] =
    /^([가-힣]{2,})(시|군|구|도)(장|수|청장|지사)님?$/u.exec(title) ?? []
  return place
    ? { role: `${kind}${office}`, organisation: `${place}${kind}` }
    : { role: title.replace(/(?<=.)님$/u, ''), organisation: null }
}

/** Divides the words before a title into the body and the title's own words: 툴루즈 메트로폴 | 국제협력 담당. */
export function officeOf(
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

const adverbs = /^(?:오늘|어제|아침|이날|당시|함께|현재|이번|지난|신임|전임|현|전|그리고|또한|더)$/u

export const isArtist = /(?:도예가|작가|화가|조각가|건축가|지휘자|피아니스트)$/u

/** 주무관 서지안 국제협력팀장 문하늘: at the foot of an official letter, each title before its name. */
export function isOfSigners({ words }: WordRun): boolean {
  const [title, name, next, other] = words.map(wholeOf)
  return (
    words.length >= 4 &&
    words.slice(0, 4).every(({ particle }) => particle === '') &&
    [title, next].every((word) => koreanTitleEnd.test(word ?? '')) &&
    [name, other].every((word) => isKoreanName(word ?? '') || other === '전결')
  )
}
