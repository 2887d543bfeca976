import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { mostDays, mostInterval, mostTimes } from './codes.ts'
import { mostYears, ruleDays } from './days.ts'
import { isLastWeekday, weekPlaceOf } from './rule-text.ts'
import type { Recurrence } from './schema.ts'
import { type SeriesDate, shapeOf, timeOn } from './shape.ts'

/** Why an event cannot repeat as requested. */
type RecurrenceTrouble =
  | 'noDate'
  | 'vague'
  | 'interval'
  | 'untilBeforeStart'
  | 'untilTooFar'
  | 'count'
  | 'crossingWeek'
  | 'notLast'
  | 'overlap'
  | 'never'
  | 'tooManyDays'
  | 'addedOutside'

/** The part of the request to which a trouble belongs. */
export const troubleParts: Record<
  RecurrenceTrouble,
  'repeats' | 'interval' | 'until' | 'count' | 'placing' | 'leftOut' | 'added'
> = {
  noDate: 'repeats',
  vague: 'repeats',
  interval: 'interval',
  untilBeforeStart: 'until',
  untilTooFar: 'until',
  count: 'count',
  crossingWeek: 'placing',
  notLast: 'placing',
  overlap: 'interval',
  never: 'repeats',
  tooManyDays: 'leftOut',
  addedOutside: 'added',
}

// Two weeks of every day.
const mostCompared = 14

/** What is wrong with a series, the first trouble only; null for a possible one. */
export function recurrenceTrouble(date: SeriesDate, recurrence: Recurrence): RecurrenceTrouble | null {
  const shape = shapeOf(date)
  if (shape === null) return 'noDate'
  const { unit, interval, placing, until, count, leftOut, added } = recurrence
  const { first } = shape
  if (interval < 1 || interval > mostInterval) return 'interval'
  if (!shape.isExact && (unit !== 'year' || placing !== 'day')) return 'vague'
  if (count !== null && (count < 2 || count > mostTimes)) return 'count'
  if (until !== null && until <= first.toString()) return 'untilBeforeStart'
  if (until !== null && until > first.add({ years: mostYears }).toString()) return 'untilTooFar'
  if (unit !== 'week' && placing === 'week' && shape.isExact && weekPlaceOf(first, unit) === null)
    return 'crossingWeek'
  if (unit !== 'week' && placing === 'last_weekday' && !isLastWeekday(first)) return 'notLast'
  if (leftOut.length + added.length > mostDays) return 'tooManyDays'
  const century = first.add({ years: mostYears }).toString()
  if (added.some((day) => day < first.toString() || day > century)) return 'addedOutside'
  const days = ruleDays(shape, recurrence, { until: century, most: mostCompared }).days
  if (days.length < 2) return 'never'
  const lastsUntil = (day: string) => timeOn(shape, day).when?.split('/').at(-1) ?? day
  const isOverBefore = (day: string, index: number) => index === 0 || lastsUntil(days[index - 1] ?? '') < day
  return shape.isExact && !days.every(isOverBefore) ? 'overlap' : null
}

/** The messages beside the field. */
export const troubleKeys = {
  noDate: 'agenda.error.recurrence.noDate',
  vague: 'agenda.error.recurrence.vague',
  interval: 'agenda.error.recurrence.interval',
  untilBeforeStart: 'agenda.error.recurrence.untilBeforeStart',
  untilTooFar: 'agenda.error.recurrence.untilTooFar',
  count: 'agenda.error.recurrence.count',
  crossingWeek: 'agenda.error.recurrence.crossingWeek',
  notLast: 'agenda.error.recurrence.notLast',
  overlap: 'agenda.error.recurrence.overlap',
  never: 'agenda.error.recurrence.never',
  tooManyDays: 'agenda.error.recurrence.tooManyDays',
  addedOutside: 'agenda.error.recurrence.addedOutside',
} as const satisfies Record<RecurrenceTrouble, PlainMessageKey>

/** What is wrong with a series, for programs. */
export const troubleDetails: Record<RecurrenceTrouble, string> = {
  noDate: 'null for an event of which nobody knows when it begins and ends',
  vague: 'by years and by the same time of the year alone, for a date that is not known to the day',
  interval: 'an interval from 1 to 50',
  untilBeforeStart: 'an end after the first day',
  untilTooFar: 'an end at most a hundred years after the first day; null for none',
  count: 'a count from 2 to 500, or null',
  crossingWeek: 'a placing by weekday: this week crosses the end of some months',
  notLast: 'a placing that the first day has: it is not the last of its weekday in the month',
  overlap: 'a longer interval: an occurrence would begin before the last one ends',
  never: 'a rule that has a second day',
  tooManyDays: 'at most 500 days left out and added',
  addedOutside: 'added days after the first one, and at most a hundred years after it',
}
