import { fold } from '../../../../platform/search/index.ts'
import type { ReadPerson } from '../reading.ts'

/**
 * Marks whoever attended under a name that is written nearly as that of somebody named before: « Durand » and « Durant », 김민지 and 김민시.
 * Whether they are one, a person says. Whom one and the same passage names, or who come from two places, are two.
 */
export function askOneOrTwo(persons: readonly ReadPerson[]): ReadPerson[] {
  return persons.map((person, at) => {
    const before = persons.slice(0, at).find((other) => mayBeOne(other, person))
    return before ? { ...person, mayBe: before.name } : person
  })
}

function mayBeOne(one: ReadPerson, other: ReadPerson): boolean {
  if (one.presence === 'mentioned' || other.presence === 'mentioned') return false
  if (one.quotes.some(({ passage }) => other.quotes.some((each) => each.passage === passage))) return false
  if (one.organisation && other.organisation && fold(one.organisation) !== fold(other.organisation))
    return false
  return areNear(lettersOf(one.name), lettersOf(other.name))
}

// A syllable of Hangul is two or three letters; of a name of three syllables one letter may be a slip.
const lettersOf = (name: string) =>
  [...(/[가-힣]/u.test(name) ? name.replaceAll(' ', '') : fold(name)).normalize('NFD')].join('')

const shortest = 6

/** Whether two words differ by one letter: another one, one more, or two that have changed places. */
function areNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short === long || short.length < shortest || long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  let end = 0
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1
  const [left, right] = [short.slice(start, short.length - end), long.slice(start, long.length - end)]
  const isSwapped = left.length === 2 && left[0] === right[1] && left[1] === right[0]
  return right.length <= 1 || (isSwapped && right.length === 2)
}
