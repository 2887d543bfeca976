import type { LocalizedName, LocalizedText } from '../i18n/localized-text.ts'
import { grams } from './grams.ts'
import { searchText } from './search-text.ts'

/** The columns by which a record is found: by its texts in every language, and by every name of the organisations that it names. */
export function recordSearch(
  texts: readonly LocalizedText[],
  names: readonly LocalizedName[] = [],
): { search: string; grams: string[] } {
  const search = searchText([
    ...texts.flatMap((text) => Object.values(text).map((passage) => passage.text)),
    ...names.flatMap((name) => Object.values(name)),
  ])
  return { search, grams: grams(search) }
}
