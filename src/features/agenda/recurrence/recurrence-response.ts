import type { z } from 'zod'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { seriesOf } from './occurrence.ts'
import type { recurrenceResponse } from './response.schema.ts'
import { ruleText } from './rule-text.ts'

/** How an event, or the series of this occurrence, repeats, as the API returns it; null if it takes place once. */
export function recurrenceAnswerOf(event: AgendaEvent): z.input<typeof recurrenceResponse> | null {
  const series = seriesOf(event)
  if (series === null) return null
  const { recurrence, shape } = series
  const { unit, interval, weekdays, placing, until, count } = recurrence
  return {
    rule: ruleText(shape, recurrence),
    unit,
    interval,
    weekdays,
    placing,
    until,
    count,
    left_out: recurrence.leftOut,
    added: recurrence.added,
    changed: recurrence.changes.map(({ id }) => id),
  }
}
