import { daysFrom, isBridge, type Side } from '../planning/side.ts'
import type { Holiday } from './holiday.ts'

/** A day that is special on one side at least, with what it is on each. */
export interface CalendarDay {
  day: string
  sides: { country: string; holidays: readonly Holiday[]; isBridge: boolean }[]
}

/** The special days of a year on all sides, side by side. */
export function calendarYear(sides: readonly Side[], year: number): CalendarDay[] {
  return daysFrom(`${year}-01-01`, `${year}-12-31`)
    .map((day) => ({
      day,
      sides: sides.map((side) => ({
        country: side.country,
        holidays: side.holidays.get(day) ?? [],
        isBridge: isBridge(side, day),
      })),
    }))
    .filter(({ sides: each }) => each.some((side) => side.holidays.length > 0 || side.isBridge))
}
