import type { CalendarAttendee, CalendarEvent } from '../calendar/calendar-event.ts'
import type { CalendarPart } from './mail.ts'

interface Invited extends Pick<CalendarAttendee, 'address' | 'name'> {
  /** What they have answered already. */
  answer?: CalendarAttendee['answer']
}

/**
 * An event as one person is asked to it (RFC 5546): they are its only attendee, since nobody reads there who else comes. A cancelled
 * event is taken out of their calendar. The event names its organiser.
 */
export function invitationTo(
  event: CalendarEvent,
  { address, name, answer }: Invited,
  stampedAt: Date,
): CalendarPart {
  const isOff = event.status === 'cancelled'
  const asked = { answer: answer ?? 'needs-action', isAsked: answer === undefined } as const
  return {
    method: isOff ? 'CANCEL' : 'REQUEST',
    event: {
      ...event,
      stampedAt,
      attendees: [{ address, ...(name ? { name } : {}), isOptional: false, ...(isOff ? {} : asked) }],
    },
  }
}
