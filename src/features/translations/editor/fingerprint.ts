import { createHash } from 'node:crypto'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'

/** What a form was made from: the original and the translation. When it differs, somebody has changed one of them meanwhile. */
export function fingerprintOf(text: LocalizedText, language: string): string {
  const original = originalLanguage(text)
  const made = [
    original,
    original === null ? '' : text[original]?.text,
    text[language]?.text,
    text[language]?.state,
  ]
  return createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 22)
}
