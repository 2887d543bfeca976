import { languageOf } from '../../../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { type MapTie, TieMap } from '../../../../../ui/map/tie-map.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { byOwnSide, countryName, shortNames } from '../../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { BoardEntry } from '../queries.ts'

interface BoardMapProps {
  network: { slug: string; countries: string[] }
  entries: BoardEntry[]
}

/** Where those are who look for a partner: each a line with an open end. The list beneath says the same in words. */
export function BoardMap({ network, entries }: BoardMapProps) {
  const reader = useReader()
  const countries = byOwnSide(reader, network.countries)
  return (
    <TieMap
      countries={countries.map((code) => ({
        code,
        name: { [reader.language]: countryName(reader, code) },
        language: languageOf(code),
      }))}
      ties={entries.map((entry) => openTie(reader, network.slug, entry))}
      caption={reader.t('partners.board.mapCaption')}
      alternative="none"
    />
  )
}

function openTie(reader: Reader, network: string, entry: BoardEntry): MapTie {
  const { organisation } = entry.source === 'wish' ? entry.wish : entry.said
  const { longitude, latitude, country } = organisation
  return {
    key: entry.source === 'wish' ? entry.wish.id : entry.said.id,
    href:
      entry.source === 'wish'
        ? paths.wish(reader, network, entry.wish.slug)
        : paths.organisation(reader, network, organisation.slug),
    status: 'prospective',
    ends: [
      {
        name: shortNames(organisation),
        country,
        language: languageOf(country),
        point: longitude === null || latitude === null ? null : [longitude, latitude],
      },
    ],
  }
}
