import type { Quotation } from '../../understanding/reading.ts'
import type { StoredPassage } from '../sources/queries.ts'

const shortestQuote = 12

/** Where a quotation stands to the letter in some passages, but for the width of spaces and the shape of apostrophes; null for one that stands nowhere. */
export function findQuote(passages: readonly StoredPassage[], quote: string): Quotation | null {
  const words = quote.normalize('NFC').trim().split(/\s+/u)
  if (words.join(' ').length < shortestQuote) return null
  const pattern = new RegExp(words.map(patternOf).join('\\s+'), 'u')
  for (const { position, text } of passages) {
    const found = pattern.exec(text)
    if (found) return { passage: position, start: found.index, end: found.index + found[0].length }
  }
  return null
}

const patternOf = (word: string) =>
  word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/['’]/g, "['’]")
