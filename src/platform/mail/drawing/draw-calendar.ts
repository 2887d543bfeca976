import { eventFromStored } from '../../calendar/stored-event.ts'
import { writeCalendar } from '../../calendar/writing/write-calendar.ts'
import type { StoredCalendarPart } from '../mail.ts'

/** A calendar part of a mail, as iCalendar. */
export function drawCalendar(language: string, { method, event, changed = [] }: StoredCalendarPart): string {
  const product = `-//Entente//Mail//${language.toUpperCase()}`
  return writeCalendar({ product, method }, [event, ...changed].map(eventFromStored))
}
