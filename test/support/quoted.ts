import fc from 'fast-check'
import { sourceSlice, type TextDocument } from '../../src/platform/reading/text-document.ts'

/** The passages of a document that its source does not quote to the letter, markup and white space folded away. */
export function misquoted(
  document: TextDocument,
  fold: (text: string) => string,
): { text: string; quoted: string }[] {
  return document.passages.flatMap((passage) => {
    const { text, at } = passage
    const quoted = sourceSlice(document, passage, { start: 0, end: text.length })
    const isOrdered =
      at.length === text.length + 1 &&
      at.every((place, index) => index === 0 || place >= (at[index - 1] ?? 0))
    return isOrdered && fold(quoted) === fold(text) ? [] : [{ text, quoted }]
  })
}

/** Texts such as people write: words of three languages, and all that is found between words. */
export function writtenText(marks: readonly string[]): fc.Arbitrary<string> {
  const words = [
    'Limoges',
    'et',
    'Icheon',
    'coopé-',
    'ration',
    '2017',
    '두 도시는',
    '체결',
    'É',
    'E\u0301vian',
    '\u1112\u1161\u11ab',
    '👋🏽',
    'a\u00a0: b',
    'fin.',
  ]
  const between = [' ', ' ', ' ', '\n', '\n\n', '\r\n', '  \n', '\t', '\u200f', '\u00ad', '\ufeff']
  return fc
    .array(fc.constantFrom(...words, ...between, ...marks), { maxLength: 60 })
    .map((parts) => parts.join(''))
}

/** Without what is never read: white space, and invisible characters. */
export const foldSpace = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
