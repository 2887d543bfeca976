import { zoneOf } from '../../../platform/dates/index.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'

/**
 * The most likely country of a visitor: the network’s country that their browser names, or else the one that speaks the page’s language.
 */
export function guessCountry(
  acceptLanguage: string | undefined,
  language: string,
  countries: readonly string[],
): string {
  const [, named = ''] = /^\s*[a-z]{2,3}(?:-[A-Za-z]{4})?-([A-Z]{2})\b/.exec(acceptLanguage ?? '') ?? []
  if (countries.includes(named)) return named
  return countries.find((country) => languageOf(country) === language) ?? named
}

/** Countries by time zone, from which a browser can guess better. Null when region or language already gave a country of the network. */
export function zonesToGuessBy(country: string, countries: readonly string[]): Record<string, string> | null {
  if (countries.includes(country)) return null
  return Object.fromEntries(countries.map((each) => [zoneOf(each), each]))
}
