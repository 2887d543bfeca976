import { sentences } from '../../../platform/i18n/sentences.ts'
import { type Locator, type LocatorState, makeLocator, type Passage, resolveLocator } from '../locators.ts'
import type { StoredPassage } from './queries.ts'

/** What of a passage a quotation is looked up in. */
export type Quotable = Pick<Passage, 'heading' | 'headingId' | 'paragraph' | 'text'>

/**
 * The place of a quotation in the text of a source: the sentence that contains it, or two consecutive ones. Spaces, line ends and the shape
 * of apostrophes and quotation marks do not count. Null if it is nowhere, or spans more than two sentences.
 */
export function locateQuotation(passages: readonly Quotable[], quotation: string): Locator | null {
  const pattern = patternOf(quotation)
  if (pattern === null) return null
  for (const passage of passages) {
    const match = pattern.exec(passage.text)
    if (!match) continue
    const [first, last] = [match.index, match.index + match[0].length]
    const touched = sentences(passage.text).filter(({ start, end }) => start < last && end > first)
    const [start, end] = [touched[0]?.start, touched.at(-1)?.end]
    if (touched.length > 2 || start === undefined || end === undefined) continue
    return makeLocator({ ...passage, line: 0, language: null }, start, end)
  }
  return null
}

/** A passage that is the only held text of a source. */
export function passageOf(words: string, language: string): Passage {
  const text = words.replaceAll(/\s+/g, ' ').trim().normalize('NFC')
  return { heading: [], headingId: null, paragraph: 1, text, line: 1, language }
}

function patternOf(quotation: string): RegExp | null {
  const words = quotation
    .normalize('NFC')
    .trim()
    .replaceAll(/^[«“"'’\s]+|[»”"'’\s]+$/g, '')
    .split(/\s+/)
  if (words.join('').length < 3) return null
  const escaped = words.map((word) =>
    word
      .replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      .replaceAll(/['’‘]/g, "['’‘]")
      .replaceAll(/["“”«»]/g, '\\s*["“”«»]\\s*'),
  )
  return new RegExp(escaped.join('\\s*'), 'u')
}

/** A quoted sentence in its passage. */
export interface Quote {
  position: number
  start: number
  end: number
  state: LocatorState
}

/** Finds a quoted sentence in the present text of a source; null if nothing is at that place any more. */
export function findQuote(passages: StoredPassage[], locator: Locator): Quote | null {
  const read: Passage[] = passages.map((passage) => ({ ...passage, line: 0, language: null }))
  const { passage, start, end, state } = resolveLocator(read, locator)
  const found = passage === null ? -1 : read.indexOf(passage)
  const position = passages[found]?.position
  return position === undefined ? null : { position, start, end, state }
}
