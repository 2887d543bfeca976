import type { Window } from './occurrences.ts'
import type { ReadCalendar } from './read-calendar.ts'
import type { CalendarTrouble } from './remarks.ts'

/** What the process that reads a calendar is asked for, before the bytes themselves. */
export interface CalendarOrder {
  mostBytes: number
  window: Window
}

export type CalendarAnswer =
  | { is: 'calendar'; calendar: ReadCalendar }
  | { is: 'unreadable'; code: CalendarTrouble; detail: string }
