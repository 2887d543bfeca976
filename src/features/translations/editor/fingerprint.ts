import { createHash } from 'node:crypto'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'

/** Identifies the original and the translation from which a form was made. If it differs, a person has changed one of them meanwhile. */
export function fingerprintOf(text: LocalizedText, language: string): string {
  const original = originalLanguage(text)
  const made = [
    original,
    original === null ? '' : text[original]?.text,
    text[language]?.text,
    text[language]?.state,
  ]
  return digestOf(JSON.stringify(made))
}

/** Identifies the words that a machine proposed: if they come back unchanged, they are still the machine’s. */
export function proposalOf(text: string): string {
  return digestOf(text.replaceAll(/\r\n?/g, '\n').trim())
}

function digestOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 22)
}
