import { fold } from '../../../../platform/search/index.ts'
import type { Unit } from '../outline.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type HangulKind, hangulKind, isOver } from './hangul-kinds.ts'
import { type KindBefore, kindBefore } from './kinds.ts'

/** Possible names in a passage, by the word that they begin with. */
export interface PassageSpans {
  latin: readonly LatinSpans[]
  hangul: readonly HangulSpan[][]
}

export interface ScanGrounds {
  gazetteer: Gazetteer
  countries: readonly string[]
  spans: PassageSpans
  /** Countries that the passage names. */
  nearby: readonly string[]
  /** The only country besides France and Korea that the text is about. */
  abroad: string | null
  /** Whether a slice of the unit is already something else: a person, a country, a date. */
  isTaken(start: number, end: number): boolean
  /** The country beside a name: « Tripoli (Liban) », 프랑스 리옹. */
  countryBeside(start: number, end: number): string | null
  /** The country that a table gives for this row. */
  countryOfRow(start: number): string | null
}

/** A slice of a text that may be a name, and its folded form in the index. */
export interface NameSpan {
  start: number
  end: number
  folded: string
}

// In a line of capitals the words that only link have capitals too.
const links = new Set('DE DU DES LA LE LES ET EN AU AUX SUR SOUS OF THE AND UN UNE'.split(' '))
const mostWords = 7

/** Slices of a passage that begin at one word, the longest first, and the kind before them. */
export interface LatinSpans {
  before: KindBefore | null
  spans: NameSpan[]
}

/**
 * Slices of a text in Latin letters that may be place names: they begin and end with a capital; spaces, hyphens or apostrophes join
 * the words between. The longest of those that begin at one word come first.
 */
export function latinSpans({ passage: { text }, plain }: Unit): LatinSpans[] {
  const words = Array.from(
    text.matchAll(/[\p{Script=Latin}\p{M}][\p{Script=Latin}\p{M}\p{N}]*/gu),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      isCapital: /^\p{Lu}/u.test(match[0]) && !links.has(match[0]),
      folded: fold(match[0]),
    }),
  )
  return words.flatMap((first, index) => {
    if (!first.isCapital) return []
    const spans: NameSpan[] = []
    let folded = ''
    for (let at = index; at < Math.min(words.length, index + mostWords); at += 1) {
      const word = words[at]
      const before = words[at - 1]
      if (!word || (at > index && before && !isJoint(text.slice(before.end, word.start)))) break
      folded = folded === '' ? word.folded : `${folded} ${word.folded}`
      const isHyphened = before !== undefined && at > index && text.slice(before.end, word.start) === '-'
      if (word.isCapital || isHyphened) spans.push({ start: first.start, end: word.end, folded })
    }
    return spans.length > 0
      ? [{ before: kindBefore(plain.slice(0, first.start)), spans: spans.reverse() }]
      : []
  })
}

const isJoint = (between: string) => /^(?:[ \u00a0]|[-‐‑]|['’ʼ])$/u.test(between)

const mostSyllables = 9

/** A beginning of a Hangul word, and the kind that follows it. */
export interface HangulSpan extends NameSpan {
  kind: HangulKind | null
}

/** Beginnings of the Hangul words of a text that may be names, the longest first, followed by a particle, a kind or a title. */
export function hangulSpans(text: string): HangulSpan[][] {
  return Array.from(text.matchAll(/(?<![가-힣])[가-힣]+(?:[-·][가-힣]{2,})*/gu)).flatMap((match) => {
    const parts = Array.from(match[0].matchAll(/[가-힣]+/gu))
    return parts.map((part) => {
      const start = match.index + part.index
      const spans: HangulSpan[] = []
      const joined = match[0].slice(part.index)
      for (let length = Math.min(joined.length, mostSyllables + 6); length >= 1; length -= 1) {
        const slice = joined.slice(0, length)
        if (slice.endsWith('-') || slice.endsWith('·')) continue
        const rest = text.slice(start + length)
        const kind = hangulKind(rest)
        if (kind || isOver(rest))
          spans.push({ start, end: start + length, folded: slice.replace(/[-·]/gu, ' '), kind })
      }
      return spans
    })
  })
}
