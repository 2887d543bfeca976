import { getChoseong } from 'es-hangul'
import { fold } from './fold.ts'

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
