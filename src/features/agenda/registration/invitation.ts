import type { CalendarEvent } from '../../../platform/calendar/calendar-event.ts'
import type { MailCalendar } from '../../../platform/mail/mail.ts'
import { calendarEventsOf } from '../feeds/calendar-feed.ts'
import type { CalendarFeeding, FeedEvent } from '../feeds/feed-event.ts'

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
  feeding: CalendarFeeding,
  event: FeedEvent,
  { organizer, attendee, isOn, stampedAt }: Invited,
): MailCalendar | null {
  const [known, ...changed] = calendarEventsOf(feeding, event)
  if (known === undefined) return null
  const tell = ({ status, ...rest }: CalendarEvent): CalendarEvent => ({
    ...rest,
    stampedAt,
    organizer,
    attendees: [{ ...attendee, ...(isOn ? { answer: 'accepted' as const } : {}) }],
    // To take one person off an event that goes on, its state stays unsaid (RFC 5546 3.2.5).
    ...(status && (isOn || event.state === 'cancelled') ? { status } : {}),
  })
  if (!isOn) return { method: 'CANCEL', event: tell(known) }
  return {
    method: 'REQUEST',
    event: tell(known),
    ...(changed.length > 0 ? { changed: changed.map(tell) } : {}),
  }
}
