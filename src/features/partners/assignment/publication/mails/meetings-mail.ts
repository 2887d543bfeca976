import type { CalendarEvent } from '../../../../../platform/calendar/calendar-event.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import type { Mail, MailBlock } from '../../../../../platform/mail/mail.ts'
import { type ChangeKind, changeKinds } from '../appointment.ts'
import type { Recipient } from '../queries.ts'

interface MeetingsMail {
  reader: Reader
  to: Recipient
  networkId: string
  /** What the meetings belong to, and whom they are for. */
  event: string
  participant: string
  /** The first timetable, and not what has changed of one. */
  isFirst: boolean
  changes: Readonly<Record<ChangeKind, string[]>>
  /** All the meetings as they stand now. */
  timetable: string[]
  /** Null for who has no account. */
  address: string | null
  calendar: CalendarEvent[]
}

/** Somebody’s meetings, or what has become of them, with the file for their calendar. */
export function meetingsMail(mail: MeetingsMail): Mail {
  const { reader, to, event, participant, isFirst, changes, timetable, address } = mail
  const { t } = reader
  const words = { event, participant }
  const body: MailBlock[] = [
    {
      kind: 'paragraph',
      text: t(isFirst ? 'partners.assignmentMail.first' : 'partners.assignmentMail.changed', words),
    },
    ...(isFirst
      ? []
      : changeKinds.flatMap((kind) => listed(t(`partners.assignmentMail.${kind}`), changes[kind]))),
    ...(timetable.length === 0
      ? [{ kind: 'paragraph' as const, text: t('partners.assignmentMail.none') }]
      : listed(t('partners.assignmentMail.timetable'), timetable)),
    ...(address === null
      ? []
      : [{ kind: 'action' as const, label: t('partners.assignmentMail.open'), address }]),
    { kind: 'smallPrint', text: t('partners.assignmentMail.calendar') },
  ]
  const [first, ...others] = mail.calendar
  return {
    to: { address: to.address, name: to.name },
    language: reader.interfaceLanguage,
    networkId: mail.networkId,
    kind: 'partners.meetings',
    isSecret: false,
    subject: t(
      isFirst ? 'partners.assignmentMail.firstSubject' : 'partners.assignmentMail.changedSubject',
      words,
    ),
    body,
    ...(first ? { calendar: { method: 'PUBLISH' as const, event: first, changed: others } } : {}),
  }
}

function listed(heading: string, items: readonly string[]): MailBlock[] {
  if (items.length === 0) return []
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: [...items] },
  ]
}
