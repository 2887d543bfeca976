import { iso31661 } from 'iso-3166'
import { compareNames, displayNames } from '../../platform/i18n/formatters.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../platform/i18n/languages.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

/** A country in the reader's language by its two-letter code; the code itself when there is no such country. */
export function countryName({ interfaceLanguage }: Reader, code: string): string {
  return countryIn(interfaceLanguage, code)
}

/** A country by its two-letter code in every language of the interface. */
export function countryNames(code: string): LocalizedName {
  return Object.fromEntries(interfaceLanguages.map((language) => [language, countryIn(language, code)]))
}

function countryIn(language: InterfaceLanguage, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return formalNames[language][code] ?? displayNames(language, regionCodes).of(code) ?? code
}

/** The main language of a country (BCP 47), by Unicode's likely subtags: KR → ko, FR → fr, MA → ar. */
export function ownLanguageOf(country: string): string | undefined {
  return /^[A-Z]{2}$/.test(country) ? new Intl.Locale(`und-${country}`).maximize().language : undefined
}

/** Countries by name, the reader's own side first: no side comes first for all readers. */
export function byOwnSide(reader: Reader, countries: readonly string[]): string[] {
  const rank = (country: string) => (ownLanguageOf(country) === reader.language ? 0 : 1)
  return [...countries].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compareNames(reader.interfaceLanguage, countryName(reader, a), countryName(reader, b)),
  )
}

/** Every country by name: those of the network first, the reader’s own side before the others. */
export function countryOptions(
  reader: Reader,
  ofNetwork: readonly string[],
): { value: string; label: string }[] {
  const others = iso31661.map(({ alpha2 }) => alpha2).filter((code) => !ofNetwork.includes(code))
  const option = (code: string) => ({ value: code, label: countryName(reader, code) })
  return [
    ...byOwnSide(reader, ofNetwork).map(option),
    ...others.map(option).toSorted((a, b) => compareNames(reader.interfaceLanguage, a.label, b.label)),
  ]
}

// The name that officials of both countries write, where Intl has the everyday one.
const formalNames: Record<InterfaceLanguage, Record<string, string>> = {
  fr: { KR: 'République de Corée' },
  ko: { KR: '대한민국' },
  en: { KR: 'Republic of Korea' },
}

const regionCodes = { type: 'region', fallback: 'code' } as const
