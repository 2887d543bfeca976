import { type Component, lineOf } from '../components.ts'
import { readRule, ruleTimes } from '../recurrence-rule.ts'
import { readWallTimes } from '../wall-time.ts'
import type { ZoneClock } from './zone-clock.ts'

interface Observance {
  start: Temporal.PlainDateTime
  /** Milliseconds east of Greenwich, before and from then on. */
  from: number
  to: number
  dates: Temporal.PlainDateTime[]
  rule: ReadonlyMap<string, string> | null
}

/** A moment at which the clock changes: what the wall showed before, as if it were UTC, in milliseconds since 1970. */
interface Onset {
  wall: number
  from: number
  to: number
}

/** The clock that a VTIMEZONE describes; null where it describes none. */
export function fileClock(component: Component): ZoneClock | null {
  const observances = component.parts.flatMap((part) => readObservance(part) ?? [])
  if (observances.length === 0) return null
  const onsetsUpTo = expand(observances)
  return {
    id: null,
    instantOf: (wall) => {
      const ms = asUtc(wall)
      return Temporal.Instant.fromEpochMilliseconds(ms - offsetAtWall(onsetsUpTo(wall.year + 1), ms))
    },
    wallOf: (instant) => {
      const ms = instant.epochMilliseconds
      const onsets = onsetsUpTo(new Date(ms).getUTCFullYear() + 1)
      const last = onsets.findLast(({ wall, from }) => wall - from <= ms)
      return asWall(ms + (last?.to ?? onsets[0]?.from ?? 0))
    },
  }
}

const asUtc = (wall: Temporal.PlainDateTime) => wall.toZonedDateTime('UTC').epochMilliseconds
const asWall = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime()

function readObservance(part: Component): Observance | null {
  const [start] = readWallTimes(lineOf(part, 'DTSTART')?.value ?? '')
  const from = readOffset(lineOf(part, 'TZOFFSETFROM')?.value)
  const to = readOffset(lineOf(part, 'TZOFFSETTO')?.value)
  if (!start || from === null || to === null) return null
  const rule = readRule(lineOf(part, 'RRULE')?.value ?? '')
  const dates = part.lines.filter(({ name }) => name === 'RDATE').flatMap(({ value }) => readWallTimes(value))
  return { start: start.wall, from, to, dates: dates.map(({ wall }) => wall), rule }
}

function readOffset(value = ''): number | null {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(value.trim()) ?? []
  if (hours === undefined) return null
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return (sign === '-' ? -1_000 : 1_000) * total
}

/** All onsets up to a year, in order: found once for as many years as were asked for. */
function expand(observances: readonly Observance[]): (year: number) => Onset[] {
  let onsets: Onset[] = []
  let upTo = Number.NEGATIVE_INFINITY
  return (year) => {
    if (year <= upTo) return onsets
    upTo = year + 10
    onsets = observances
      .flatMap((observance) => {
        const { from, to } = observance
        return wallsOf(observance, upTo).map((wall) => ({ wall: asUtc(wall), from, to }))
      })
      .toSorted((one, other) => one.wall - one.from - (other.wall - other.from))
    return onsets
  }
}

function wallsOf({ start, from, dates, rule }: Observance, upTo: number): Temporal.PlainDateTime[] {
  if (!rule) return [start, ...dates]
  const until = Temporal.PlainDateTime.from({ year: upTo, month: 12, day: 31, hour: 23 })
  const untilWall = (utc: Temporal.PlainDateTime) => utc.add({ milliseconds: from })
  return [...ruleTimes(start, rule, { until, most: 2_000, untilWall }).times, ...dates]
}

function offsetAtWall(onsets: readonly Onset[], wall: number): number {
  const last = onsets.findLast((onset) => onset.wall <= wall)
  if (!last) return onsets[0]?.from ?? 0
  // In the hour that the clock skips, the offset is the one before.
  return wall < last.wall + Math.max(0, last.to - last.from) ? last.from : last.to
}
