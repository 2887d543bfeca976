import type { Recurrence } from './schema.ts'
import type { SeriesShape } from './shape.ts'

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The week of its month in which a day is, by its Thursday, and the days of that month on which this weekday falls in such a week. */
export interface WeekPlace {
  position: number
  days: number[]
}

/** The weekdays of a series by weeks, ISO, that of its beginning among them. */
export function weekdaysOf({ weekdays }: Recurrence, first: Temporal.PlainDate): number[] {
  return [...new Set([first.dayOfWeek, ...weekdays])].toSorted((a, b) => a - b)
}

/** Which of its weekday in the month a day is. */
export function positionOf({ day }: Temporal.PlainDate): number {
  return Math.ceil(day / 7)
}

/** Whether a day is the last of its weekday in the month. */
export function isLastWeekday({ day, daysInMonth }: Temporal.PlainDate): boolean {
  return day + 7 > daysInMonth
}

/** The week of a day in its month; null if such a week may cross the end of a month, which no rule can express. */
export function weekPlaceOf(date: Temporal.PlainDate, unit: Recurrence['unit']): WeekPlace | null {
  const shift = date.dayOfWeek - 4
  const thursday = date.subtract({ days: shift })
  if (thursday.month !== date.month) return null
  const position = Math.ceil(thursday.day / 7)
  const from = (position - 1) * 7 + 1 + shift
  const longest = unit === 'year' && date.month !== 2 ? date.daysInMonth : 28
  if (from < 1 || from + 6 > longest) return null
  return { position, days: Array.from({ length: 7 }, (_, index) => from + index) }
}

/** The rule of a series in RFC 5545, whose beginning has the shape given; its end is the last moment of a day, in UTC where hours are known. */
export function ruleText(shape: SeriesShape, recurrence: Recurrence): string {
  const { unit, interval, until, count } = recurrence
  const parts = [
    `FREQ=${{ week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }[unit]}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...placeParts(shape, recurrence),
    ...(count === null ? [] : [`COUNT=${count}`]),
    ...(until === null ? [] : [`UNTIL=${untilValue(shape, until)}`]),
  ]
  return parts.join(';')
}

function placeParts(shape: SeriesShape, recurrence: Recurrence): string[] {
  const { first } = shape
  const { unit, placing } = recurrence
  if (!shape.isExact) return []
  const weekday = weekdayCodes[first.dayOfWeek - 1] ?? ''
  if (unit === 'week')
    return [
      `BYDAY=${weekdaysOf(recurrence, first)
        .map((each) => weekdayCodes[each - 1])
        .join(',')}`,
    ]
  const month = unit === 'year' ? [`BYMONTH=${first.month}`] : []
  const week = placing === 'week' ? weekPlaceOf(first, unit) : null
  if (week !== null) return [...month, `BYMONTHDAY=${week.days.join(',')}`, `BYDAY=${weekday}`]
  if (placing === 'weekday') return [...month, `BYDAY=${positionOf(first)}${weekday}`]
  if (placing === 'last_weekday') return [...month, `BYDAY=-1${weekday}`]
  return [...month, `BYMONTHDAY=${first.day}`]
}

function untilValue(shape: SeriesShape, until: string): string {
  if (!shape.isExact || shape.hours === null) return until.replaceAll('-', '')
  const last = Temporal.PlainDate.from(until).toZonedDateTime({
    timeZone: shape.hours.zone,
    plainTime: '23:59:59',
  })
  return `${last.toInstant().toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`
}
