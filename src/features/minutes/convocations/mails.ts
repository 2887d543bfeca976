import { readClocks } from '../../../platform/dates/index.ts'
import { writeDay } from '../../../platform/i18n/formatters.ts'
import { chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { MailText } from '../../../platform/mail/mail.ts'
import type { MailWords } from '../../../platform/mail/mail-words.ts'
import type { Notified } from '../../../platform/mail/notify.ts'
import type { RecordNetwork } from '../../../platform/records/record-head.ts'
import { languageNote } from '../../../ui/text/language-note.ts'
import type { PendingAction } from '../actions/queries.ts'
import { pointWords } from '../agenda/agenda-list.tsx'
import type { Point } from '../agenda/queries.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { placeOf } from '../meetings/meeting-event.ts'
import { clockWords } from '../meetings/views/meeting-facts.tsx'

export interface Convocation {
  network: RecordNetwork & { name: Record<string, string> }
  meeting: Meeting
  points: readonly Point[]
  pending: readonly PendingAction[]
}

/** Convenes a recipient in their language: time on both clocks, place, agenda, and a link to answer by. */
export function convocationMail<R>(
  notified: Notified<R>,
  { network, meeting, points, pending }: Convocation,
  readsCalendars: boolean,
): MailWords {
  const { t, language, network: name } = notified
  const reader = { ...notified.reader, today: meeting.heldOn }
  const title = chooseText(meeting.title, language)
  const when = clockWords(reader, { countries: network.countries, meeting })
  const invitation = textIn(meeting.invitation, language)
  const agenda: MailText[] = [
    ...(pending.length > 0 ? [t('minutes.agenda.pending')] : []),
    ...points.map((point) => pointText(reader, point)),
  ]
  const place = placeText(meeting, language)
  const chair = textIn(meeting.chair, language)
  return {
    kind: 'minutes.convocation',
    // Its link answers in their name.
    isSecret: true,
    subject: t('minutes.convocationMail.subject', {
      title: title?.text ?? '',
      day: dayWords(reader, network, meeting),
    }),
    body: [
      t('minutes.convocationMail.text', { network: name }),
      title && { kind: 'heading', text: { text: title.text, language: title.language } },
      {
        kind: 'facts',
        facts: [
          { label: t('minutes.field.when'), value: when },
          ...(place ? [{ label: t('minutes.field.place'), value: place }] : []),
          ...(chair ? [{ label: t('minutes.field.chair'), value: chair }] : []),
        ],
      },
      invitation && { kind: 'paragraph', text: invitation },
      agenda.length > 0 && { kind: 'heading', text: t('minutes.agenda.title') },
      { kind: 'list', items: agenda },
      languageNote(reader, [meeting.title, meeting.invitation, ...points.map((point) => point.title)], true),
    ],
    action: t('minutes.convocationMail.action'),
    notes: [
      t('minutes.convocationMail.smallPrint'),
      t(readsCalendars ? 'minutes.convocationMail.calendarRead' : 'minutes.convocationMail.calendar'),
    ],
  }
}

function pointText(reader: Reader, point: Point): MailText {
  const chosen = chooseText(point.title, reader.language)
  const about = pointWords(reader, point)
  const text = `${chosen?.text ?? ''}${about ? ` (${about})` : ''}`
  return chosen && chosen.language !== reader.language ? { text, language: chosen.language } : text
}

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

/** A text as a mail in the language shows it; null where there is none. */
function textIn(text: LocalizedText, language: string): MailText | null {
  const chosen = chooseText(text, language)
  if (!chosen) return null
  return chosen.language === language ? chosen.text : { text: chosen.text, language: chosen.language }
}

/** The place of a meeting, in words and with the name of the organisation. */
function placeText(meeting: Meeting, language: string): MailText | null {
  const place = placeOf(meeting, language)
  return place && place.language === language ? place.text : place
}

/** The day of a meeting for a subject, which has no room for the hours. */
function dayWords(reader: Reader, network: RecordNetwork, meeting: Meeting): string {
  const [first] = readClocks(meeting, network.countries)
  const day = first ? first.start.toPlainDate() : Temporal.PlainDate.from(meeting.heldOn)
  return writeDay(reader.interfaceLanguage, day, { day: 'numeric', month: 'long', year: 'numeric' })
}
