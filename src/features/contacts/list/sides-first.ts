import { compareNames } from '../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName } from '../../directory/index.ts'

/** Countries with the reader’s own first, then by name: no side comes first for everyone. */
export function sidesFirst(reader: Reader, countries: readonly string[]): string[] {
  const own = (country: string) =>
    new Intl.Locale(`und-${country}`).maximize().language === reader.language ? 0 : 1
  return countries.toSorted(
    (a, b) =>
      own(a) - own(b) ||
      compareNames(reader.interfaceLanguage, countryName(reader, a), countryName(reader, b)),
  )
}
