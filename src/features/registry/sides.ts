import { languageOf } from '../../platform/i18n/country-language.ts'
import type { Reader } from '../../platform/i18n/reader.ts'

/** A network’s countries with the reader’s own side first: no country comes first for everyone. */
export function ownSideFirst(reader: Reader, countries: readonly string[]): string[] {
  const own = countries.filter((country) => languageOf(country) === reader.language)
  return [...own, ...countries.filter((country) => !own.includes(country))]
}

/** Parties in the order of the reader’s sides; those of one country keep their order. */
export function inOrderOfSides<T extends { country: string }>(
  reader: Reader,
  countries: readonly string[],
  parties: T[],
): T[] {
  const order = ownSideFirst(reader, countries)
  const rank = (country: string) => (order.includes(country) ? order.indexOf(country) : order.length)
  return parties
    .map((party, index) => ({ party, index }))
    .sort((a, b) => rank(a.party.country) - rank(b.party.country) || a.index - b.index)
    .map(({ party }) => party)
}
