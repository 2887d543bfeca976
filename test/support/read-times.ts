import type { CalendarTime } from '../../src/platform/calendar/calendar-event.ts'
import { calendarText } from '../../src/platform/calendar/reading/calendar-text.ts'
import type { Window } from '../../src/platform/calendar/reading/occurrences.ts'
import { readCalendar } from '../../src/platform/calendar/reading/read-calendar.ts'

/** When the events of a calendar take place, by our own reader: `uid start/end` to the minute in UTC, a missing end as the start. */
export function listTimes(bytes: Uint8Array, window: Window): string[] {
  const { text } = calendarText(bytes, 5e6)
  return readCalendar(text, window)
    .events.flatMap(({ uid, occurrences }) =>
      occurrences.map(({ start, end }) => `${uid} ${minute(start)}/${minute(end ?? start)}`),
    )
    .toSorted()
}

function minute(time: CalendarTime): string {
  if (time.kind === 'day') return `${time.day}T00:00`
  return (time.kind === 'instant' ? time.at.toISOString() : time.at).slice(0, 16)
}
