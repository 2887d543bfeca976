import { daysOfRule } from './days.ts'
import type { Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf } from './shape.ts'

/** A series without changes to days that it does not have: after its date or its rule changed, they would apply to no occurrence. */
export function fitting(date: SeriesDate, recurrence: Recurrence): Recurrence {
  const shape = shapeOf(date)
  if (shape === null) return recurrence
  const { leftOut, added, changes } = recurrence
  const named = [...leftOut, ...added, ...changes.map(({ id }) => id)]
  const ofRule = daysOfRule(shape, recurrence, named)
  const out = new Set(leftOut.filter((day) => ofRule.has(day)))
  const besides = new Set(added.filter((day) => !ofRule.has(day)))
  return {
    ...recurrence,
    leftOut: [...out].toSorted(),
    added: [...besides].toSorted(),
    changes: changes
      .filter(({ id }) => besides.has(id) || (ofRule.has(id) && !out.has(id)))
      .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  }
}
