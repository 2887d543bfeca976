import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { keptHtml } from '../../../../../ui/kept-html.ts'
import type { Sheet } from '../../../../../ui/map/arcs-map.tsx'
import { type BaseMap, baseMap } from '../../../../../ui/map/base-map.ts'
import { BaseSymbols } from '../../../../../ui/map/base-symbols.tsx'
import { narrowSheet } from '../../../../../ui/map/sheets.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { byOwnSide } from '../../../../directory/index.ts'
import type { EventFilter } from '../../list/filter.ts'
import { viewParameters } from '../../list/views/event-filters.tsx'
import { paths } from '../../paths.ts'
import type { EventPlace } from '../queries.ts'
import { EventsMap, isOnMap } from './events-map.tsx'
import { PlacesList } from './places-list.tsx'

interface PlacesMapProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  places: readonly EventPlace[]
}

/** Where events take place, as a map and in words; drawn once for as long as nothing changes. */
export function PlacesMap(props: PlacesMapProps) {
  const reader = useReader()
  const { network, places, filter } = props
  const under = JSON.stringify([reader.language, reader.today, reader.now, network.slug, filter])
  // What is put in was drawn from vnodes: every text in it is escaped.
  const __html = keptHtml(places, under, () => <Drawn {...props} />)
  return <div class="events-map" dangerouslySetInnerHTML={{ __html }} />
}

const id = 'agenda'

function Drawn({ network, filter, places }: PlacesMapProps) {
  const reader = useReader()
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  if (places.length === 0)
    return (
      <EmptyState
        title={t('agenda.map.empty')}
        why={t('agenda.list.emptyFiltered')}
        next={
          <a href={paths.view(reader, network.slug, 'map', { when: 'all' })}>{t('agenda.list.emptyClear')}</a>
        }
      />
    )
  const base = baseMap(countries)
  const wide = abreast(base)
  const onMap = places.filter((place) => isOnMap(place, wide))
  const label = t('agenda.map.label', { count: onMap.length })
  return (
    <>
      <figure class="map">
        <BaseSymbols base={base} id={id} />
        <EventsMap sheet={wide} id={id} class="map-wide" label={label} places={places} />
        <EventsMap
          sheet={narrowSheet(base)}
          id={id}
          class="map-narrow"
          label={label}
          places={places}
          isPicture
        />
      </figure>
      <PlacesList
        network={network.slug}
        countries={countries}
        places={places}
        offMap={new Set(places.filter((place) => !onMap.includes(place)).map(({ slug }) => slug))}
        listHref={paths.view(reader, network.slug, 'list', viewParameters(filter))}
      />
    </>
  )
}

const gap = 24

/** The countries one beside another, as many a line as there is room for beside the list. */
function abreast(base: BaseMap): Sheet {
  const perLine = Math.min(2, base.insets.length)
  const slot = Math.max(...base.insets.map(({ width }) => width)) + gap
  const line = Math.max(...base.insets.map(({ height }) => height)) + gap
  return {
    width: slot * perLine - gap,
    height: line * Math.ceil(base.insets.length / perLine) - gap,
    size: 15,
    placements: base.insets.map((inset, index) => ({
      inset,
      scale: 1,
      x: (index % perLine) * slot,
      y: Math.floor(index / perLine) * line + Math.round((line - gap - inset.height) / 2),
    })),
  }
}
