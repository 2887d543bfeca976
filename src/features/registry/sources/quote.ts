import { type Locator, type LocatorState, resolveLocator } from '../locators.ts'
import type { Passage } from '../passages.ts'
import type { StoredPassage } from './queries.ts'

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
