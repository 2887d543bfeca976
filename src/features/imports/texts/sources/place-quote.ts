import { sentences } from '../../../../platform/i18n/sentences.ts'
import { type Locator, makeLocator } from '../../../registry/index.ts'
import type { Quotation } from '../../understanding/reading.ts'
import type { StoredPassage } from './queries.ts'

/**
 * The place of a quotation in evidence. A quotation in a title gets the first sentence beneath it, whose place names the title; null
 * if nothing is beneath.
 */
export function placeQuote(
  passages: readonly StoredPassage[],
  { passage: position, start, end }: Quotation,
): Locator | null {
  const at = passages.findIndex((passage) => passage.position === position)
  const quoted = passages[at]
  if (!quoted) return null
  if (quoted.kind !== 'title') return locate(quoted, start, end)
  const below = passages[at + 1]
  const first = below && below.kind !== 'title' ? sentences(below.text)[0] : undefined
  return below && first ? locate(below, first.start, first.end) : null
}

function locate({ heading, paragraph, text, page }: StoredPassage, start: number, end: number): Locator {
  const passage = { heading, headingId: null, paragraph: paragraph ?? 1, text, line: 0, language: null }
  return { ...makeLocator(passage, start, end), page }
}
