import { type Component, lineOf } from '../components.ts'
import { readTextValue } from '../content-lines.ts'
import type { FindZone } from './find-zones.ts'
import type { ZoneClock } from './zone-clock.ts'
import { clockNamed } from './zone-names.ts'

/** The clock of the owner of a calendar: the zone that it names, or the only one beside UTC that it describes; else null. */
export function ownClock(calendar: Component, zones: FindZone): ZoneClock | null {
  const named = lineOf(calendar, 'X-WR-TIMEZONE')?.value.trim()
  if (named) return clockNamed(named)
  const described = calendar.parts
    .filter(({ name }) => name === 'VTIMEZONE')
    .flatMap((part) => lineOf(part, 'TZID')?.value ?? [])
    .filter((name) => clockNamed(readTextValue(name).trim())?.id !== 'UTC')
  const [only, ...others] = described
  return only === undefined || others.length > 0 ? null : (zones(only, someday)?.clock ?? null)
}

const someday = Temporal.PlainDateTime.from('2020-01-15T12:00')
