import { directionOf } from '../../platform/i18n/languages.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

export interface LanguageAttributes {
  lang?: string
  dir?: 'ltr' | 'rtl'
}

/** `lang` and `dir` for a passage whose language is not the page’s; nothing otherwise. */
export function languageAttributes(reader: Reader, language: string): LanguageAttributes {
  if (language === reader.interfaceLanguage) return {}
  return { lang: language, dir: directionOf(language) }
}
