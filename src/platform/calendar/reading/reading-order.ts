import type { Window } from './occurrences.ts'
import type { ReadCalendar } from './read-calendar.ts'
import type { CalendarTrouble } from './remarks.ts'

/** The order that the process which reads a calendar gets, before the bytes themselves. */
export interface CalendarOrder {
  mostBytes: number
  window: Window
}

export type CalendarAnswer =
  | { is: 'calendar'; calendar: ReadCalendar }
  | { is: 'unreadable'; code: CalendarTrouble; detail: string }
