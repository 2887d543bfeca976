import type { CalendarTime } from '../../../../platform/calendar/calendar-event.ts'
import type { Occurrence } from '../../../../platform/calendar/reading/occurrences.ts'
import type { EntryDocument } from './entry.ts'

type When = Pick<EntryDocument, 'when' | 'startsAt' | 'endsAt' | 'zone'> & { words: string | null }

/**
 * When something is, in the terms of the agenda: instants keep their zone, days are days. An hour for which no zone was said stays
 * words beside its day: nobody knows which instant it is.
 */
export function whenOf({ start, end }: Pick<Occurrence, 'start' | 'end'>): When {
  if (start.kind === 'instant') return instants(start, end)
  if (start.kind === 'day') {
    const last = end?.kind === 'day' ? dayBefore(end.day) : start.day
    return { ...nothing, when: span(start.day, last) }
  }
  const from = start.at.slice(0, 10)
  const to = end?.kind === 'floating' ? end.at.slice(0, 10) : from
  const hours = [start, end].flatMap((time) => (time?.kind === 'floating' ? [time.at.slice(11, 16)] : []))
  return { ...nothing, when: span(from, to), words: [...new Set(hours)].join(' – ') }
}

const nothing = { startsAt: null, endsAt: null, zone: null, words: null }

function instants(start: Extract<CalendarTime, { kind: 'instant' }>, end: CalendarTime | undefined): When {
  const until = end?.kind === 'instant' && end.at > start.at ? end.at : null
  const dayAt = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(start.zone).toPlainDate().toString()
  const from = dayAt(start.at.getTime())
  return {
    // What ends at midnight has no part of the day that begins then.
    when: span(from, until === null ? from : dayAt(until.getTime() - 1)),
    startsAt: start.at.toISOString(),
    endsAt: until?.toISOString() ?? null,
    zone: start.zone,
    words: null,
  }
}

function span(from: string, to: string): string {
  return to > from ? `${from}/${to}` : from
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}
