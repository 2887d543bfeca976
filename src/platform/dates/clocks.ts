import type { LocalizedName } from '../i18n/localized-text.ts'
import { onClock, type WallTime, wallTime } from './wall-time.ts'

/** When something happens, as one side's clock shows it. */
export interface ClockReading {
  zone: string
  start: Temporal.ZonedDateTime
  end: Temporal.ZonedDateTime | null
  /** How many days later than on the first clock it begins; negative for earlier. */
  startShift: number
  endShift: number
}

/** When something begins and ends, and in which zone that was decided; null where it is not known. */
export interface Hours {
  startsAt: Date | null
  endsAt: Date | null
  zone: string
}

/** The zone in which the capital of a country (ISO 3166-1 alpha-2) keeps its hours. */
export function zoneOf(country: string): string {
  const known = capitals[country]
  if (known !== undefined) return known
  return new Intl.Locale(`und-${country}`).getTimeZones?.()?.[0] ?? 'UTC'
}

/** The zones of a network's countries, each once, in their order; that of the hours too, where it is another. */
export function zonesFor(countries: readonly string[], zone?: string): string[] {
  return [...new Set([...countries.map(zoneOf), ...(zone === undefined ? [] : [zone])])]
}

/** The hours on every side’s clock, always all of them and in one order; empty where the hours are not known. */
export function readClocks({ startsAt, endsAt, zone }: Hours, countries: readonly string[]): ClockReading[] {
  if (!startsAt) return []
  const at = (date: Date, on: string) =>
    Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(on)
  const zones = zonesFor(countries, zone)
  const first = at(startsAt, zones[0] ?? zone).toPlainDate()
  return zones.map((each) => {
    const start = at(startsAt, each)
    const end = endsAt ? at(endsAt, each) : null
    return {
      zone: each,
      start,
      end,
      startShift: daysFrom(first, start),
      endShift: end ? daysFrom(first, end) : 0,
    }
  })
}

/** What `readClocks` returns, computed by arithmetic alone: pages show it for every event of a list. */
export interface WallReading extends Omit<ClockReading, 'start' | 'end'> {
  start: WallTime
  end: WallTime | null
}

export function readWallClocks(
  { startsAt, endsAt, zone }: Hours,
  countries: readonly string[],
): WallReading[] {
  if (!startsAt) return []
  const zones = zonesFor(countries, zone)
  const first = dayNumber(startsAt, zones[0] ?? zone)
  return zones.map((each) => ({
    zone: each,
    start: wallTime(startsAt, each),
    end: endsAt ? wallTime(endsAt, each) : null,
    startShift: dayNumber(startsAt, each) - first,
    endShift: endsAt ? dayNumber(endsAt, each) - first : 0,
  }))
}

const dayNumber = (at: Date, zone: string) => Math.floor(onClock(at, zone).getTime() / 86_400_000)

/** The instants at which a clock shows a time: none where it skips it in spring, two where it shows it twice in autumn. */
export function instantsOf(day: string, time: string, zone: string): Temporal.Instant[] {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!earlier.toPlainDateTime().equals(wall)) return []
  return earlier.equals(later) ? [earlier.toInstant()] : [earlier.toInstant(), later.toInstant()]
}

/**
 * The message why a wall time is no instant: skipped in spring, or twice in autumn. Null also for invalid input, which its field reports.
 */
export function hourTrouble(day: string, time: string, zone: string) {
  try {
    const { length } = instantsOf(day, time, zone)
    return length === 1 ? null : length === 0 ? 'ui.error.hourSkipped' : 'ui.error.hourTwice'
  } catch {
    return null
  }
}

/** The instant of a wall clock; one that the clock skips in spring is read as the hour after. */
export function instantOf(day: string, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).toInstant()
}

export function cityOf(zone: string): LocalizedName {
  return cities[zone] ?? { en: (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ') }
}

function daysFrom(first: Temporal.PlainDate, moment: Temporal.ZonedDateTime): number {
  return first.until(moment.toPlainDate()).days
}

// Countries of several zones, by their capital's.
const capitals: Readonly<Record<string, string>> = {
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  ES: 'Europe/Madrid',
  FR: 'Europe/Paris',
  ID: 'Asia/Jakarta',
  KR: 'Asia/Seoul',
  MX: 'America/Mexico_City',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  US: 'America/New_York',
}

const cities: Readonly<Record<string, LocalizedName>> = {
  'Europe/Paris': { fr: 'Paris', ko: '파리', en: 'Paris' },
  'Asia/Seoul': { fr: 'Séoul', ko: '서울', en: 'Seoul' },
  'Africa/Casablanca': { fr: 'Casablanca', ar: 'الدار البيضاء', en: 'Casablanca' },
}
