import { findIana } from 'windows-iana'
import { localClock } from './local-names.ts'
import { offsetClock, utcClock, worldClock, type ZoneClock } from './zone-clock.ts'

const longestName = 200

/** The zone that a TZID means by its name alone, however the program that wrote it names zones; null for an unknown one. */
export function clockNamed(given: string): ZoneClock | null {
  const name = given.trim()
  if (name.length > longestName) return null
  const byName = worldClock(name) ?? byPath(name) ?? byWindowsName(name)
  return byName ?? byShownName(name) ?? byOffset(name) ?? byPlaces(name)
}

/** Whether a name is one of the world's zones, such as `Europe/Paris`, rather than a program's own. */
export function isWorldName(name: string): boolean {
  return name.includes('/') && worldClock(name) !== null
}

// Of `/freeassociation.sourceforge.net/Europe/Paris`, `/mozilla.org/20050126_1/Europe/Paris` and `posix/Europe/Paris`.
function byPath(name: string): ZoneClock | null {
  if (/^tzone:\/\/microsoft\/utc$/i.test(name)) return utcClock
  const parts = name.split('/')
  return worldClock(parts.slice(-3).join('/')) ?? worldClock(parts.slice(-2).join('/'))
}

// `Korea Standard Time`; Lotus Notes leaves the end out.
function byWindowsName(name: string): ZoneClock | null {
  const [zone] = [...findIana(name), ...findIana(`${name} Standard Time`)]
  return zone === undefined ? null : worldClock(zone)
}

// `(UTC+01:00) Brussels, Copenhagen, Madrid, Paris`, `(UTC-05:00) Eastern Time (US & Canada)`, `(UTC+09:00) 서울`: as Windows shows them.
function byShownName(name: string): ZoneClock | null {
  const [, offset = '+00:00', shown = ''] =
    /^\((?:UTC|GMT) ?([+-]\d\d[:.]\d\d)?\) *(.+)$/.exec(name.replace('−', '-')) ?? []
  if (shown === '') return null
  const [, own] = /^(.+?) Time(?: \(.+\))?$/.exec(shown) ?? []
  const clocks = [own === undefined ? null : byWindowsName(own), ...placeClocks(shown)]
  return clocks.find((clock) => clock && hasStandardOffset(clock, offset)) ?? null
}

// `서울`, `Paris, Madrid`: without a word of the offset, all that are known have to agree.
function byPlaces(name: string): ZoneClock | null {
  const [first = null, ...others] = placeClocks(name).flatMap((clock) => clock ?? [])
  return others.every((other) => first && isAlike(first, other)) ? first : null
}

function placeClocks(names: string): (ZoneClock | null)[] {
  return names.split(/, |、|，/).map((place) => {
    const id = cities().get(place.trim().replaceAll(' ', '_').toLowerCase())
    return id === undefined ? localClock(place) : worldClock(id)
  })
}

let known: Map<string, string> | null = null

function cities(): Map<string, string> {
  known ??= new Map(
    Intl.supportedValuesOf('timeZone').map((id) => [id.slice(id.lastIndexOf('/') + 1).toLowerCase(), id]),
  )
  return known
}

const ofYear = [1, 7].map((month) => Temporal.PlainDateTime.from({ year: 2020, month, day: 15 }))

function isAlike(one: ZoneClock, other: ZoneClock): boolean {
  return ofYear.every((wall) => one.instantOf(wall).equals(other.instantOf(wall)))
}

function hasStandardOffset(clock: ZoneClock, stated: string): boolean {
  const offset = offsetClock(stated.replace('.', ':'))
  return ofYear.some((wall) => clock.instantOf(wall).equals(offset.instantOf(wall)))
}

// `UTC+9`, `GMT+0900`, `(GMT +01:00)`, `+05:30`.
function byOffset(name: string): ZoneClock | null {
  const [, sign, hours, minutes = '00'] =
    /^\(?(?:UTC|GMT)? ?([+-])(\d{1,2})[:.]?(\d\d)?\)?$/.exec(name.replace('−', '-')) ?? []
  if (hours === undefined || Number(hours) > 14 || Number(minutes) > 59) return null
  return offsetClock(`${sign}${hours.padStart(2, '0')}:${minutes}`)
}
