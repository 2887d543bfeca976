import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { writeDay } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { countryName, shortNames } from '../../../directory/index.ts'
import { EventChip } from '../calendar/event-chip.tsx'
import type { AgendaEvent } from '../summary.queries.ts'
import { EventDate } from '../views/event-date.tsx'
import { EventTags } from '../views/event-tags.tsx'
import { gapsOf, type Trip, type TripGroup, type Years } from './trip-groups.ts'

interface TripsTableProps {
  network: string
  countries: readonly string[]
  years: Years
  groups: readonly TripGroup<AgendaEvent>[]
  caption: string
}

/** Trips under the country from which people travel, a row each over the months; a list on a telephone. */
export function TripsTable(props: TripsTableProps) {
  const reader = useReader()
  const { years, groups, caption } = props
  const months = Array.from({ length: (years.to - years.from + 1) * 12 }, (_, month) => month)
  const all = Array.from({ length: years.to - years.from + 1 }, (_, index) => years.from + index)
  return (
    <section class="trips-scroll" tabindex={0} aria-labelledby="trips-caption">
      <table class="trips">
        <caption id="trips-caption" class="visually-hidden">
          {caption}
        </caption>
        <thead>
          {all.length > 1 ? (
            <tr>
              <td />
              {all.map((year) => (
                <th key={year} scope="colgroup" colspan={12}>
                  {year}
                </th>
              ))}
            </tr>
          ) : null}
          <tr>
            <th scope="col">{reader.t('agenda.missions.mission')}</th>
            {months.map((month) => (
              <th key={month} scope="col" class={month % 12 === 0 ? 'trips-year' : undefined}>
                <span aria-hidden="true">{monthName(reader, years, month, 'narrow')}</span>
                <span class="visually-hidden">{monthName(reader, years, month, 'long')}</span>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.country ?? ''}>
            <tr class="trips-group">
              <th scope="rowgroup">
                <span class="trips-from">{groupName(reader, group.country)}</span>
                <span class="cell-note">{gapWords(reader, years, group.counts)}</span>
              </th>
              {group.counts.map((count, month) => (
                <td key={month} class={count === 0 ? 'trips-gap' : undefined}>
                  {count === 0 ? null : (
                    <>
                      <span aria-hidden="true">{count}</span>
                      <span class="visually-hidden">{reader.t('agenda.missions.count', { count })}</span>
                    </>
                  )}
                </td>
              ))}
            </tr>
            {group.trips.map((trip) => (
              <TripRow key={trip.event.key} drawn={props} trip={trip} months={months.length} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

interface TripRowProps {
  drawn: TripsTableProps
  trip: Trip<AgendaEvent>
  months: number
}

function TripRow({ drawn: rendered, trip, months }: TripRowProps) {
  const reader = useReader()
  const { network, countries } = rendered
  const { event, first, last, isVague } = trip
  const free = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => <td key={from + index} />)
  return (
    <tr>
      <th scope="row">
        <EventChip network={network} countries={countries} event={event} isUntimed />
        <span class="cell-note">
          <EventDate countries={countries} event={event} />
          <EventTags event={event} />
        </span>
        <Travel event={event} />
      </th>
      {free(0, first)}
      <td colspan={last - first + 1}>
        <span class={isVague ? 'trip-bar trip-vague' : 'trip-bar'}>
          {isVague ? (
            <span class="trip-words">{reader.t('agenda.missions.sometime')}</span>
          ) : (
            <span class="visually-hidden">{reader.t(`agenda.eventKind.${event.kind}`)}</span>
          )}
        </span>
      </td>
      {free(last + 1, months)}
    </tr>
  )
}

function Travel({ event }: { event: AgendaEvent }) {
  const reader = useReader()
  const names = event.organisations.map((each) => chooseName(shortNames(each), reader.language))
  return (
    <span class="cell-note">
      {reader.t(`agenda.eventKind.${event.kind}`)}
      {event.place ? (
        <>
          {' · '}
          <Name name={shortNames(event.place)} own={languageOf(event.place.country)} />
        </>
      ) : null}
      {names.length > 0 ? ' · ' : null}
      {names.map(({ text, language }, index) => (
        <>
          {index > 0 ? ', ' : null}
          <span {...languageAttributes(reader, language)}>{text}</span>
        </>
      ))}
    </span>
  )
}

function groupName(reader: Reader, country: string | null): string {
  if (country === null) return reader.t('agenda.missions.fromUnknown')
  return reader.t('agenda.missions.from', { country: countryName(reader, country) })
}

/** « Sans mission : janvier–mars, décembre » */
function gapWords(reader: Reader, years: Years, counts: readonly number[]): string | null {
  const gaps = gapsOf(counts)
  // Without known months it is also unknown which months are free.
  if (gaps.length === 0 || counts.every((count) => count === 0)) return null
  const name = (month: number) => monthName(reader, years, month, 'short')
  return reader.t('agenda.missions.silent', {
    months: gaps
      .map(({ first, last }) => (first === last ? name(first) : `${name(first)}–${name(last)}`))
      .join(', '),
  })
}

/** A month by its place among those shown; with its year where there are several and the name is written out. */
function monthName(
  { interfaceLanguage }: Reader,
  { from, to }: Years,
  month: number,
  length: 'narrow' | 'short' | 'long',
): string {
  const at = Temporal.PlainDate.from({ year: from + Math.floor(month / 12), month: (month % 12) + 1, day: 1 })
  if (length === 'narrow' && from === to) return writeDay(interfaceLanguage, at, { month: 'short' })
  if (length === 'narrow') return String(at.month)
  return writeDay(interfaceLanguage, at, {
    month: length,
    ...(from === to ? {} : { year: 'numeric' as const }),
  })
}
