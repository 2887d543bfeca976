import type { CalendarTime } from '../calendar-event.ts'
import type { DraftEvent } from './draft-event.ts'
import { atWall, keyOf, type Moment, seenOn, timeOf } from './moment.ts'
import { type RuleTimes, ruleTimes } from './recurrence-rule.ts'
import type { RemarkCode } from './remarks.ts'
import { endAfter, type Span } from './span.ts'
import { utcClock, type ZoneClock } from './zones/zone-clock.ts'

/** Once that an event takes place. */
export interface Occurrence {
  start: CalendarTime
  end?: CalendarTime
  /** Which of the event's changes made it so. */
  change?: number
}

export interface Window {
  /** Milliseconds since 1970, the last one exclusive; days and floating times count as in UTC. */
  from: number
  until: number
  /** Of one event. */
  most: number
}

interface Place {
  start: Moment
  span: Span | null
  change: number | null
}

export interface Series {
  master: DraftEvent
  changes: readonly DraftEvent[]
  /** Occurrences that were changed in a way that cannot be read. */
  lost: readonly Moment[]
  /** The clock of the calendar, for the end of a series of days that is said in UTC. */
  clock: ZoneClock | null
}

type Note = (code: RemarkCode, detail: string) => void

/** When an event takes place within a window, as far as its rule, its changes and the bounds say. */
export function listOccurrences(
  { master, changes, lost, clock }: Series,
  window: Window,
  note: Note,
): Occurrence[] {
  const times = timesOf(master, window, clock)
  const dates = [...times.times.map((wall) => atWall(master.start, wall)), ...master.added]
  const places = new Map<number, Place>()
  for (const start of dates) places.set(keyOf(start), { start, span: master.span, change: null })
  const byDay = Map.groupBy(places.keys(), (key) => dayWords(places.get(key)?.start ?? master.start))
  for (const moment of [...master.excluded, ...lost]) {
    const { key, isByDay } = findPlace(places, byDay, master.start, moment)
    if (key === null) continue
    if (isByDay) note('exclusionByDay', dayWords(moment))
    places.delete(key)
  }
  const limit = times.ended === 'rule' ? Number.POSITIVE_INFINITY : lastKey(times, master)
  for (const [index, change] of changes.entries())
    applyChange(places, { master, byDay, change, index, limit, window, note })
  if (times.ended === 'until' && !master.rule?.has('UNTIL') && !master.rule?.has('COUNT'))
    note('endless', new Date(window.until).toISOString().slice(0, 10))
  if (times.ended === 'most') note('tooManyOccurrences', String(window.most))
  return [...places.values()]
    .map((place) => ({ place, key: keyOf(place.start) }))
    .filter(({ key }) => key >= window.from && key < window.until)
    .toSorted((one, other) => one.key - other.key)
    .map(({ place: { start, span, change } }) => ({
      start: timeOf(start),
      ...(span ? { end: endAfter(start, span) } : {}),
      ...(change === null ? {} : { change }),
    }))
}

function timesOf({ start, rule }: DraftEvent, window: Window, clock: ZoneClock | null): RuleTimes {
  if (!rule) return { times: [start.wall], ended: 'rule' }
  const own = start.clock ?? clock
  return ruleTimes(start.wall, rule, {
    from: wallAt(window.from, start.clock),
    until: wallAt(window.until - 1, start.clock),
    most: window.most,
    untilWall: (utc) => (own ? own.wallOf(utcClock.instantOf(utc)) : utc),
  })
}

function wallAt(ms: number, clock: ZoneClock | null): Temporal.PlainDateTime {
  return (clock ?? utcClock).wallOf(Temporal.Instant.fromEpochMilliseconds(ms))
}

function lastKey({ times }: RuleTimes, { start }: DraftEvent): number {
  const last = times.at(-1)
  return last ? keyOf(atWall(start, last)) : Number.NEGATIVE_INFINITY
}

/** The occurrence that a time of the file means: the one at that instant, else the only one of its day. */
function findPlace(
  places: ReadonlyMap<number, Place>,
  byDay: ReadonlyMap<string, readonly number[]>,
  master: Moment,
  moment: Moment,
): { key: number | null; isByDay: boolean } {
  const wall = seenOn(moment, master)
  const isPlain = moment.clock === null || master.kind === 'day'
  const exact = keyOf(isPlain ? atWall(master, master.kind === 'day' ? dayStart(wall) : wall) : moment)
  if ((moment.kind !== 'day' || master.kind === 'day') && places.has(exact))
    return { key: exact, isByDay: moment.kind !== master.kind && master.kind === 'day' }
  const ofDay = (byDay.get(wall.toPlainDate().toString()) ?? []).filter((key) => places.has(key))
  return { key: ofDay.length === 1 ? (ofDay[0] ?? null) : null, isByDay: true }
}

const dayStart = (wall: Temporal.PlainDateTime) => wall.with({ hour: 0, minute: 0, second: 0 })
const dayWords = ({ wall }: Moment) => wall.toPlainDate().toString()

interface Changing {
  master: DraftEvent
  byDay: ReadonlyMap<string, readonly number[]>
  change: DraftEvent
  index: number
  /** What lies behind it was not looked for. */
  limit: number
  window: Window
  note: Note
}

function applyChange(
  places: Map<number, Place>,
  { master, byDay, change, index, limit, window, note }: Changing,
): void {
  const { changeOf, start, span, isForLater } = change
  if (!changeOf) return
  const { key, isByDay } = findPlace(places, byDay, master.start, changeOf)
  // A whole day says its occurrence by the day; an hour that none has is none of them.
  const replaced = isByDay && master.start.kind !== 'day' && changeOf.kind !== 'day' ? null : key
  const id = replaced ?? keyOf(changeOf)
  if (replaced !== null) places.delete(replaced)
  else if (id >= window.from && id <= limit) note('changeWithoutOccurrence', dayWords(changeOf))
  if (isForLater) {
    // By how much the others move is not said plainly enough to tell anybody an hour.
    for (const other of [...places.keys()]) if (other > id) places.delete(other)
    note('laterOccurrences', dayWords(changeOf))
  }
  // A key of its own: two changes may have come to the same hour.
  places.set(id + (index + 1) / 1e6, { start, span, change: index })
}
