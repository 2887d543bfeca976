import { readEdtf } from '../../../platform/dates/index.ts'
import { seriesDays } from './days.ts'
import { changeOn } from './occurrence.ts'
import type { Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf, timeOn } from './shape.ts'

/** Where lists find one occurrence. */
export interface ListedDay {
  /** On which it begins by the rule. */
  occursOn: string
  startsOn: string
  endsOn: string
  isCancelled: boolean
}

interface ListedDays {
  days: ListedDay[]
  /** The last day up to which they are written down; null where all are. */
  until: string | null
}

/** How far ahead occurrences are written down. */
export const yearsAhead = 3
const yearsBack = 2
const mostPast = 100
const mostComing = 700

/** The earliest and the latest day that counts as today: a demonstration lives in the past. */
export interface Presents {
  first: string
  last: string
}

/** The occurrences of a series in lists: up to three years ahead of today, also of one without an end. */
export function listedDays(date: SeriesDate, recurrence: Recurrence, today: Presents): ListedDays {
  const shape = shapeOf(date)
  if (shape === null) return { days: [], until: null }
  const horizon = Temporal.PlainDate.from(today.last).add({ years: yearsAhead }).toString()
  // A weekly series would fill lists that nobody reads so far back.
  const from = Temporal.PlainDate.from(today.first).subtract({ years: yearsBack }).toString()
  const all = seriesDays(shape, recurrence, {
    until: horizon,
    ...(recurrence.unit === 'week' ? { from } : {}),
  })
  const days = all.days.map((occursOn): ListedDay => {
    const change = changeOn(recurrence, occursOn)
    const when = change?.when ?? timeOn(shape, occursOn).when ?? occursOn
    const { from: startsOn, to: endsOn } = readEdtf(when)
    return { occursOn, startsOn, endsOn, isCancelled: change?.isCancelled ?? false }
  })
  const past = days.filter(({ endsOn }) => endsOn < today.first)
  const coming = days.filter(({ endsOn }) => endsOn >= today.first)
  const isCut = coming.length > mostComing
  return {
    days: [...past.slice(-mostPast), ...coming.slice(0, mostComing)],
    until: isCut ? (coming[mostComing - 1]?.occursOn ?? null) : all.goesOn ? horizon : null,
  }
}
