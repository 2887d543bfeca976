import { capitalized } from '../../platform/i18n/capitalized.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { languageInWords } from '../text/language-in-words.ts'
import type { ChoiceOption } from './choice-field.tsx'

/** The options of a `ChoiceField` by which a person chooses among languages (BCP 47), in the reader’s words. */
export function languageOptions(reader: Reader, languages: readonly string[]): ChoiceOption[] {
  return languages.map((language) => ({
    value: language,
    label: capitalized(languageInWords(reader, language), reader.interfaceLanguage),
  }))
}
