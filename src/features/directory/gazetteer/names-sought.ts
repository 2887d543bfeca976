import { bareName, fold } from '../../../platform/search/index.ts'
import { expandAbbreviations } from './abbreviations.ts'
import { writtenOut } from './shortened-names.ts'

export interface NamesSought {
  folded: string
  bare: string
  kindHint: string[]
  /** Possible full forms of a shortened name, the likelier first. */
  full: string[]
}

/** The forms in which a name is looked up: as it is, without the words that only say its kind, and with abbreviations expanded. */
export function namesSought(name: string): NamesSought {
  const { bare, kindHint } = bareName(name.slice(0, 200))
  const folded = written(name.slice(0, 200))
  const full = [...writtenOut(name), ...writtenOut(bare)].map(expandAbbreviations)
  return { folded, bare: written(bare), kindHint, full: [...new Set(full)].filter((each) => each !== folded) }
}

/** A name in the form used by the index: folded, with abbreviations expanded. */
export function written(text: string): string {
  return expandAbbreviations(fold(text))
}
