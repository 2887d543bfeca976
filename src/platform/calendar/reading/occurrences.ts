import type { CalendarTime } from '../calendar-event.ts'
import type { DraftEvent } from './draft-event.ts'
import { atWall, keyOf, type Moment, seenOn, timeOf } from './moment.ts'
import { dayWords, exactKey, findPlace, type Place, type Places, placesOf, removePlace } from './places.ts'
import { type Rule, type RuleTimes, ruleTimes } from './recurrence-rule.ts'
import type { RemarkCode } from './remarks.ts'
import { endAfter } from './span.ts'
import { isNewer } from './versions.ts'
import { utcClock, type ZoneClock } from './zones/zone-clock.ts'

/** One time that an event takes place. */
export interface Occurrence {
  start: CalendarTime
  end?: CalendarTime
  /** The index of the change that made it so. */
  change?: number
  /** The time that the series gives it, where a change moved it: its RECURRENCE-ID. */
  of?: CalendarTime
}

export interface Window {
  /** Milliseconds since 1970, the last one exclusive; days and floating times count as in UTC. */
  from: number
  until: number
  /** Of one event. */
  most: number
}

/** A change that cannot be read. */
export interface LostChange {
  of: Moment
  isForLater: boolean
}

export interface Series {
  master: DraftEvent
  changes: readonly DraftEvent[]
  lost: readonly LostChange[]
  /** The clock of the calendar, for the end of a series of days that is given in UTC. */
  clock: ZoneClock | null
}

type Note = (code: RemarkCode, detail: string) => void

/** When an event takes place within a window, by its rules, its changes and the bounds. */
export function listOccurrences(
  { master, changes, lost, clock }: Series,
  window: Window,
  note: Note,
): Occurrence[] {
  const { start, span, rules } = master
  const moved = farthestMove(changes)
  const wider = { ...window, from: window.from - moved, until: window.until + moved }
  const all = rules.map((rule) => timesOf(start, rule, wider, clock))
  const walls = rules.length > 0 ? all.flatMap(({ times }) => times) : [start.wall]
  const places = placesOf(start, [
    ...walls.map((wall) => ({ start: atWall(start, wall), span })),
    ...master.added,
  ])
  const excluded = leaveOut(places, master, wider, clock, note)
  for (const { of, isForLater } of lost) leaveOutLost(places, of, isForLater, note)
  const to = Math.min(...all.map((times) => lastKey(times, start)))
  changePlaces(places, { master, changes, excluded, known: { from: window.from, to }, note })
  const isEndless = all.some(({ ended }, index) => ended === 'until' && !hasEnd(rules[index]))
  if (isEndless) note('endless', new Date(window.until).toISOString().slice(0, 10))
  const found = [...places.byKey.values()]
    .map((place) => ({ place, key: keyOf(place.start) }))
    .filter(({ key }) => key >= window.from && key < window.until)
    .toSorted((one, other) => one.key - other.key)
  if (all.some(({ ended }) => ended === 'most') || found.length > window.most)
    note('tooManyOccurrences', String(window.most))
  return found.slice(0, window.most).map(({ place }) => ({
    start: timeOf(place.start),
    ...(place.span ? { end: endAfter(place.start, place.span) } : {}),
    ...(place.change === null ? {} : { change: place.change }),
    ...(place.of === null ? {} : { of: timeOf(place.of) }),
  }))
}

const hasEnd = (rule: Rule | undefined) => rule?.has('UNTIL') || rule?.has('COUNT')

function timesOf(
  start: Moment,
  rule: Rule,
  window: Window,
  clock: ZoneClock | null,
  isByRuleAlone = false,
): RuleTimes {
  const own = start.clock ?? clock
  return ruleTimes(start.wall, rule, {
    from: wallAt(window.from, start.clock),
    until: wallAt(window.until - 1, start.clock),
    most: window.most,
    untilWall: (utc) => (own ? own.wallOf(utcClock.instantOf(utc)) : utc),
    isByRuleAlone,
  })
}

function wallAt(ms: number, clock: ZoneClock | null): Temporal.PlainDateTime {
  return (clock ?? utcClock).wallOf(Temporal.Instant.fromEpochMilliseconds(ms))
}

/** The time up to which all occurrences of a rule are known. */
function lastKey({ times, ended }: RuleTimes, start: Moment): number {
  if (ended === 'rule') return Number.POSITIVE_INFINITY
  const last = times.at(-1)
  return last ? keyOf(atWall(start, last)) : Number.NEGATIVE_INFINITY
}

