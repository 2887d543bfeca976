import { type Component, lineOf } from '../components.ts'
import { readTextValue } from '../content-lines.ts'
import { type Rule, readRule, ruleTimes } from '../recurrence-rule.ts'
import { readWallTimes } from '../wall-time.ts'
import type { ZoneClock } from './zone-clock.ts'
import { clockNamed, isWorldName } from './zone-names.ts'

/** What a zone name of a file means at a wall time. */
export interface FoundZone {
  clock: ZoneClock
  /** A name may state a mere offset. The rules of the file decide where it says nothing, or contradicts them. */
  by: 'name' | 'offset' | 'file' | 'fileAgainstName'
}

export type FindZone = (name: string, wall: Temporal.PlainDateTime) => FoundZone | null

/**
 * The zones of a calendar. A name of the world's zone data means that zone; any other name is compared with the rules of the file, and they
 * win where the two differ. A name that neither knows is no zone: never the clock of this machine.
 */
export function findZones(calendar: Component): FindZone {
  const described = new Map<string, { clock: ZoneClock | null; place: string }>()
  for (const part of calendar.parts) {
    if (part.name !== 'VTIMEZONE') continue
    const place = lineOf(part, 'X-LIC-LOCATION')?.value.trim() ?? ''
    described.set(cleaned(lineOf(part, 'TZID')?.value ?? ''), { clock: fileClock(part), place })
  }
  const known = new Map<string, { named: ZoneClock | null; filed: ZoneClock | null }>()
  return (given, wall) => {
    const name = cleaned(given)
    let found = known.get(name)
    if (!found) {
      const { clock = null, place = '' } = described.get(name) ?? {}
      const named = clockNamed(name) ?? (place === '' ? null : clockNamed(place))
      found = { named, filed: clock }
      known.set(name, found)
    }
    const { named, filed } = found
    if (named && (!filed || isWorldName(name) || agree(named, filed, wall)))
      return { clock: named, by: named.id === null ? 'offset' : 'name' }
    return filed && { clock: filed, by: named ? 'fileAgainstName' : 'file' }
  }
}

const cleaned = (name: string) =>
  readTextValue(name)
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()

// Half a year on as well: both may be in winter and differ in summer.
function agree(one: ZoneClock, other: ZoneClock, wall: Temporal.PlainDateTime): boolean {
  return [wall, wall.add({ days: 182 })].every((time) => one.instantOf(time).equals(other.instantOf(time)))
}

interface Observance {
  start: Temporal.PlainDateTime
  /** Milliseconds east of Greenwich, before and from then on. */
  from: number
  to: number
  dates: Temporal.PlainDateTime[]
  rules: Rule[]
}

/** A moment at which the clock changes: what the wall showed before, as if it were UTC, in milliseconds since 1970. */
interface Onset {
  wall: number
  from: number
  to: number
}

/** The clock that a VTIMEZONE describes; null where it describes none, or has rules that nobody can follow. */
export function fileClock(component: Component): ZoneClock | null {
  const observances = component.parts.flatMap((part) => readObservance(part) ?? [])
  const isFollowed = observances.every(({ rules }) => rules.every((rule) => isYearly(rule)))
  if (observances.length === 0 || !isFollowed || component.parts.some(hasUnreadableRule)) return null
  const onsetsAround = expand(observances)
  return {
    id: null,
    instantOf: (wall) => {
      const ms = asUtc(wall)
      return Temporal.Instant.fromEpochMilliseconds(ms - offsetAtWall(onsetsAround(wall.year), ms))
    },
    wallOf: (instant) => {
      const ms = instant.epochMilliseconds
      const onsets = onsetsAround(new Date(ms).getUTCFullYear())
      const last = onsets.findLast(({ wall, from }) => wall - from <= ms)
      return asWall(ms + (last?.to ?? onsets[0]?.from ?? 0))
    },
  }
}

// No clock changes every week; thousands of changes before the years that are asked for would hide those that count.
const isYearly = (rule: Rule) => /^(?:YEARLY|MONTHLY)$/.test(rule.get('FREQ') ?? '')
const rulesIn = (part: Component) =>
  part.lines
    .filter(({ name, value }) => name === 'RRULE' && value.trim() !== '')
    .map(({ value }) => readRule(value))
// The rule left out, summer would go on for ever.
const hasUnreadableRule = (part: Component) => rulesIn(part).includes(null)

const asUtc = (wall: Temporal.PlainDateTime) => wall.toZonedDateTime('UTC').epochMilliseconds
const asWall = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC').toPlainDateTime()

function readObservance(part: Component): Observance | null {
  // Programs also write the earliest possible time with the year 0.
  const [start] = readWallTimes(lineOf(part, 'DTSTART')?.value.replace(/^0000/, '0001') ?? '')
  const from = readOffset(lineOf(part, 'TZOFFSETFROM')?.value)
  const to = readOffset(lineOf(part, 'TZOFFSETTO')?.value)
  if (!start || from === null || to === null) return null
  const dates = part.lines.filter(({ name }) => name === 'RDATE').flatMap(({ value }) => readWallTimes(value))
  const rules = rulesIn(part).flatMap((rule) => rule ?? [])
  return { start: start.wall, from, to, dates: dates.map(({ wall }) => wall), rules }
}

function readOffset(value = ''): number | null {
  const [, sign, hours, minutes, seconds = '0'] = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(value.trim()) ?? []
  if (hours === undefined) return null
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
  return (sign === '-' ? -1_000 : 1_000) * total
}

/** The onsets around a year, in order, and at least the last one before of each kind: found once for ten years. */
function expand(observances: readonly Observance[]): (year: number) => Onset[] {
  const known = new Map<number, Onset[]>()
  const onsetAt =
    ({ from, to }: Observance) =>
    (wall: Temporal.PlainDateTime) => ({ wall: asUtc(wall), from, to })
  const fixed = observances.flatMap((each) => [each.start, ...each.dates].map(onsetAt(each)))
  return (year) => {
    const decade = Math.floor(year / 10) * 10
    let onsets = known.get(decade)
    if (!onsets) {
      onsets = [...fixed, ...observances.flatMap((each) => ruledWalls(each, decade).map(onsetAt(each)))]
      onsets.sort((one, other) => one.wall - one.from - (other.wall - other.from))
      known.set(decade, onsets)
    }
    return onsets
  }
}

function ruledWalls({ start, from, rules }: Observance, decade: number): Temporal.PlainDateTime[] {
  const until = Temporal.PlainDateTime.from({ year: decade + 11, month: 12, day: 31, hour: 23 })
  const untilWall = (utc: Temporal.PlainDateTime) => utc.add({ milliseconds: from })
  return rules.flatMap((rule) => {
    // Where a rule ended before, its last onset still counts.
    const last = Math.min(decade, Number(rule.get('UNTIL')?.slice(0, 4) ?? decade))
    const year = Math.max(1, last - 10 - Number(rule.get('INTERVAL') ?? 1))
    const since = rule.has('COUNT') ? start : Temporal.PlainDateTime.from({ year, month: 1, day: 1 })
    return ruleTimes(start, rule, { from: since, until, most: 2_000, untilWall }).times
  })
}

function offsetAtWall(onsets: readonly Onset[], wall: number): number {
  const last = onsets.findLast((onset) => onset.wall <= wall)
  if (!last) return onsets[0]?.from ?? 0
  // In the hour that the clock skips, the offset is the one before.
  return wall < last.wall + Math.max(0, last.to - last.from) ? last.from : last.to
}
