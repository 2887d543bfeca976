import { onClock } from '../../../../platform/dates/index.ts'
import { dayAfter } from '../../planning/side.ts'
import type { KnownDays } from '../known-days.ts'
import { knownDays, lastDayOf } from '../known-days.ts'
import type { AgendaEvent } from '../summary.queries.ts'

type Dated = Pick<AgendaEvent, 'happens' | 'words' | 'knownOn' | 'startsAt' | 'endsAt'>

/** An event with the days that it takes up in a calendar. */
export interface PlacedEvent<E> extends KnownDays {
  event: E
}

/** The days of an event on the clock of a zone; null if its beginning is unknown. */
export function daysOnClock(event: Dated, zone: string): KnownDays | null {
  const ofEvent = known.get(event) ?? new Map<string, KnownDays | null>()
  known.set(event, ofEvent)
  const days = ofEvent.get(zone)
  if (days !== undefined) return days
  const read = readDaysOnClock(event, zone)
  ofEvent.set(zone, read)
  return read
}

// The same event is shown in the months beside its own, and in those of every language.
const known = new WeakMap<Dated, Map<string, KnownDays | null>>()

function readDaysOnClock(event: Dated, zone: string): KnownDays | null {
  const { startsAt, endsAt } = event
  if (startsAt === null) return knownDays(event)
  const from = readDay(startsAt, zone)
  const last = lastDayOf(event)
  if (last !== null) return { from: from.day, to: [last, from.day].toSorted().at(-1) ?? last, isExact: true }
  if (endsAt === null || endsAt <= startsAt) return { from: from.day, to: from.day, isExact: true }
  const to = readDay(endsAt, zone)
  // What ends as a day begins was over the evening before.
  const end = to.isMidnight && to.day > from.day ? dayAfter(to.day, -1) : to.day
  return { from: from.day, to: end, isExact: true }
}

/** The events that fall within some days, both included, in the order in which they begin. */
export function placeEvents<E extends Dated>(
  events: readonly E[],
  zone: string,
  { from, to }: { from: string; to: string },
): PlacedEvent<E>[] {
  return events
    .flatMap((event) => {
      const days = daysOnClock(event, zone)
      return days && days.from <= to && days.to >= from ? [{ event, ...days }] : []
    })
    .toSorted(
      (a, b) =>
        compare(a.from, b.from) ||
        compare(b.to, a.to) ||
        (a.event.startsAt?.getTime() ?? 0) - (b.event.startsAt?.getTime() ?? 0),
    )
}

function readDay(at: Date, zone: string): { day: string; isMidnight: boolean } {
  const [day = '', time = ''] = onClock(at, zone).toISOString().split('T')
  return { day, isMidnight: time.startsWith('00:00') }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
