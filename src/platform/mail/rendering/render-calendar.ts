import { eventFromStored } from '../../calendar/calendar-event.ts'
import { writeCalendar } from '../../calendar/writing/write-calendar.ts'
import type { StoredCalendarPart, StoredMailCalendar } from '../mail.ts'

/** A calendar part of a mail, as iCalendar. */
export function renderCalendar(
  language: string,
  { method, event, changed = [] }: StoredCalendarPart,
): string {
  const product = `-//Entente//Mail//${language.toUpperCase()}`
  return writeCalendar({ product, method }, [event, ...changed].map(eventFromStored))
}

/** The other calendar parts of a mail, each a file that names its method. */
export function renderOthers(language: string, { others = [] }: StoredMailCalendar) {
  return others.map((other, index) => ({
    filename: `invite-${index + 2}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${other.method}`,
    content: renderCalendar(language, other),
  }))
}
