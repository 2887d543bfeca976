import { digestOf } from '../../../platform/context/secret-token.ts'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { ExpectationTexts } from './expectation.ts'

/**
 * What a form says that is expected, as one short text: the same form sent twice has the same, whatever sends it. Who is told, in which
 * language and with whose consent is not of it: another address beside the same words is no other expectation.
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
