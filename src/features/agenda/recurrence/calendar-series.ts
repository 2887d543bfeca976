import type {
  CalendarEvent,
  CalendarRecurrence,
  CalendarTime,
} from '../../../platform/calendar/calendar-event.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import { ruleText } from './rule-text.ts'
import type { Recurrence } from './schema.ts'
import { type SeriesShape, shiftedBy, timeOn } from './shape.ts'

/** The series of an event for calendar programs (RFC 5545): the rule, and the days that are left out or added. */
export function calendarSeries(shape: SeriesShape, recurrence: Recurrence): CalendarRecurrence {
  const timeOf = (day: string) => beginningOn(shape, day)
  const { leftOut, added } = recurrence
  return {
    rule: ruleText(shape, recurrence),
    ...(leftOut.length > 0 ? { excluded: leftOut.map(timeOf) } : {}),
    ...(added.length > 0 ? { added: added.map(timeOf) } : {}),
  }
}

/** How calendar programs identify the occurrence of a day: its beginning by the rule. */
export function beginningOn(shape: SeriesShape, day: string): CalendarTime {
  const { startsAt } = timeOn(shape, day)
  return startsAt !== null && shape.isExact && shape.hours !== null
    ? { kind: 'instant', at: new Date(startsAt), zone: shape.hours.zone }
    : { kind: 'day', day }
}

const yearsCompared = 4

/**
 * The end of a vague series: programs give all occurrences the length of the first, and a February of 29 days would reach into another
 * March.
 */
export function endOfVague(shape: SeriesShape, event: CalendarEvent): Pick<CalendarEvent, 'end'> {
  if (shape.isExact || event.start.kind !== 'day') return event.end ? { end: event.end } : {}
  const lengths = Array.from({ length: yearsCompared }, (_, years) => {
    const date = shiftedBy(shape.edtf, years)
    if (date === null) return Number.POSITIVE_INFINITY
    const { from, to } = readEdtf(date)
    return Temporal.PlainDate.from(from).until(to).days
  })
  const end = shape.first.add({ days: Math.min(...lengths) + 1 })
  return { end: { kind: 'day', day: end.toString() } }
}
