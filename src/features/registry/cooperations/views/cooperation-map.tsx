import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { listFormatter } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { MapTie } from '../../../../ui/map/map-tie.ts'
import { TieMap } from '../../../../ui/map/tie-map.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { countryName, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { type LookingAddress, lookingAddress } from '../../interests/looking-address.ts'
import type { Looking } from '../../interests/queries.ts'
import { mapTie, ownSideFirst } from '../../tie.ts'
import type { CooperationSummary } from '../summary.queries.ts'

interface CooperationMapProps {
  network: Network
  rows: CooperationSummary[]
  /** Authorities that look for a partner. */
  looking?: Looking[]
  /** The address of each of them; its own page by default. */
  lookingAt?: LookingAddress
  alternative?: 'list' | 'none'
}

/** The two sides of a network with their ties as arcs, the reader's own on the left. */
export function CooperationMap({
  network,
  rows,
  looking = [],
  alternative = 'list',
  ...props
}: CooperationMapProps) {
  const reader = useReader()
  const { lookingAt = lookingAddress(reader, network.slug, null) } = props
  const countries = ownSideFirst(reader, network.countries)
  const names = listFormatter(reader.interfaceLanguage, { type: 'conjunction' }).format(
    countries.map((code) => countryName(reader, code)),
  )
  return (
    <TieMap
      countries={countries.map((code) => ({
        code,
        name: { [reader.language]: countryName(reader, code) },
        language: languageOf(code),
      }))}
      ties={[
        ...rows.map((row) => mapTie(reader, network, row)),
        ...looking.map((each) => openTie(each, lookingAt(each))),
      ]}
      caption={reader.t('registry.home.mapCaption', {
        countries: names,
        day: dayWords(reader, reader.today),
      })}
      alternative={alternative}
    />
  )
}

// An authority that looks for a partner is a line with an open end, and links to its own words.
function openTie(looking: Looking, href: string): MapTie {
  const { longitude, latitude } = looking
  return {
    key: `seeking-${looking.slug}`,
    href,
    status: 'prospective',
    ends: [
      {
        name: shortNames(looking),
        country: looking.country,
        language: languageOf(looking.country),
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
