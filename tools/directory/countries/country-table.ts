import { pointCells } from '../directory-record.ts'
import type { WorldSources } from './world-sources.ts'

export const countryTableColumns = ['code', 'name_fr', 'name_ko', 'name_en', 'lat', 'lon'] as const

type CountryRow = Record<(typeof countryTableColumns)[number], string>

const naming = {
  fr: new Intl.DisplayNames('fr', { type: 'region' }),
  ko: new Intl.DisplayNames('ko', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}

/** Every country of ISO 3166-1 with its names (Unicode CLDR) and the point of its capital, or of its largest
 * place where GeoNames knows no capital; uninhabited territories have no point. */
export function countryTable({ countries, places }: WorldSources): CountryRow[] {
  return countries.map((code) => {
    const known = [...(places.get(code) ?? [])].sort((one, other) => other.population - one.population)
    const capital = known.find(({ feature }) => feature === 'PPLC') ?? known[0]
    return {
      code,
      name_fr: naming.fr.of(code) ?? '',
      name_ko: naming.ko.of(code) ?? '',
      name_en: naming.en.of(code) ?? '',
      ...pointCells(capital?.point),
    }
  })
}
