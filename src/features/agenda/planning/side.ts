import type { Holiday } from '../holidays/holiday.ts'

/** One side of a plan: a country, its places that take part where they are known, and its days. */
export interface Side {
  country: string
  /** Administrative codes of the places and of those above them. */
  regions: readonly string[]
  holidays: ReadonlyMap<string, readonly Holiday[]>
  /** False where nobody knows the holidays of the country: it has weekends alone. */
  isKnown: boolean
}

/** A side with the holidays of its country, by their day; null where they are not known. */
export function sideOf(
  country: string,
  holidays: readonly Holiday[] | null,
  regions: readonly string[] = [],
): Side {
  const days = Map.groupBy(holidays ?? [], ({ date }) => date)
  return { country, regions, holidays: days, isKnown: holidays !== null }
}

/** The holidays of a side from one ISO day to another, without those of other places. */
export function holidaysBetween(side: Side, from: string, to: string): Holiday[] {
  return daysFrom(from, to).flatMap((day) =>
    (side.holidays.get(day) ?? []).filter((holiday) => isKeptBy(side, holiday)),
  )
}

/** Whether a day of some places alone concerns this side. */
export function isKeptBy({ regions }: Side, holiday: Holiday): boolean {
  return holiday.regions === null || holiday.regions.some((region) => regions.includes(region))
}

/** The holidays that close the offices of a side on an ISO day. */
export function daysOffOn(side: Side, day: string): Holiday[] {
  return (side.holidays.get(day) ?? []).filter((holiday) => holiday.isDayOff && isKeptBy(side, holiday))
}

/** Whether a day is of the weekend of a country: Friday and Saturday in some. */
export function isWeekend({ country }: Side, day: string): boolean {
  return weekendOf(country).includes(around(day).weekday)
}

export function isWorkingDay(side: Side, day: string): boolean {
  return !isWeekend(side, day) && daysOffOn(side, day).length === 0
}

export function isHoliday(side: Side, day: string): boolean {
  return daysOffOn(side, day).length > 0
}

/** A working day alone between a holiday and other days off: offices are open, and many people are absent. */
export function isBridge(side: Side, day: string): boolean {
  if (!isWorkingDay(side, day)) return false
  const [before, after] = [dayAfter(day, -1), dayAfter(day, 1)]
  if (isWorkingDay(side, before) || isWorkingDay(side, after)) return false
  return isHoliday(side, before) || isHoliday(side, after)
}

/** The days on end, this one among them, on which the offices of a side are closed; null on a working day. */
export function closureAround(side: Side, day: string): { from: string; to: string } | null {
  if (isWorkingDay(side, day)) return null
  return { from: lastClosed(side, day, -1), to: lastClosed(side, day, 1) }
}

function lastClosed(side: Side, day: string, step: 1 | -1): string {
  const next = dayAfter(day, step)
  return isWorkingDay(side, next) ? day : lastClosed(side, next, step)
}

/** The nearest day before (or after) this one on which all sides work; null where there is none within two months. */
export function commonWorkingDay(sides: readonly Side[], day: string, step: 1 | -1): string | null {
  for (let distance = 1; distance <= furthestDays; distance++) {
    const candidate = dayAfter(day, distance * step)
    if (sides.every((side) => isWorkingDay(side, candidate))) return candidate
  }
  return null
}

/** How far around a planned day the days of its sides have to be known. */
export const furthestDays = 60

/** The ISO day so many days later, or earlier. */
export function dayAfter(day: string, days: number): string {
  if (days === 1) return around(day).next
  return days === -1 ? around(day).previous : isoDay(msOf(day) + days * dayMs)
}

/** How many days later the second ISO day is than the first; negative for earlier. */
export function daysBetween(from: string, to: string): number {
  return (msOf(to) - msOf(from)) / dayMs
}

/** All ISO days from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  const length = Math.max(0, daysBetween(from, to) + 1)
  let day = from
  return Array.from({ length }, (_, index) => {
    if (index > 0) day = around(day).next
    return day
  })
}

interface Around {
  /** ISO: 1 is Monday. */
  weekday: number
  previous: string
  next: string
}

// A calendar needs the days around its days a thousand times: Temporal would take longer than all the rest of a page.
const knownDays = new Map<string, Around>()
const mostKnown = 20_000

function around(day: string): Around {
  const known = knownDays.get(day)
  if (known) return known
  const ms = msOf(day)
  const made = {
    weekday: new Date(ms).getUTCDay() || 7,
    previous: isoDay(ms - dayMs),
    next: isoDay(ms + dayMs),
  }
  if (knownDays.size >= mostKnown) knownDays.clear()
  knownDays.set(day, made)
  return made
}

const dayMs = 86_400_000
const msOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, -'T00:00:00.000Z'.length)

const saturdayAndSunday = [6, 7]
const weekends = new Map<string, readonly number[]>()

function weekendOf(country: string): readonly number[] {
  const known = weekends.get(country)
  if (known) return known
  const weekend = new Intl.Locale(`und-${country}`).getWeekInfo?.().weekend ?? saturdayAndSunday
  weekends.set(country, weekend)
  return weekend
}
