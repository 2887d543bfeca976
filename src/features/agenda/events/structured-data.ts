import { readEdtf } from '../../../platform/dates/index.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Attendance } from './codes.ts'
import type { AgendaEvent } from './row/queries.ts'

/** An event as search engines know it (schema.org Event); a date that is not known to the day is left out rather than made up. */
export function eventData(reader: Reader, event: AgendaEvent, url: string, title: string): object {
  const { startsAt, endsAt, zone, place, previously } = event
  const said = chooseText(event.organisers, reader.language)?.text
  const hosts = [
    ...event.organisations
      .filter(({ role }) => role === 'host' || role === 'co_organiser')
      .map(({ name }) => chooseName(name, reader.language).text),
    ...(said ? [said] : []),
  ]
  const venue = chooseText(event.venue, reader.language)?.text
  const city = place ? chooseName(place.name, reader.language).text : undefined
  const description = chooseText(event.summary, reader.language)?.text
  const former = previously && previousStart(previously, zone)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    url,
    ...(description ? { description } : {}),
    ...(startsAt && zone
      ? { startDate: onClock(startsAt, zone), ...(endsAt ? { endDate: onClock(endsAt, zone) } : {}) }
      : daysOf(event.happens)),
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

function statusOf({ state, previously }: AgendaEvent): string {
  if (state === 'cancelled') return 'EventCancelled'
  return previously === null ? 'EventScheduled' : 'EventRescheduled'
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

// Days, months and years are dates of ISO 8601 too; « vers 2015 » and what has no end are none.
function daysOf(happens: string | null): { startDate?: string; endDate?: string } {
  if (happens === null) return {}
  const date = readEdtf(happens)
  if (date.openStart || date.openEnd || date.approximate || date.uncertain) return {}
  if (/^\d{4}(-\d{2}){0,2}$/.test(happens)) return { startDate: happens }
  return { startDate: date.from, endDate: date.to }
}

function previousStart(
  { startsAt, happens }: NonNullable<AgendaEvent['previously']>,
  zone: string | null,
): string | undefined {
  return startsAt !== null && zone !== null ? onClock(new Date(startsAt), zone) : daysOf(happens).startDate
}
