import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { languageOf } from '../../../../../platform/i18n/country-language.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { Name } from '../../../../../ui/text/name.tsx'
import { countryName, shortNames } from '../../../../directory/index.ts'
import { EventChip } from '../../calendar/views/event-chip.tsx'
import { EventDate } from '../../views/event-date.tsx'
import type { EventPlace } from '../queries.ts'

interface PlacesListProps {
  network: string
  countries: readonly string[]
  places: readonly EventPlace[]
  /** The places that the map does not show, by their slugs. */
  offMap: ReadonlySet<string | null>
  listHref: string
}

/** The same as the map in words: places under their countries, with what takes place in each. */
export function PlacesList(props: PlacesListProps) {
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