/** Removes the places that a series leaves out; returns the keys of all that it leaves out, whether they had a place or not. */
function leaveOut(
  places: Places,
  { start, excluded, excludedRules }: DraftEvent,
  window: Window,
  clock: ZoneClock | null,
  note: Note,
): ReadonlySet<number> {
  const out = new Set<number>()
  for (const moment of excluded) {
    const { key, isByDay } = findPlace(places, moment)
    out.add(exactKey(places, moment))
    if (key === null) continue
    if (isByDay) note('exclusionByDay', dayWords(moment))
    out.add(key)
    removePlace(places, key)
  }
  for (const rule of excludedRules)
    for (const wall of timesOf(start, rule, window, clock, true).times) {
      out.add(keyOf(atWall(start, wall)))
      removePlace(places, keyOf(atWall(start, wall)))
    }
  return out
}

// Where the change of an occurrence cannot be read, neither of its hours is known to be right.
function leaveOutLost(places: Places, of: Moment, isForLater: boolean, note: Note): void {
  const { key } = findPlace(places, of)
  if (key !== null) removePlace(places, key)
  if (!isForLater) return
  const from = key ?? keyOf(of)
  for (const other of [...places.byKey.keys()]) if (other > from) removePlace(places, other)
  note('laterOccurrences', dayWords(of))
}

interface Changing {
  master: DraftEvent
  changes: readonly DraftEvent[]
  /** Times that the series leaves out. */
  excluded: ReadonlySet<number>
  /** Between these milliseconds all occurrences are known. */
  known: { from: number; to: number }
  note(code: RemarkCode, detail: string): void
}

/** Applies changes to the places of a series: those that hold for all that follow first, as a change of one of these says more. */
function changePlaces(places: Places, changing: Changing): void {
  const stored = changing.changes.flatMap((change, index) => {
    if (!change.changeOf) return []
    const key = keyOf(change.changeOf)
    return isOvertaken(places, changing, change, change.changeOf)
      ? []
      : { change, index, key, of: change.changeOf }
  })
  const later = stored.filter(({ change }) => change.isForLater).toSorted((one, other) => one.key - other.key)
  for (const [key, place] of later.length > 0 ? places.byKey : []) {
    const last = later.findLast((each) => each.key < key)
    if (last) places.byKey.set(key, movedLike(last.change, last.of, place, last.index))
  }
  for (const { change, index, of } of stored) changeOne(places, changing, change, of, index)
}

const mostMoved = 366 * 86_400_000

/** How far changes of all that follow move them, in milliseconds: what they bring into a window lies as far outside it. */
function farthestMove(changes: readonly DraftEvent[]): number {
  const moves = changes.flatMap(({ isForLater, changeOf, start }) =>
    isForLater && changeOf ? Math.abs(keyOf(start) - keyOf(changeOf)) : [],
  )
  return Math.min(
    mostMoved,
    moves.reduce((most, move) => Math.max(most, move), 0),
  )
}

// What a later version of the series leaves out is not brought back by an earlier change of that occurrence.
function isOvertaken(places: Places, { master, excluded, note }: Changing, change: DraftEvent, of: Moment) {
  const is = excluded.has(exactKey(places, of)) && isNewer(master, change)
  if (is) note('changeExcluded', dayWords(of))
  return is
}

// RFC 5545 3.8.4.4: later occurrences move by as much as the one that is named.
function movedLike({ start, span }: DraftEvent, of: Moment, place: Place, change: number): Place {
  const by = seenOn(of, start).until(start.wall)
  return { ...place, start: atWall(start, seenOn(place.start, start).add(by)), span, change, of: place.start }
}

function changeOne(
  places: Places,
  { master, known, note }: Changing,
  { start, span }: DraftEvent,
  of: Moment,
  index: number,
): void {
  const { key, isByDay } = findPlace(places, of)
  // A whole day says its occurrence by the day; an hour that none has is none of them.
  const replaced = isByDay && master.start.kind !== 'day' && of.kind !== 'day' ? null : key
  const id = replaced ?? keyOf(of)
  if (replaced !== null) removePlace(places, replaced)
  else if (id >= known.from && id <= known.to) note('changeWithoutOccurrence', dayWords(of))
  // A key of its own: two changes may fall on the same hour.
  places.byKey.set(id + (index + 1) / 1e6, { start, span, day: '', change: index, of })
}
