import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { DaySource } from './holiday.ts'

/** Finds the day in a year. */
export type DayOfYear = (year: number) => Temporal.PlainDate

/** A day that comes every year. */
export interface YearlyDay {
  name: LocalizedName
  on: DayOfYear
  /** The first day on which it was observed, where that lies in the known period. */
  since?: string
  /** The last day on which it was observed, where that lies in the known period. */
  until?: string
  knownOn: string
  source: DaySource
  /** Codes of the places that observe it, where not all do. */
  regions?: readonly string[]
  /** Whether another day is given for it when it falls on a day that is free anyway. */
  substitution?: Substitution
}

export interface Substitution {
  /** Which days of the week count as lost; another holiday always does. */
  lostOn: 'sunday' | 'weekend'
  /** What the other day is called after: the feast, for each of its three days. */
  after: LocalizedName
  since: string
  knownOn: string
  source: DaySource
}

/** A day that came once. */
export interface SingleDay {
  date: string
  name: LocalizedName
  kind: 'decree' | 'election'
  isDayOff: boolean
  knownOn: string
  /** Since when it was known that it would not come. */
  withdrawnOn?: string
  source: DaySource
}

/** What is known of the days of one country. */
export interface CountryDays {
  country: string
  yearly: readonly YearlyDay[]
  single: readonly SingleDay[]
}

/** One day of every year, as in `05-01`. */
export function fixed(monthAndDay: string): DayOfYear {
  return (year) => Temporal.PlainDate.from(`${year}-${monthAndDay}`)
}

/** So many days after Easter Sunday of the western churches, or before. */
export function easter(days: number): DayOfYear {
  return (year) => easterSunday(year).add({ days })
}

/** A day of the Korean lunar calendar, or so many days after it. */
export function lunar(month: number, day: number, days = 0): DayOfYear {
  const monthCode = `M${String(month).padStart(2, '0')}`
  return (year) =>
    Temporal.PlainDate.from({ calendar: 'dangi', year, monthCode, day }).withCalendar('iso8601').add({ days })
}

// The anonymous Gregorian rule (Meeus, Astronomical Algorithms, chapter 8).
function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100)
  const golden = year % 19
  const sun = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + sun + 15) % 30
  const moon =
    epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const offset = moon - weekday
  const month = 3 + Math.floor((offset + 40) / 44)
  return new Temporal.PlainDate(year, month, offset + 28 - 31 * Math.floor(month / 4))
}
