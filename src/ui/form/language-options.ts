import { iso31661 } from 'iso-3166'
import { capitalized } from '../../platform/i18n/capitalized.ts'
import { languageOf } from '../../platform/i18n/country-language.ts'
import { compareNames } from '../../platform/i18n/formatters.ts'
import { interfaceLanguages } from '../../platform/i18n/languages.ts'
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

/** The main languages of the world’s countries, and some besides, by name. */
export function spokenLanguages(reader: Reader, besides: readonly string[]): ChoiceOption[] {
  const spoken = iso31661.map(({ alpha2 }) => languageOf(alpha2))
  const all = [...new Set([...besides, ...interfaceLanguages, ...spoken])]
  return languageOptions(reader, all).toSorted((a, b) =>
    compareNames(reader.interfaceLanguage, a.label, b.label),
  )
}
