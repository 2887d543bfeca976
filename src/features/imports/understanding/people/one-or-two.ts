import { fold } from '../../../../platform/search/index.ts'
import type { ReadPerson } from '../reading.ts'

/**
 * Marks participants with a name similar to that of an earlier person: « Durand » and « Durant », 김민지 and 김민시. A person decides
 * whether they are one. Two names in one passage, or from two places, are two people.
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

// Whether two words differ by one letter: a different one, an additional one, or two swapped.
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
