import { dayAfter, daysFrom } from '../../planning/side.ts'
import type { PlacedEvent } from '../calendar/day-place.ts'
import { weekOf } from '../calendar/iso-week.ts'

/** A day of the grid with what begins and ends on it. */
export interface MonthDay<E> {
  day: string
  isInMonth: boolean
  events: PlacedEvent<E>[]
}

/** What lasts several days, as far as one week shows it. */
export interface Bar<E> {
  placed: PlacedEvent<E>
  /** Of the week's seven days, from 0. */
  start: number
  length: number
  comesFromBefore: boolean
  goesOn: boolean
}

export interface MonthWeek<E> {
  /** ISO 8601: `2017-W40`. */
  week: string
  number: number
  days: MonthDay<E>[]
  /** Bars that share one line without overlapping. */
  lanes: Bar<E>[][]
}

export interface MonthGrid<E> {
  weeks: MonthWeek<E>[]
  /** Known to be on some day of this month, but not on which. */
  within: PlacedEvent<E>[]
  /** Known to be on some day of a longer time, of which this month is a part. */
  wider: PlacedEvent<E>[]
}

/** First and last day of a month, and of the whole weeks around it, from a Monday to a Sunday. */
export function monthBounds(month: string) {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return {
    first: first.toString(),
    last: last.toString(),
    from: first.subtract({ days: first.dayOfWeek - 1 }).toString(),
    to: last.add({ days: 7 - last.dayOfWeek }).toString(),
  }
}

/** A month as weeks of days; what is not known to the day is kept apart, on none of them. */
export function monthGrid<E>(month: string, placed: readonly PlacedEvent<E>[]): MonthGrid<E> {
  const { first, last, from, to } = monthBounds(month)
  const exact = placed.filter(({ isExact }) => isExact)
  const vague = placed.filter((each) => !each.isExact && each.from <= last && each.to >= first)
  const days = daysFrom(from, to)
  const short = Map.groupBy(
    exact.filter((each) => each.from === each.to),
    (each) => each.from,
  )
  const long = exact.filter((each) => each.from < each.to)
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7))
  const isWithin = (each: PlacedEvent<E>) => each.from >= first && each.to <= last
  return {
    weeks: weeks.map((week) => ({
      ...weekOf(week[0] ?? from),
      days: week.map((day) => ({
        day,
        isInMonth: day >= first && day <= last,
        events: short.get(day) ?? [],
      })),
      lanes: lanesOf(week, long),
    })),
    within: vague.filter(isWithin),
    wider: vague.filter((each) => !isWithin(each)),
  }
}

function lanesOf<E>(week: string[], long: readonly PlacedEvent<E>[]): Bar<E>[][] {
  const [monday = ''] = week
  const sunday = dayAfter(monday, 6)
  const lanes: Bar<E>[][] = []
  for (const placed of long.filter((each) => each.from <= sunday && each.to >= monday)) {
    const start = Math.max(0, week.indexOf(placed.from))
    const end = placed.to > sunday ? 6 : week.indexOf(placed.to)
    const bar = {
      placed,
      start,
      length: end - start + 1,
      comesFromBefore: placed.from < monday,
      goesOn: placed.to > sunday,
    }
    const free = lanes.find((lane) => lane.every((other) => other.start + other.length <= start))
    if (free) free.push(bar)
    else lanes.push([bar])
  }
  return lanes
}
