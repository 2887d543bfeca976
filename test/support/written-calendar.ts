import type { Calendar, CalendarEvent, CalendarTime } from '../../src/platform/calendar/calendar-event.ts'
import { type ReadCalendar, readCalendar } from '../../src/platform/calendar/reading/read-calendar.ts'

export const calendar: Calendar = { product: '-//Entente//Test//EN' }

export const instant = (at: string, zone: string): CalendarTime => ({
  kind: 'instant',
  at: new Date(at),
  zone,
})

/** A meeting at Tours on 7 July 2017. */
export const meeting: CalendarEvent = {
  uid: 'tours@entente.example',
  stampedAt: new Date('2017-07-08T00:00:00Z'),
  start: instant('2017-07-07T08:00:00Z', 'Europe/Paris'),
  end: instant('2017-07-07T15:00:00Z', 'Europe/Paris'),
  summary: { text: 'Réunion', language: 'fr' },
}

export const unfolded = (text: string) => text.replaceAll('\r\n ', '')

/** What our reader makes of a calendar that was written. */
export function readBack(text: string): ReadCalendar {
  return readCalendar(unfolded(text), { from: Date.UTC(1900, 0), until: Date.UTC(2150, 0), most: 10 })
}

/** A time to compare: in an hour that comes twice the zone is left out, the instant is not. */
export const sameTime = (time: CalendarTime | undefined) =>
  time?.kind === 'instant' ? time.at.toISOString() : time?.kind === 'day' ? time.day : time
