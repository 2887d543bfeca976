import { writeDay } from '../../platform/i18n/formatters.ts'
import type { InterfaceLanguage } from '../../platform/i18n/languages.ts'

export interface LocalTime {
  /** Null for the shared clock (UTC). */
  country: string | null
  day: string
  time: string
  /** For machines, with its offset. */
  datetime: string
  /** How many days this clock is ahead of the first one, or behind. */
  shift: number
}

/**
 * An instant on the clocks of some countries, in their order. A country with several zones has no clock of its own here; if none has one,
 * the clock is UTC.
 */
export function localTimes(at: Date, countries: readonly string[], language: InterfaceLanguage): LocalTime[] {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  const sides = countries.flatMap((country) => {
    const [zone, ...others] = new Intl.Locale(`und-${country}`).getTimeZones?.() ?? []
    return zone !== undefined && others.length === 0 ? [{ country, zone }] : []
  })
  const [first, ...rest] = sides.length > 0 ? sides : [{ country: null, zone: 'UTC' }]
  const firstDay = instant.toZonedDateTimeISO(first?.zone ?? 'UTC').toPlainDate()
  return [first, ...rest].flatMap((side) => {
    if (side === undefined) return []
    const local = instant.toZonedDateTimeISO(side.zone)
    return {
      country: side.country,
      day: writeDay(language, local.toPlainDate(), dayShape),
      time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
      datetime: local.toString({ smallestUnit: 'second', timeZoneName: 'never' }),
      shift: firstDay.until(local.toPlainDate(), { largestUnit: 'days' }).days,
    }
  })
}

const dayShape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
