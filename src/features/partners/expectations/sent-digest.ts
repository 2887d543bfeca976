import { digestOf } from '../../../platform/context/secret-token.ts'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { ExpectationTexts } from './expectation.ts'

/**
 * What a form says that is expected, as one short text: identical words give an identical digest, whatever sends them. Recipients, language
 * and consent are left out: another address beside those words makes no other expectation.
 */
export function sentDigest({
  title,
  text,
  themes,
  form,
  deadline,
  confidentiality,
}: ExpectationTexts): string {
  return digestOf(
    JSON.stringify([wordsOf(title), wordsOf(text), themes.toSorted(), form, deadline, confidentiality]),
  )
}

// Some programs write Hangul in one piece, others in several.
function wordsOf(text: LocalizedText): [string, string][] {
  return Object.entries(plainText(text))
    .map(([language, words]): [string, string] => [language, words.normalize('NFC')])
    .sort(([one], [other]) => (one < other ? -1 : 1))
}
