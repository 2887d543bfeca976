import type { EdtfDate } from './edtf-date.ts'

/** A stretch of ISO days, both ends included. */
export type DateRange = Pick<EdtfDate, 'from' | 'to'>

/** Sorts by the first possible day, then by the last: a day comes before the month that begins with it. */
export function compareDates(a: DateRange, b: DateRange): number {
  return compareDays(a.from, b.from) || compareDays(a.to, b.to)
}

/** True when the range may touch the period from `from` to `to`, both included; null leaves a side open. */
export function overlaps(range: DateRange, from: string | null, to: string | null): boolean {
  return (to === null || range.from <= to) && (from === null || range.to >= from)
}

/**
 * Whole years from one ISO day to a later one, negative the other way round: 1950-09-15 to 2020-09-15 is 70.
 * What happened on 29 February is a year older on 1 March when the year has no such day.
 */
export function yearsBetween(from: string, to: string): number {
  if (to < from) return -yearsBetween(to, from) || 0
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

function compareDays(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
