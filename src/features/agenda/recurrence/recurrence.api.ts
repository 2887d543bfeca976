import { z } from 'zod'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { placings, units } from './codes.ts'
import { seriesOf } from './occurrence.ts'
import { ruleText } from './rule-text.ts'

/** How an event repeats, as the API returns it. */
export const recurrenceResponse = z.object({
  rule: z.string().describe('RFC 5545 (RRULE), from the beginning of the event on'),
  unit: z.enum(units),
  interval: z.int(),
  weekdays: z.array(z.int()).describe('ISO, Monday is 1; of series by weeks'),
  placing: z.enum(placings).describe('How a month or a year finds its day again'),
  until: z.iso.date().nullable().describe('Last possible day; null for no end'),
  count: z.int().nullable(),
  left_out: z.array(z.iso.date()),
  added: z.array(z.iso.date()),
  changed: z.array(z.iso.date()).describe('Days by the rule of the occurrences that were changed'),
})

/** How an event, or the series of this occurrence, repeats, as the API returns it; null if it takes place once. */
export function recurrenceResponseOf(event: AgendaEvent): z.input<typeof recurrenceResponse> | null {
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
