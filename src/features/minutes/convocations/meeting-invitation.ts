import type { CalendarAttendee } from '../../../platform/calendar/calendar-event.ts'
import type { Application } from '../../../platform/http/application.ts'
import { invitationTo } from '../../../platform/mail/invitation.ts'
import type { CalendarPart } from '../../../platform/mail/mail.ts'
import { meetingEvent, type ToldMeeting } from '../meetings/meeting-event.ts'
import type { Answer } from './queries.ts'
import type { Recipient } from './recipients.ts'

// Whoever is represented has named somebody whose address nobody knows: their calendar keeps the question.
const answered: Partial<Record<Answer, NonNullable<CalendarAttendee['answer']>>> = {
  present: 'accepted',
  remote: 'accepted',
  excused: 'declined',
}

/** A meeting as the calendar of somebody who is convened reads it: a request, or that it is called off. */
export function meetingInvitation(
  application: Pick<Application, 'translate' | 'settings'>,
  told: ToldMeeting,
  { name, address, language }: Pick<Recipient, 'name' | 'address' | 'language'>,
  { answer, at }: { answer: Answer | null; at: Date },
): CalendarPart {
  const t = application.translate(language)
  const reader = { language, interfaceLanguage: language, t, today: told.meeting.heldOn, now: null }
  const given = answer === null ? undefined : answered[answer]
  const invited = { address, name, ...(given ? { answer: given } : {}) }
  return invitationTo(meetingEvent(application.settings, reader, told), invited, at)
}
