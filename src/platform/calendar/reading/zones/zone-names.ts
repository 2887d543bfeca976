import { findIana } from 'windows-iana'
import { offsetClock, worldClock, type ZoneClock } from './zone-clock.ts'

/** The zone that a TZID means by its name alone, however the program that wrote it names zones; null for none that is known. */
export function clockNamed(name: string): ZoneClock | null {
  return worldClock(name) ?? byPath(name) ?? byWindowsName(name) ?? byShownName(name) ?? byOffset(name)
}

/** Whether a name is one of the world's zones, such as `Europe/Paris`, rather than something that a program calls so. */
export function isWorldName(name: string): boolean {
  return name.includes('/') && worldClock(name) !== null
}

// Of `/freeassociation.sourceforge.net/Europe/Paris` and `/mozilla.org/20050126_1/Europe/Paris`.
function byPath(name: string): ZoneClock | null {
  if (!name.startsWith('/')) return null
  const parts = name.split('/')
  return worldClock(parts.slice(-3).join('/')) ?? worldClock(parts.slice(-2).join('/'))
}

function byWindowsName(name: string): ZoneClock | null {
  const [zone] = findIana(name)
  return zone === undefined ? null : worldClock(zone)
}

// `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`, `(UTC-05:00) Eastern Time (US & Canada)`: as Windows shows zones to people.
function byShownName(name: string): ZoneClock | null {
  const [, , offset = '+00:00', shown = ''] = /^\((UTC|GMT)([+-]\d\d:\d\d)?\) *(.+)$/.exec(name) ?? []
  if (shown === '') return null
  const [, own] = /^(.+?) Time(?: \(.+\))?$/.exec(shown) ?? []
  const clocks = own
    ? [byWindowsName(`${own} Standard Time`)]
    : shown.split(/, /).map((city) => cityClock(city.trim()))
  return clocks.find((clock) => clock && hasStandardOffset(clock, offset)) ?? null
}

function cityClock(city: string): ZoneClock | null {
  const id = cities().get(city.replaceAll(' ', '_').toLowerCase())
  return id === undefined ? null : worldClock(id)
}

let known: Map<string, string> | null = null

function cities(): Map<string, string> {
  known ??= new Map(
    Intl.supportedValuesOf('timeZone').map((id) => [id.slice(id.lastIndexOf('/') + 1).toLowerCase(), id]),
  )
  return known
}

function hasStandardOffset({ instantOf }: ZoneClock, stated: string): boolean {
  return [1, 7].some((month) => {
    const wall = Temporal.PlainDateTime.from({ year: 2020, month, day: 15 })
    const ahead = instantOf(wall).until(wall.toZonedDateTime('UTC').toInstant()).total('minutes')
    const [hours = '', minutes = ''] = stated.slice(1).split(':')
    return ahead === (stated.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  })
}

function byOffset(name: string): ZoneClock | null {
  const [, sign, hours, minutes = '00'] = /^(?:UTC|GMT)?([+-])(\d\d):?(\d\d)?$/.exec(name) ?? []
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null
  return offsetClock(`${sign}${hours}:${minutes}`)
}
