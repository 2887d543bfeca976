import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { listFormatter } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type MapTie, TieMap } from '../../../../ui/map/tie-map.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { countryName, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Interest } from '../../interests/queries.ts'
import { paths } from '../../paths.ts'
import { ownSideFirst } from '../../sides.ts'
import { mapTie } from '../../tie.ts'
import type { CooperationRow } from '../row/queries.ts'

interface CooperationMapProps {
  reader: Reader
  network: Network
  rows: CooperationRow[]
  /** Authorities that look for a partner. */
  interests?: Interest[]
  alternative?: 'list' | 'none'
}

/** The two sides of a network with their ties as arcs, the reader's own on the left. */
export function CooperationMap({
  reader,
  network,
  rows,
  interests = [],
  alternative = 'list',
}: CooperationMapProps) {
  const countries = ownSideFirst(reader, network.countries)
  const names = listFormatter(reader.interfaceLanguage, { type: 'conjunction' }).format(
    countries.map((code) => countryName(reader, code)),
  )
  return (
    <TieMap
      reader={reader}
      countries={countries.map((code) => ({
        code,
        name: { [reader.language]: countryName(reader, code) },
        language: languageOf(code),
      }))}
      ties={[
        ...rows.map((row) => mapTie(reader, network, row)),
        ...interests.map((interest) => openTie(reader, network, interest)),
      ]}
      caption={reader.t('registry.home.mapCaption', {
        countries: names,
        day: dayWords(reader, reader.today),
      })}
      alternative={alternative}
    />
  )
}

// Who looks for a partner is drawn as a line with an open end.
function openTie(reader: Reader, network: Network, interest: Interest): MapTie {
  const { longitude, latitude } = interest
  return {
    key: `seeking-${interest.slug}`,
    href: paths.organisation(reader, network.slug, interest.slug),
    status: 'prospective',
    ends: [
      {
        name: shortNames(interest),
        country: interest.country,
        language: languageOf(interest.country),
        point: longitude === null || latitude === null ? null : [longitude, latitude],
      },
    ],
  }
}

/** The two names of a network's countries in one run of text. */
export function countriesOf(reader: Reader, network: Network): string {
  const countries = ownSideFirst(reader, network.countries).map((code) => countryName(reader, code))
  return listFormatter(reader.interfaceLanguage, { type: 'conjunction' }).format(countries)
}

/** A network's name in the reader's language. */
export function networkName(reader: Reader, network: Network): string {
  return chooseName(network.name, reader.language).text
}
