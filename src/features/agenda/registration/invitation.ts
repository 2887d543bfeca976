import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import type { MailCalendar } from '../../../platform/mail/mail.ts'
import { calendarEventsOf } from '../feeds/calendar-feed.ts'
import type { FeedEvent, Feeding } from '../feeds/feed-event.ts'

interface Invited {
  /** Who sends it: the address of the site, which reads no answers, under the name of the network. */
  organizer: { address: string; name: string }
  attendee: { address: string; name: string }
  /** For whom the event is still on. */
  isOn: boolean
  stampedAt: Date
}

/**
 * What the calendar of somebody who registered reads (RFC 5546, RFC 6047): the event of the feeds, by its uid, as an invitation that they
 * have accepted, or that it is off for them. Null for one without a date.
 */
export function invitationOf(
  feeding: Feeding,
  event: FeedEvent,
  { organizer, attendee, isOn, stampedAt }: Invited,
): MailCalendar | null {
  // Of a series its rule: whoever registers comes to all of it.
  const [known] = calendarEventsOf(feeding, event)
  if (known === undefined) return null
  const { status, ...rest } = known
  const told: CalendarEvent = {
    ...rest,
    stampedAt,
    organizer,
    attendees: [{ ...attendee, ...(isOn ? { answer: 'accepted' as const } : {}) }],
  }
  if (isOn) return { method: 'REQUEST', event: { ...told, ...(status ? { status } : {}) } }
  // To take one person off an event that goes on, its state stays unsaid (RFC 5546 3.2.5).
  return {
    method: 'CANCEL',
    event: event.state === 'cancelled' ? { ...told, status: 'cancelled' } : told,
  }
}
