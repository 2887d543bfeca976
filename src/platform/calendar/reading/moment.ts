import type { CalendarTime } from '../calendar-event.ts'
import type { ContentLine } from './content-lines.ts'
import { EventUnreadable, type RemarkCode } from './remarks.ts'
import { readWallTime, type WallTime } from './wall-time.ts'
import type { FindZone, FoundZone } from './zones/find-zones.ts'
import { utcClock, type ZoneClock } from './zones/zone-clock.ts'

/** A time of a file with its clock. */
export type Moment =
  | { kind: 'instant'; wall: Temporal.PlainDateTime; clock: ZoneClock }
  | { kind: 'day'; wall: Temporal.PlainDateTime; clock: null }
  | { kind: 'floating'; wall: Temporal.PlainDateTime; clock: null }

export interface ReadingContext {
  zones: FindZone
  /** Of the event that is being read. */
  note(code: RemarkCode, detail: string): void
  /** Of the whole file, once. */
  noteZone(code: RemarkCode, zone: string): void
}

/** The time of a line. Refuses, with the value, one that is no time or whose zone nobody knows. */
export function readMoment(readingContext: ReadingContext, { parameters, value }: ContentLine): Moment {
  const read = readWallTime(value)
  if (!read) throw new EventUnreadable('dateImpossible', value.slice(0, 60))
  return momentOf(readingContext, read, parameters.TZID)
}

function momentOf(
  { zones, noteZone }: ReadingContext,
  { wall, isDay, isUtc }: WallTime,
  zone?: string,
): Moment {
  if (isDay) return { kind: 'day', wall, clock: null }
  if (isUtc) return { kind: 'instant', wall, clock: utcClock }
  if (zone === undefined) return { kind: 'floating', wall, clock: null }
  const found = zones(zone, wall)
  if (!found) throw new EventUnreadable('zoneUnknown', zone.trim().slice(0, 60))
  const remark = remarkOf[found.by]
  if (remark) noteZone(remark, zone.trim())
  return { kind: 'instant', wall, clock: found.clock }
}

const remarkOf: Partial<Record<FoundZone['by'], RemarkCode>> = {
  offset: 'zoneByOffset',
  file: 'zoneOfFile',
  fileAgainstName: 'zoneDiffers',
}

/** The moment with another wall time on its clock. */
export function atWall(moment: Moment, wall: Temporal.PlainDateTime): Moment {
  return { ...moment, wall }
}

/** Milliseconds that order moments of one kind: of an instant since 1970, of others on a clock that never changes. */
export function keyOf({ wall, clock }: Moment): number {
  return (clock ?? utcClock).instantOf(wall).epochMilliseconds
}

export function timeOf(moment: Moment): CalendarTime {
  const { kind, wall, clock } = moment
  if (kind === 'day') return { kind, day: wall.toPlainDate().toString() }
  if (kind === 'floating') return { kind, at: wall.toString({ smallestUnit: 'second' }) }
  return { kind, at: new Date(keyOf(moment)), zone: clock.id ?? 'UTC' }
}

/** A moment of whatever kind as the clock of another one shows it. */
export function seenOn(moment: Moment, other: Moment): Temporal.PlainDateTime {
  if (moment.clock === null || other.clock === null) return moment.wall
  return other.clock.wallOf(moment.clock.instantOf(moment.wall))
}
