import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { keptHtml } from '../../../../ui/kept-html.ts'
import { type BaseMap, baseMap } from '../../../../ui/map/base-map.ts'
import { BaseSymbols } from '../../../../ui/map/base-symbols.tsx'
import { narrowSheet, type Sheet } from '../../../../ui/map/sheets.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { byOwnSide, countryName, shortNames } from '../../../directory/index.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { EventChip } from '../calendar/event-chip.tsx'
import { renderAgendaView } from '../frame.tsx'
import {
  type EventFilter,
  eventParameters,
  filterParameters,
  readFilter,
  spans,
  viewParameters,
} from '../list/event-filter.ts'
import { paths } from '../paths.ts'
import { EventDate } from '../views/event-date.tsx'
import { EventsMap, isOnMap } from './events-map.tsx'
import { type EventPlace, listEventPlaces } from './queries.ts'

/** Where the events of the agenda take place. */
export function addPlaceRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(eventParameters) } })
  pages.get('/:language/:network/agenda/map', loadNetworkRequest, async (visit) => {
    const { request, context, reader, network } = visit
    const filter = readFilter(request.query)
    const places = await listEventPlaces(context, network.id, filter)
    return renderAgendaView(visit, {
      view: 'map',
      filter,
      title: reader.t('agenda.map.title'),
      lead: reader.t('agenda.map.lead'),
      children: (
        <>
          <Tabs
            label={reader.t('agenda.list.spans')}
            tabs={spans.map((span) => ({
              label: reader.t(`agenda.span.${span}`),
              href: paths.view(reader, network.slug, 'map', { ...filterParameters(filter), when: span }),
              current: span === filter.span,
            }))}
          />
          <PlacesMap network={network} filter={filter} places={places} />
        </>
      ),
    })
  })
}

interface PlacesMapProps {
  network: { slug: string; countries: readonly string[] }
  filter: EventFilter
  places: readonly EventPlace[]
}

/** Where events take place, as a map and in words; rendered once as long as nothing changes. */
function PlacesMap(props: PlacesMapProps) {
  const reader = useReader()
  const { network, places, filter } = props
  const under = JSON.stringify([reader.language, reader.today, reader.now, network.slug, filter])
  // The inserted HTML was rendered from vnodes: every text in it is escaped.
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

/** The countries side by side, as many a line as there is room for beside the list. */
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

interface PlacesListProps {
  network: string
  countries: readonly string[]
  places: readonly EventPlace[]
  /** The places that the map does not show, by their slugs. */
  offMap: ReadonlySet<string | null>
  listHref: string
}

/** The map in words: places under their countries, with what takes place in each. */
function PlacesList(props: PlacesListProps) {
  const reader = useReader()
  const { countries, places } = props
  const others = [...new Set(places.map(({ country }) => country))].filter(
    (country) => country !== null && !countries.includes(country),
  )
  return (
    <div class="places-list">
      {[...countries, ...others, null].map((country) => {
        const own = places.filter((place) => place.country === country)
        if (own.length === 0) return null
        const title = country === null ? reader.t('agenda.map.noPlace') : countryName(reader, country)
        return (
          <Section
            key={country}
            id={`country-${country ?? 'unknown'}`}
            title={capitalized(title, reader.interfaceLanguage)}
          >
            <ul>
              {own.map((place) => (
                <PlaceEntry key={place.slug} shown={props} place={place} />
              ))}
            </ul>
          </Section>
        )
      })}
    </div>
  )
}

function PlaceEntry({ shown, place }: { shown: PlacesListProps; place: EventPlace }) {
  const reader = useReader()
  const { network, countries, offMap, listHref } = shown
  const more = place.count - place.events.length
  return (
    <li id={place.slug === null ? undefined : `place-${place.slug}`} class="place-entry">
      <h3>
        {place.slug === null ? null : (
          <>
            <Name name={shortNames(place)} own={languageOf(place.country ?? '')} />{' '}
          </>
        )}
        <span class="place-count">{reader.t('agenda.map.count', { count: place.count })}</span>
        {place.slug !== null && offMap.has(place.slug) ? (
          <span class="tag">
            {reader.t(place.point === null ? 'agenda.map.noPoint' : 'agenda.map.elsewhere')}
          </span>
        ) : null}
      </h3>
      <ul>
        {place.events.map((event) => (
          <li key={event.key}>
            <EventChip network={network} countries={countries} event={event} isUntimed />
            <span class="cell-note">
              <EventDate countries={countries} event={event} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <a href={listHref}>{reader.t('agenda.map.more', { count: more })}</a> : null}
    </li>
  )
}
