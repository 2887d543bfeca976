import { dayAfter } from '../../planning/side.ts'

/** The week of a day by ISO 8601: its number, and its name with the year that it counts in (`2017-W40`). */
export function weekOf(day: string): { week: string; number: number } {
  const { weekOfYear = 1, yearOfWeek = 0 } = Temporal.PlainDate.from(day)
  return { week: `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`, number: weekOfYear }
}

/** The Monday of a week such as `2017-W40`; null for what names no week. */
export function mondayOf(week: string): string | null {
  const [, year = '', number = ''] = /^(\d{4})-W(\d\d)$/.exec(week) ?? []
  if (year === '') return null
  // The fourth of January is always in the first week.
  const fourth = Temporal.PlainDate.from(`${year}-01-04`)
  const monday = fourth
    .subtract({ days: fourth.dayOfWeek - 1 })
    .add({ weeks: Number(number) - 1 })
    .toString()
  return weekOf(monday).week === week ? monday : null
}

/** The seven days from a Monday on. */
export function daysOfWeek(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => dayAfter(monday, index))
}
