import { LRUCache } from 'lru-cache'
import { lastDay } from '../../../platform/dates/index.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { CountryDays, SingleDay, Substitution, YearlyDay } from './day-rules.ts'
import { france } from './france.ts'
import { frenchLocalVotes } from './french-elections.ts'
import { checkedUntil, type DaySource, type Holiday } from './holiday.ts'
import { korea } from './korea.ts'
import { koreanLocalVotes } from './korean-elections.ts'

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

/** The last vote, up to an ISO day, that renewed local authorities of a checked country; null where none is known. */
export function lastLocalElection(country: string, today: string): string | null {
  const held = (checked.get(country)?.single ?? []).filter(
    (day) => isLocalVote(day) && day.date <= today && isKnown(day, today),
  )
  return (
    held
      .map(({ date }) => date)
      .toSorted()
      .at(-1) ?? null
  )
}

/** Every vote that renews local authorities of a checked country (ISO day), held or fixed by now. */
export const localElections: readonly { country: string; date: string }[] = [...checked.values()].flatMap(
  ({ country, single }) =>
    single
      .filter((day) => isLocalVote(day) && day.withdrawnOn === undefined)
      .map(({ date }) => ({ country, date })),
)

function isLocalVote({ name }: SingleDay): boolean {
  return frenchLocalVotes.includes(name) || koreanLocalVotes.includes(name)
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

/** A yearly day in its year. */
interface DatedDay {
  date: Temporal.PlainDate
  rule: YearlyDay
}

interface Substitute {
  date: string
  name: LocalizedName
  knownOn: string
  source: DaySource
}

/**
 * The substitutes for days that fall on a day free anyway, as known on a day: the next day that is neither a holiday nor of a weekend. Two
 * holidays on one day lose one day, and so are made up once.
 */
function substitutesOf(days: readonly DatedDay[], knownOn: string): Substitute[] {
  const taken = new Set(days.map(({ date }) => date.toString()))
  const madeUp = new Set<string>()
  const found: Substitute[] = []
  for (const { date, rule } of days.toSorted((a, b) => Temporal.PlainDate.compare(a.date, b.date))) {
    const substitution = inForce(rule.substitution, date, knownOn)
    if (!substitution || madeUp.has(date.toString())) continue
    const others = days.filter((other) => other.rule !== rule && other.date.equals(date))
    if (!isLost(date, substitution) && !(others.length > 0 && !isWeekend(date))) continue
    const next = nextFree(date, taken)
    taken.add(next.toString())
    madeUp.add(date.toString())
    found.push({
      date: next.toString(),
      name: nameAfter(substitution.after),
      knownOn: [substitution.knownOn, rule.knownOn].toSorted().at(-1) ?? substitution.knownOn,
      source: substitution.source,
    })
  }
  return found
}

function inForce(
  substitution: Substitution | undefined,
  date: Temporal.PlainDate,
  knownOn: string,
): Substitution | null {
  if (!substitution || substitution.knownOn > knownOn) return null
  return date.toString() >= substitution.since ? substitution : null
}

function isLost(date: Temporal.PlainDate, { lostOn }: Substitution): boolean {
  return date.dayOfWeek === 7 || (lostOn === 'weekend' && date.dayOfWeek === 6)
}

function isWeekend({ dayOfWeek }: Temporal.PlainDate): boolean {
  return dayOfWeek > 5
}

function nextFree(date: Temporal.PlainDate, taken: ReadonlySet<string>): Temporal.PlainDate {
  const next = date.add({ days: 1 })
  return isWeekend(next) || taken.has(next.toString()) ? nextFree(next, taken) : next
}

function nameAfter({ fr, ko, en }: LocalizedName): LocalizedName {
  return {
    fr: `Jour de remplacement (${fr})`,
    ko: `대체공휴일(${ko})`,
    en: `Substitute holiday (${en})`,
  }
}
