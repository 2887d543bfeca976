import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { MailText } from '../../../../platform/mail/mail.ts'
import type { MailWords } from '../../../../platform/mail/mail-words.ts'
import type { Notified } from '../../../../platform/mail/notify.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { PendingAction } from '../../actions/queries.ts'
import { pointWords } from '../../agenda/agenda-list.tsx'
import type { Point } from '../../agenda/queries.ts'
import type { Meeting } from '../../meetings/meeting.ts'
import { clockWords } from '../../meetings/views/meeting-clocks.tsx'
import { dayWords, placeText, textIn } from './mail-words.ts'

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
    ],
    action: t('minutes.convocationMail.action'),
    notes: [t('minutes.convocationMail.smallPrint'), t('minutes.convocationMail.calendar')],
  }
}

function pointText(reader: Reader, point: Point): MailText {
  const chosen = chooseText(point.title, reader.language)
  const about = pointWords(reader, point)
  const text = `${chosen?.text ?? ''}${about ? ` (${about})` : ''}`
  return chosen && chosen.language !== reader.language ? { text, language: chosen.language } : text
}
