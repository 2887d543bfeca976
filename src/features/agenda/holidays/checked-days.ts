import { LRUCache } from 'lru-cache'
import { lastDay } from '../../../platform/dates/index.ts'
import type { CountryDays, SingleDay, YearlyDay } from './day-rules.ts'
import { france } from './france.ts'
import type { Holiday } from './holiday.ts'
import { checkedUntil } from './known-period.ts'
import { korea } from './korea.ts'
import { type DatedDay, substitutesOf } from './substitutes.ts'

const checked: ReadonlyMap<string, CountryDays> = new Map([france, korea].map((days) => [days.country, days]))

/** Whether the days of a country were checked by hand. */
export function isCheckedCountry(country: string): boolean {
  return checked.has(country)
}

/**
 * The days of a checked country from one ISO day to another, both included, as one could know them on a third, in order. Empty for
 * other countries.
 */
export function checkedDays(country: string, from: string, to: string, knownOn: string): Holiday[] {
  const days = checked.get(country)
  if (!days) return []
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  return [
    ...years.flatMap((year) => daysOfYear(days, year, knownOn)),
    ...days.single.filter((day) => isKnown(day, knownOn)).map((day) => singleDay(country, day)),
  ]
    .filter(({ date }) => date >= from && date <= to)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

// A year needs its moons and its substitutes, and every month of a calendar needs two years of each side.
const years = new LRUCache<string, readonly Holiday[]>({ max: 400 })

function daysOfYear(days: CountryDays, year: number, knownOn: string): readonly Holiday[] {
  const key = `${days.country} ${year} ${knownOn}`
  const known = years.get(key) ?? makeYear(days, year, knownOn)
  years.set(key, known)
  return known
}

function makeYear({ country, yearly }: CountryDays, year: number, knownOn: string): Holiday[] {
  const dated = yearly
    .filter((rule) => rule.knownOn <= knownOn)
    .map((rule) => ({ rule, date: rule.on(year) }))
    .filter(
      ({ rule, date }) => date.toString() >= (rule.since ?? '') && date.toString() <= (rule.until ?? lastDay),
    )
  const substitutes = substitutesOf(
    dated.filter(({ rule }) => !rule.regions),
    knownOn,
  )
  return [
    ...dated.map((day) => yearlyDay(country, day)),
    ...substitutes.map((day) => ({
      ...always(country, day.date),
      ...day,
      kind: 'substitute' as const,
      regions: null,
      isDayOff: true,
    })),
  ]
}

function yearlyDay(country: string, { rule, date }: DatedDay): Holiday {
  const day = date.toString()
  return {
    ...always(country, day),
    ...told(rule),
    kind: rule.regions ? 'regional' : 'statutory',
    isDayOff: true,
  }
}

function singleDay(country: string, { kind, isDayOff, ...day }: SingleDay): Holiday {
  return {
    ...always(country, day.date),
    name: day.name,
    knownOn: day.knownOn,
    source: day.source,
    kind,
    regions: null,
    isDayOff,
  }
}

function told({ name, knownOn, source, regions }: YearlyDay) {
  return { name, knownOn, source, regions: regions ?? null }
}

function always(country: string, date: string) {
  return { country, date, isProjected: date > checkedUntil, isChecked: true }
}

function isKnown({ knownOn, withdrawnOn }: SingleDay, day: string): boolean {
  return knownOn <= day && (withdrawnOn === undefined || withdrawnOn > day)
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}
