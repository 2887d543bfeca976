import type { ComponentChildren } from 'preact'
import { chooseName } from '../../platform/i18n/localized-text.ts'
import { useReader } from '../reader.tsx'
import { TieLine } from '../tie/tie-line.tsx'
import { ArcsMap } from './arcs-map.tsx'
import { baseMap } from './base-map.ts'
import { BaseSymbols } from './base-symbols.tsx'
import type { MapCountry, MapPlace, MapTie } from './map-tie.ts'
import { RowsMap } from './rows-map.tsx'
import { narrowSheet, wideSheet } from './sheets.ts'

export interface TieMapProps {
  /** The reader's own country first: it is drawn on the left. */
  countries: MapCountry[]
  ties: MapTie[]
  /** Authorities that are shown without a line. */
  places?: MapPlace[]
  /** Names the map; also the caption of its list. */
  caption: ComponentChildren
  /** `list`: the ties as a list beneath the map (the default); `none` if the page already lists them. */
  alternative?: 'list' | 'none'
  /** Must differ if a page has two maps. */
  id?: string
}

/** More rows than this would not fit on a screen: the ties become arcs. */
const mostRows = 22

/** The countries of a network, large, and the ties between their places. */
export function TieMap({ countries, ties, places, caption, alternative = 'list', id = 'map' }: TieMapProps) {
  const reader = useReader()
  const base = baseMap(countries.map(({ code }) => code))
  const label = reader.t('ui.map.picture', {
    ties: ties.length,
    countries: countries.map(({ name }) => chooseName(name, reader.language).text).join(', '),
  })
  const inRows = countries.length === 2 && ties.length <= mostRows
  return (
    <figure class={inRows ? 'map map-rows' : 'map map-arcs'}>
      <BaseSymbols base={base} id={id} />
      {inRows ? (
        <RowsMap base={base} id={id} ties={ties} places={places ?? []} label={label} />
      ) : (
        <ArcsMap sheet={wideSheet(base)} id={id} class="map-wide" ties={ties} label={label} />
      )}
      <ArcsMap sheet={narrowSheet(base)} id={id} class="map-narrow" ties={ties} label={label} picture />
      <figcaption>{caption}</figcaption>
      {alternative === 'list' ? <MapList ties={ties} /> : null}
    </figure>
  )
}

/** The whole content of the map, in words: the ties, then the authorities that look for one. */
function MapList({ ties }: { ties: MapTie[] }) {
  const reader = useReader()
  if (ties.length === 0) return null
  return (
    <details class="map-list">
      <summary>{reader.t('ui.map.list')}</summary>
      <ul>
        {ties.map((tie) => (
          <li key={tie.key} data-tie={tie.key}>
            <TieLine parties={tie.ends} status={tie.status} kind={tie.kind} year={tie.year} href={tie.href} />
          </li>
        ))}
      </ul>
    </details>
  )
}
