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
  /** Up to which day they are written down; null where there are no more. */
  until: string | null
}

/** How far ahead occurrences are written down. */
export const yearsAhead = 3
const yearsBack = 2
const mostPast = 100
const mostComing = 500

/** The occurrences of a series that lists know on a day: three years ahead, of what goes on for ever too. */
export function listedDays(date: SeriesDate, recurrence: Recurrence, today: string): ListedDays {
  const shape = shapeOf(date)
  if (shape === null) return { days: [], until: null }
  const on = Temporal.PlainDate.from(today)
  const horizon = on.add({ years: yearsAhead }).toString()
  // What comes back every week fills lists that nobody reads so far back.
  const from = recurrence.unit === 'week' ? on.subtract({ years: yearsBack }).toString() : undefined
  const bounds = { until: horizon, ...(from === undefined ? {} : { from }) }
  const all = seriesDays(shape, recurrence, bounds)
  const days = all.days.map((occursOn): ListedDay => {
    const change = changeOn(recurrence, occursOn)
    const when = change?.when ?? timeOn(shape, occursOn).when ?? occursOn
    const { from: startsOn, to: endsOn } = readEdtf(when)
    return { occursOn, startsOn, endsOn, isCancelled: change?.isCancelled ?? false }
  })
  const past = days.filter(({ endsOn }) => endsOn < today)
  const coming = days.filter(({ endsOn }) => endsOn >= today)
  const isCut = coming.length > mostComing
  return {
    days: [...past.slice(-mostPast), ...coming.slice(0, mostComing)],
    until: isCut ? (coming[mostComing - 1]?.occursOn ?? null) : all.goesOn ? horizon : null,
  }
}
