import { getChoseong } from 'es-hangul'
import type { LocalizedName, LocalizedText } from '../i18n/localized-text.ts'
import { fold } from './fold.ts'
import { grams } from './grams.ts'

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

/**
 * What a record is searched in: its folded texts, then the initial consonants of every Hangul word of two
 * syllables or more. Begins with a space, so that the pattern `% st%` finds a word anywhere by its
 * beginning.
 */
export function searchText(parts: readonly string[]): string {
  const texts = [...new Set(parts.map(fold))].filter((text) => text !== '')
  if (texts.length === 0) return ''
  const hangul = texts.join(' ').match(hangulWords) ?? []
  return ` ${[...texts, ...new Set(hangul.map((word) => getChoseong(word)))].join(' ')}`
}

const hangulWords = /[가-힣]{2,}/g
