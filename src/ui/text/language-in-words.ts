import { displayNames } from '../../platform/i18n/formatters.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

/** The name of a language (BCP 47) in the reader’s words, for use in a sentence; its tag if it has none. */
export function languageInWords(reader: Reader, language: string): string {
  return displayNames(reader.interfaceLanguage, { type: 'language' }).of(language) ?? language
}
