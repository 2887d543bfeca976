import type { Application } from '../../../../platform/http/application.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Mail, MailBlock } from '../../../../platform/mail/mail.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { clockWords } from '../../meetings/views/meeting-clocks.tsx'
import type { Recipient } from '../recipients.ts'
import type { Convocation } from './convocation-mail.ts'
import { dayWords, placeText } from './mail-words.ts'

export interface MeetingChange {
  network: Convocation['network']
  meeting: Meeting
  /** How the meeting was before. */
  before: Meeting
  news: 'moved' | 'cancelled' | 'restored'
}

/** Tells somebody who is convened that the meeting has moved, is called off or takes place after all. */
export function changeMail(
  application: Pick<Application, 'translate' | 'settings'>,
  { network, meeting, before, news }: MeetingChange,
  { name, address, language }: Pick<Recipient, 'name' | 'address' | 'language'>,
  answerAddress: string,
): Mail {
  const t = application.translate(language)
  const reader: Reader = { language, interfaceLanguage: language, t, today: meeting.heldOn, now: null }
  const { countries } = network
  const title = chooseText(meeting.title, language)
  const place = placeText(meeting, language)
  const when = clockWords(reader, { countries, meeting })
  const whenBefore = clockWords(reader, { countries, meeting: before })
  const isOn = news !== 'cancelled'
  const body: MailBlock[] = [
    {
      kind: 'paragraph',
      text: t(`minutes.changeMail.${news}Text`, { network: chooseName(network.name, language).text }),
    },
    ...(title ? [{ kind: 'heading' as const, text: { text: title.text, language: title.language } }] : []),
    {
      kind: 'facts',
      facts: [
        { label: t('minutes.field.when'), value: when },
        ...(when === whenBefore ? [] : [{ label: t('minutes.changeMail.before'), value: whenBefore }]),
        ...(place ? [{ label: t('minutes.field.place'), value: place }] : []),
      ],
    },
    ...(isOn
      ? [{ kind: 'action' as const, label: t('minutes.convocationMail.action'), address: answerAddress }]
      : []),
    ...(isOn ? [{ kind: 'smallPrint' as const, text: t('minutes.convocationMail.smallPrint') }] : []),
    { kind: 'smallPrint', text: t(`minutes.changeMail.${isOn ? 'calendar' : 'calendarOff'}`) },
  ]
  return {
    to: { address, name },
    language,
    networkId: network.id,
    kind: 'minutes.meetingChange',
    // Its link answers in their name.
    isSecret: isOn,
    subject: t(`minutes.changeMail.${news}Subject`, {
      title: title?.text ?? '',
      day: dayWords(reader, network, meeting),
    }),
    body,
  }
}
