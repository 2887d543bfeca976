import { zoneOf } from '../../../platform/dates/index.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'

/** The country where somebody most likely reads: the one that their browser names, else that of the network in which the page’s language is spoken. */
export function guessCountry(
  acceptLanguage: string | undefined,
  language: string,
  countries: readonly string[],
): string {
  const [, named = ''] = /^\s*[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/.exec(acceptLanguage ?? '') ?? []
  if (countries.includes(named)) return named
  return countries.find((country) => languageOf(country) === language) ?? named
}

/**
 * By which clock a browser may know better: a country by its zone. Null where the country of the network was told by region or
 * language already.
 */
export function zonesToGuessBy(country: string, countries: readonly string[]): Record<string, string> | null {
  if (countries.includes(country)) return null
  return Object.fromEntries(countries.map((each) => [zoneOf(each), each]))
}
