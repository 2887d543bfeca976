import { distance } from './distance.ts'
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
