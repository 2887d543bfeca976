import { bareName, fold } from '../../../platform/search/index.ts'
import { expandAbbreviations } from './abbreviations.ts'

/** The forms in which a name is looked up: as it is, and without the words that only say its kind. */
export function namesSought(name: string): { folded: string; bare: string; kindHint: string[] } {
  const { bare, kindHint } = bareName(name.slice(0, 200))
  return { folded: written(name.slice(0, 200)), bare: written(bare), kindHint }
}

/** A name as it stands in the index: folded, and with what people shorten written out. */
export function written(text: string): string {
  return expandAbbreviations(fold(text))
}
