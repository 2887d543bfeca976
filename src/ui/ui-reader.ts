import { readFileSync } from 'node:fs'
import { createCatalogue } from '../platform/i18n/catalogue.ts'
import type { InterfaceLanguage } from '../platform/i18n/languages.ts'
import type { Reader } from '../platform/i18n/reader.ts'

const catalogue = createCatalogue([{ fr: messages('fr'), ko: messages('ko'), en: messages('en') }])

/** A reader who has the words of `ui` and of no feature, on the day of the demonstration: for the gallery and tests. */
export function uiReader(language: InterfaceLanguage): Reader {
  return { language, interfaceLanguage: language, t: catalogue(language), today: '2017-07-08', now: null }
}

function messages(language: InterfaceLanguage): Record<string, string> {
  return JSON.parse(readFileSync(new URL(`messages/${language}.json`, import.meta.url), 'utf8'))
}
