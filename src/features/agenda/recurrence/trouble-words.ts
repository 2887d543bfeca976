import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { RecurrenceTrouble } from './trouble.ts'

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
