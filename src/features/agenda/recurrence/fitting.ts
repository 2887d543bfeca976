import { isDayOf, ruleDays } from './days.ts'
import type { Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf } from './shape.ts'

/**
 * A series without what is said of days that it does not have: after its date or its rule changed, what was said of one day would be
 * told of none.
 */
export function fitting(date: SeriesDate, recurrence: Recurrence): Recurrence {
  const shape = shapeOf(date)
  if (shape === null) return recurrence
  const isOfRule = (day: string) => ruleDays(shape, recurrence, { from: day, until: day }).days.includes(day)
  const added = [...new Set(recurrence.added)].filter((day) => !isOfRule(day)).toSorted()
  const series = { ...recurrence, added }
  const leftOut = [...new Set(recurrence.leftOut)].filter(isOfRule).toSorted()
  const changes = recurrence.changes
    .filter(({ id }) => isDayOf(shape, series, id) && !leftOut.includes(id))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return { ...series, leftOut, changes }
}
