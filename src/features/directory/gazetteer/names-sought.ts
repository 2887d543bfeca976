import { bareName, fold } from '../../../platform/search/index.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { writtenOut } from './shortened-names.ts'

export interface NamesSought {
  folded: string
  bare: string
  kindHint: string[]
  /** What it is called in full where somebody has shortened it; the likelier first. */
  full: string[]
}

/** The forms in which a name is looked up: as it is, without the words that only say its kind, and with what is shortened written out. */
export function namesSought(name: string): NamesSought {
  const { bare, kindHint } = bareName(name.slice(0, 200))
  const folded = written(name.slice(0, 200))
  const full = [...writtenOut(name), ...writtenOut(bare)].map(expandAbbreviations)
  return { folded, bare: written(bare), kindHint, full: [...new Set(full)].filter((each) => each !== folded) }
}

/** A name as it stands in the index: folded, and with what people shorten written out. */
export function written(text: string): string {
  return expandAbbreviations(fold(text))
}
