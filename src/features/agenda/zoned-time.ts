/** An instant with the zone in which it was given. */
export interface ZonedTime {
  instant: Temporal.Instant
  zone: string
  /** The clock skipped the hour that was given: the instant is that of the hour after. */
  isSkipped: boolean
}

export type ZonedTimeProblem = 'malformed' | 'noSuchDay' | 'noSuchZone' | 'outOfRange'

/** Years in which the zones of the world are known well enough to speak of an hour. */
export const zonedYears = { from: 1970, to: 2100 } as const

const written =
  /^(?<day>\d{4,6}-\d\d-\d\d)T(?<time>\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?<offset>Z|[+-]\d\d:?\d\d)?(?:\[(?<zone>[A-Za-z0-9_+\-/]{1,60})\])?$/

/**
 * Reads `2017-07-07T10:00[Europe/Paris]` (RFC 9557), or an instant with an offset, in UTC where it names no zone. Wrong input is a
 * value.
 */
export function readZonedTime(text: string): ZonedTime | { problem: ZonedTimeProblem } {
  const { day, time, offset, zone } = written.exec(text)?.groups ?? {}
  if (day === undefined || time === undefined || (offset === undefined && zone === undefined))
    return { problem: 'malformed' }
  const year = Number(day.slice(0, day.indexOf('-', 1)))
  if (year < zonedYears.from || year > zonedYears.to) return { problem: 'outOfRange' }
  const named = zone ?? 'UTC'
  if (!isZone(named)) return { problem: 'noSuchZone' }
  const local = plainTime(day, time)
  if (local === null) return { problem: 'noSuchDay' }
  if (offset !== undefined) {
    const instant = instantOf(`${day}T${time}${offset}`)
    return instant === null ? { problem: 'malformed' } : { instant, zone: named, isSkipped: false }
  }
  const zoned = local.toZonedDateTime(named)
  return { instant: zoned.toInstant(), zone: named, isSkipped: !zoned.toPlainDateTime().equals(local) }
}

/** Whether the zone database has this name. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}

function plainTime(day: string, time: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(`${day}T${time}`, { overflow: 'reject' })
  } catch {
    return null
  }
}
