import { skeleton } from './skeleton.ts'
import { tellingWords } from './telling-words.ts'

/**
 * How well a name answers a query, both folded, from 0 to 1: the name itself 1, the same words spaced or
 * ordered otherwise above 0.95, a name that begins with the query or with its initial consonants from 0.9,
 * one whose words do from 0.8, one that holds the query from 0.7, one that sounds the same from 0.45; below,
 * the fewer slips apart the higher.
 */
export function nearness(query: string, name: string): number {
  if (query === '' || name === '') return 0
  if (query === name) return 1
  const [joined, joinedName] = [query.replaceAll(' ', ''), name.replaceAll(' ', '')]
  if (joined === joinedName) return 0.98
  if (/^[ㄱ-ㅎ]+$/.test(joined)) return initialsNearness(joined, skeleton(name))
  const share = Math.min(joined.length, joinedName.length) / Math.max(joined.length, joinedName.length)
  const [words, nameWords] = [tellingWords(query), tellingWords(name)]
  if (words.toSorted().join(' ') === nameWords.toSorted().join(' ')) return 0.96
  if (name.startsWith(`${query} `)) return 0.93 + 0.02 * share
  if (joinedName.startsWith(joined)) return 0.9 + 0.03 * share
  if (words.every((word) => nameWords.some((each) => each.startsWith(word)))) return 0.8 + 0.1 * share
  if (name.includes(query)) return 0.7 + 0.1 * share
  return soundsLike(query, name) ? 0.45 + 0.25 * likeness(query, name) : 0.7 * likeness(query, name)
}

function initialsNearness(initials: string, nameInitials: string): number {
  if (nameInitials.startsWith(initials)) return 0.9 + 0.05 * (initials.length / nameInitials.length)
  return nameInitials.includes(initials) ? 0.7 : 0
}

// Initial consonants alone say too little to call two Hangul names alike.
function soundsLike(query: string, name: string): boolean {
  const key = skeleton(query)
  return /^[A-Z]{2,}$/.test(key) && key === skeleton(name)
}

function likeness(query: string, name: string): number {
  const length = Math.max(query.normalize('NFD').length, name.normalize('NFD').length)
  const limit = Math.ceil(length / 2)
  const slips = distance(query, name, limit)
  return slips > limit ? 0 : 1 - slips / length
}

/**
 * How many slips two folded texts are apart: a letter left out, added, replaced by another or swapped with the next
 * (optimal string alignment). Hangul is compared by consonants and vowels: 순천 and 순창 are two apart. A distance
 * above `limit` comes back as `limit + 1`, and early.
 */
export function distance(a: string, b: string, limit: number): number {
  const [left, right] = [a.normalize('NFD'), b.normalize('NFD')]
  if (left === right) return 0
  if (Math.abs(left.length - right.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let row = 1; row <= left.length; row += 1) {
    const current = nextRow(left, right, row, limit, above, before)
    if (Math.min(...current) > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(above[right.length] ?? limit + 1, limit + 1)
}

// Cells further than `limit` from the diagonal cannot lie on a path that is short enough, so they are not
// computed.
function nextRow(
  left: string,
  right: string,
  row: number,
  limit: number,
  above: number[],
  before: number[],
): number[] {
  const far = limit + 1
  const current = new Array<number>(right.length + 1).fill(far)
  if (row <= limit) current[0] = row
  const letter = left[row - 1]
  for (let at = Math.max(1, row - limit); at <= Math.min(right.length, row + limit); at += 1) {
    const other = right[at - 1]
    let best = (above[at - 1] ?? far) + (letter === other ? 0 : 1)
    best = Math.min(best, (above[at] ?? far) + 1, (current[at - 1] ?? far) + 1)
    const swapped = row > 1 && at > 1 && letter === right[at - 2] && left[row - 2] === other
    current[at] = swapped ? Math.min(best, (before[at - 2] ?? far) + 1) : best
  }
  return current
}
