import { type Component, lineOf } from '../components.ts'
import { readTextValue } from '../content-lines.ts'
import { fileClock } from './file-clock.ts'
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
