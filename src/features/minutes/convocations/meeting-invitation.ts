import type { CalendarAttendee } from '../../../platform/calendar/calendar-event.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { invitationTo } from '../../../platform/mail/invitation.ts'
import type { CalendarPart } from '../../../platform/mail/mail.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import { meetingEvent, type ToldMeeting } from '../meetings/meeting-event.ts'
import type { Answer } from './queries.ts'
import type { Recipient } from './recipients.ts'

// A represented invitee has named a person whose address is unknown: their calendar keeps the question.
const answered: Partial<Record<Answer, NonNullable<CalendarAttendee['answer']>>> = {
  present: 'accepted',
  remote: 'accepted',
  excused: 'declined',
}

/** A meeting as an invitee’s calendar reads it: a request, or a cancellation. */
export function meetingInvitation(
  services: {
    translate(language: InterfaceLanguage): Translate
    settings: Pick<Settings, 'baseUrl' | 'mailFrom' | 'answers'>
  },
  told: ToldMeeting,
  { name, address, language }: Pick<Recipient, 'name' | 'address' | 'language'>,
  { answer, at }: { answer: Answer | null; at: Date },
): CalendarPart {
  const t = services.translate(language)
  const reader = { language, interfaceLanguage: language, t, today: told.meeting.heldOn, now: null }
  const given = answer === null ? undefined : answered[answer]
  const invited = { address, name, ...(given ? { answer: given } : {}) }
  return invitationTo(meetingEvent(services.settings, reader, told), invited, at)
}
