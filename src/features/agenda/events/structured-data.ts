import { readEdtf } from '../../../platform/dates/index.ts'
import { chooseName, chooseText, currentText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Attendance } from './codes.ts'
import { knownDays, lastDayOf } from './known-days.ts'
import type { AgendaEvent } from './summary.queries.ts'

/** An event for search engines (schema.org Event); a date that is not known to the day is left out rather than made up. */
export function eventData(reader: Reader, event: AgendaEvent, url: string, title: string): object {
  const { startsAt, zone, place, previously } = event
  const said = chooseText(event.organisers, reader.language)?.text
  const hosts = [
    ...event.organisations
      .filter(({ role }) => role === 'host' || role === 'co_organiser')
      .map(({ name }) => chooseName(name, reader.language).text),
    ...(said ? [said] : []),
  ]
  const venue = chooseText(currentText(event.venue), reader.language)?.text
  const city = place ? chooseName(place.name, reader.language).text : undefined
  const description = chooseText(event.summary, reader.language)?.text
  const former = previously && previousStart(previously, event)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    url,
    ...(description ? { description } : {}),
    ...(startsAt && zone ? { startDate: onClock(startsAt, zone), ...endOf(event, zone) } : daysOf(event)),
    eventStatus: `https://schema.org/${statusOf(event)}`,
    ...(former ? { previousStartDate: former } : {}),
    ...(event.attendance ? { eventAttendanceMode: `https://schema.org/${modes[event.attendance]}` } : {}),
    ...(event.languages.length > 0 ? { inLanguage: event.languages } : {}),
    ...(venue || city
      ? { location: { '@type': 'Place', name: venue ?? city, ...(city ? { address: city } : {}) } }
      : {}),
    ...(hosts.length > 0 ? { organizer: hosts.map((name) => ({ '@type': 'Organization', name })) } : {}),
  }
}

function endOf(event: AgendaEvent, zone: string): { endDate?: string } {
  const last = lastDayOf(event)
  if (event.endsAt) return { endDate: onClock(event.endsAt, zone) }
  return last === null ? {} : { endDate: last }
}

// Postponed means put off to a day that is not known yet.
function statusOf({ state, previously, happens }: AgendaEvent): string {
  if (state === 'cancelled') return 'EventCancelled'
  if (previously === null) return 'EventScheduled'
  return happens === null ? 'EventPostponed' : 'EventRescheduled'
}

const modes: Record<Attendance, string> = {
  on_site: 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  both: 'MixedEventAttendanceMode',
}

function onClock(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}

// Days, months and years are dates of ISO 8601 too; « vers 2015 », « début juin » and open ends are not.
function daysOf(event: Pick<AgendaEvent, 'happens' | 'words' | 'knownOn'>): {
  startDate?: string
  endDate?: string
} {
  const { happens } = event
  if (happens === null) return {}
  const date = readEdtf(happens)
  if (date.openStart || date.openEnd || date.approximate || date.uncertain) return {}
  if (knownDays(event)?.isExact) return startAndEnd(date.from, date.to)
  const [first = '', last = first] = happens.split('/')
  return startAndEnd(asWhole(first, date.from), asWhole(last, date.to))
}

/** A year or a month is kept; a range of days and a season become their month. */
function asWhole(side: string, day: string): string {
  return /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(side) ? side : day.slice(0, 7)
}

function startAndEnd(startDate: string, endDate: string): { startDate: string; endDate?: string } {
  return startDate === endDate ? { startDate } : { startDate, endDate }
}

function previousStart(
  { startsAt, happens, words }: NonNullable<AgendaEvent['previously']>,
  { zone, knownOn }: AgendaEvent,
): string | undefined {
  return startsAt !== null && zone !== null
    ? onClock(new Date(startsAt), zone)
    : daysOf({ happens, words, knownOn }).startDate
}
