import { fold } from './fold.ts'
import { isShortWord, startGram, wordGrams } from './grams.ts'
import { tellingWords } from './telling-words.ts'

/**
 * How a query is put to an index: a match has all of `grams` in its grams and is LIKE every one of `likes`.
 * `words` are those that count. A query without any gram is a `prefix` for an index of folded names, or
 * empty.
 */
export type QueryPlan =
  | { kind: 'match'; folded: string; words: string[]; grams: string[]; likes: string[] }
  | { kind: 'tooShort'; prefix: string }
  | { kind: 'empty'; prefix: '' }

/**
 * Plans a search. At most 100 characters of the query, 8 words and 12 grams are used, so that no query is
 * expensive; words such as « de » or “of” are ignored when there are others. A word of one or two Latin letters is
 * sought where words begin, any other anywhere inside them.
 */
export function queryPlan(query: string): QueryPlan {
  const folded = foldQuery(query)
  if (folded === '') return { kind: 'empty', prefix: '' }
  const words = wordsOf(folded)
  const found = gramsOf(words)
  if (found.length === 0) return { kind: 'tooShort', prefix: folded }
  return { kind: 'match', folded, words, grams: spread(found, 12), likes: words.map(likePattern) }
}

/** Writes a text so that LIKE takes it letter for letter, with the backslash as its escape. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

// Three characters are cut for each one kept: a Hangul syllable typed in parts becomes one when folded.
// Consonants at the end of a Hangul word are the beginning of a syllable that is still being typed.
function foldQuery(query: string): string {
  return fold(query.trimStart().slice(0, 300))
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/(?<=[가-힣])[ㄱ-ㅎ]+(?= |$)/g, '')
    .trimEnd()
}

function wordsOf(folded: string): string[] {
  const words = [...new Set(tellingWords(folded))]
  const longest = new Set(words.toSorted((a, b) => b.length - a.length).slice(0, 8))
  return words.filter((word) => longest.has(word))
}

function gramsOf(words: string[]): string[] {
  const anywhere = new Set(words.flatMap(wordGrams))
  if (anywhere.size > 0 || words.length === 1) return [...anywhere]
  return words.filter((word) => isShortWord(word) && Array.from(word).length === 2).map(startGram)
}

function spread(found: string[], most: number): string[] {
  if (found.length <= most) return found
  const step = (found.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, n) => found[Math.round(n * step)] ?? '')
}

function likePattern(word: string): string {
  return isShortWord(word) ? `% ${escapeLike(word)}%` : `%${escapeLike(word)}%`
}
