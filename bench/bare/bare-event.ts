import type { CalendarEvent, CalendarTime } from '../../src/platform/calendar/calendar-event.ts'
import type { BareEvent } from './bare-calendar.ts'

/** An event as strings alone: the wall clocks of the zones, which no joining of strings gives, are computed beforehand. */
export function bareEvent(event: CalendarEvent): BareEvent {
  const { start, end, summary, description, location } = event
  return {
    uid: event.uid,
    stamp: `${compact(event.stampedAt.toISOString().slice(0, 19))}Z`,
    start: `DTSTART${timeOf(start)}`,
    end: end ? `DTEND${timeOf(end)}` : '',
    sequence: event.sequence ?? 0,
    status: (event.status ?? '').toUpperCase(),
    language: summary.language ?? '',
    summary: summary.text,
    description: (description?.text ?? '').split('\n'),
    location: location?.text ?? '',
    address: event.address ?? '',
    isTransparent: event.isTransparent ?? false,
    categories: event.categories ?? [],
  }
}

function timeOf(time: CalendarTime): string {
  if (time.kind === 'day') return `;VALUE=DATE:${compact(time.day)}`
  if (time.kind === 'floating') return `:${compact(time.at)}`
  const there = Temporal.Instant.fromEpochMilliseconds(time.at.getTime()).toZonedDateTimeISO(time.zone)
  return `;TZID=${time.zone}:${compact(there.toPlainDateTime().toString({ smallestUnit: 'second' }))}`
}

const compact = (iso: string) => iso.replaceAll(/[-:]/g, '')
