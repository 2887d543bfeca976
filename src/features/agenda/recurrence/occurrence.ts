import { readEdtf } from '../../../platform/dates/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import type { OccurrenceChange, Recurrence } from './schema.ts'
import { type SeriesDate, type SeriesShape, shapeOf, timeOn } from './shape.ts'

export type Recurring = Pick<
  AgendaEvent,
  | 'id'
  | 'key'
  | 'occursOn'
  | 'recurrence'
  | 'seriesDate'
  | 'happens'
  | 'words'
  | 'startsAt'
  | 'endsAt'
  | 'zone'
  | 'knownOn'
  | 'title'
  | 'venue'
  | 'note'
  | 'state'
  | 'previously'
>

/** Identifies one occurrence of an event in lists. */
export function keyOf(eventId: string, occursOn: string | null): string {
  return occursOn === null ? eventId : `${eventId}/${occursOn}`
}

/** How an event repeats, with the shape of its first date; equally for one of its occurrences; null if it takes place once. */
export function seriesOf(event: Recurring): { recurrence: Recurrence; shape: SeriesShape } | null {
  const { recurrence } = event
  const shape = recurrence && shapeOf(seriesDateOf(event))
  return recurrence && shape && { recurrence, shape }
}

function seriesDateOf({
  seriesDate,
  happens,
  words,
  startsAt,
  endsAt,
  zone,
  knownOn,
}: Recurring): SeriesDate {
  return (
    seriesDate ?? {
      when: happens,
      words,
      startsAt: startsAt?.toISOString() ?? null,
      endsAt: endsAt?.toISOString() ?? null,
      zone,
      knownOn,
    }
  )
}

/** The changes of a document to the occurrence of a day; null if it follows the rule. */
export function changeOn({ changes }: Recurrence, day: string): OccurrenceChange | null {
  return changes.find(({ id }) => id === day) ?? null
}

/** The occurrence of an event that begins by the rule on a day: the event, with its own date and whatever was changed of it. */
export function occurrenceOf<E extends Recurring>(event: E, day: string): E {
  const series = seriesOf(event)
  return series === null ? event : occurrenceIn(event, series, day)
}

function occurrenceIn<E extends Recurring>(
  event: E,
  { recurrence, shape }: { recurrence: Recurrence; shape: SeriesShape },
  day: string,
): E {
  const change = changeOn(recurrence, day)
  const planned = timeOn(shape, day)
  const isMoved = change !== null && change.when !== null
  const time = isMoved ? { ...change, words: {} } : planned
  const date = time.when === null ? null : readEdtf(time.when)
  const instant = (at: string | null) => (at === null ? null : new Date(at))
  const isFirst = shape.first.toString() === day
  return {
    ...event,
    key: keyOf(event.id, day),
    occursOn: day,
    seriesDate: seriesDateOf(event),
    happens: time.when,
    words: time.words,
    startsOn: date?.from ?? null,
    endsOn: date?.to ?? null,
    startsAt: instant(time.startsAt),
    endsAt: instant(time.endsAt),
    zone: isMoved ? change.zone : event.zone,
    title: { ...event.title, ...change?.title },
    venue: change && Object.keys(change.venue).length > 0 ? change.venue : event.venue,
    note: change?.note ?? {},
    state: change?.isCancelled ? 'cancelled' : event.state,
    // An earlier date of the series concerns the occurrence that everybody knew.
    previously: isMoved
      ? { happens: planned.when, words: planned.words, startsAt: planned.startsAt }
      : isFirst
        ? event.previously
        : null,
  }
}
