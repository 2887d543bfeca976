import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { MailWords } from '../../../../platform/mail/mail-words.ts'
import type { Notified } from '../../../../platform/mail/notify.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { clockWords } from '../../meetings/views/meeting-clocks.tsx'
import type { Convocation } from './convocation-mail.ts'
import { dayWords, placeText } from './mail-words.ts'

export interface MeetingChange {
  network: Convocation['network']
  meeting: Meeting
  /** The meeting before the change. */
  before: Meeting
  news: 'moved' | 'cancelled' | 'restored'
}

/** Tells an invitee that the meeting has moved, is cancelled or takes place after all. */
export function changeMail<R>(
  notified: Notified<R>,
  { network, meeting, before, news }: MeetingChange,
): MailWords {
  const { t, language, network: name } = notified
  const reader = { ...notified.reader, today: meeting.heldOn }
  const { countries } = network
  const title = chooseText(meeting.title, language)
  const place = placeText(meeting, language)
  const when = clockWords(reader, { countries, meeting })
  const whenBefore = clockWords(reader, { countries, meeting: before })
  const isOn = news !== 'cancelled'
  return {
    kind: 'minutes.meetingChange',
    // Its link answers in their name.
    isSecret: isOn,
    subject: t(`minutes.changeMail.${news}Subject`, {
      title: title?.text ?? '',
      day: dayWords(reader, network, meeting),
    }),
    body: [
      t(`minutes.changeMail.${news}Text`, { network: name }),
      title && { kind: 'heading', text: { text: title.text, language: title.language } },
      {
        kind: 'facts',
        facts: [
          { label: t('minutes.field.when'), value: when },
          ...(when === whenBefore ? [] : [{ label: t('minutes.changeMail.before'), value: whenBefore }]),
          ...(place ? [{ label: t('minutes.field.place'), value: place }] : []),
        ],
      },
    ],
    action: t('minutes.convocationMail.action'),
    notes: [
      isOn && t('minutes.convocationMail.smallPrint'),
      t(`minutes.changeMail.${isOn ? 'calendar' : 'calendarOff'}`),
    ],
  }
}
