import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { CalendarPart, MailBlock, MailText } from '../../../../platform/mail/mail.ts'
import type { MailWords } from '../../../../platform/mail/mail-words.ts'
import type { DetailsChange } from '../following/event-details.ts'
import { type ChangeKind, changeKinds } from './appointment.ts'

/** Why all the meetings of a participant change at once. */
export type ChangeCause = 'eventMoved' | 'eventCancelled' | 'eventDetails' | 'calledOff'

interface MeetingsMail {
  reader: Reader
  /** Whether the recipient has an account. */
  isInside: boolean
  /** What they answer in their calendar is read. */
  readsCalendars: boolean
  /** What the meetings belong to, where it is, and the participant they are for. */
  event: string
  title: MailText
  place: MailText | null
  /** Which of title and place are news, and their earlier values; null where nothing was announced before. */
  details: DetailsChange
  before: { title: MailText | null; place: MailText | null } | null
  participant: string
  /** The first timetable, rather than changes of one. */
  isFirst: boolean
  because: ChangeCause | null
  /** When the event is, in words. */
  when: string
  changes: Readonly<Record<ChangeKind, string[]>>
  /** All present meetings. */
  timetable: string[]
  /** The changed meetings, one by one. */
  calendar: CalendarPart[]
}

/** The meetings of a participant, or what has become of them, with the file for their calendar. */
export function meetingsMail(mail: MeetingsMail): MailWords {
  const { reader, isInside, readsCalendars, isFirst, changes, timetable } = mail
  const { t } = reader
  const isOff = timetable.length === 0
  const answered = readsCalendars ? 'calendarRead' : isInside ? 'calendar' : 'calendarByOthers'
  // Mail programs show the whole mail as its first part: a cancellation leads only where nothing else is announced.
  const [first, ...others] = mail.calendar.toSorted(
    (one, other) => Number(one.method === 'CANCEL') - Number(other.method === 'CANCEL'),
  )
  return {
    kind: 'partners.meetings',
    subject: subjectOf(mail),
    body: [
      leadOf(mail),
      { kind: 'facts', facts: isOff ? [] : factsOf(mail) },
      ...(isFirst
        ? []
        : changeKinds.flatMap((kind) => listed(t(`partners.assignmentMail.${kind}`), changes[kind]))),
      ...(isOff
        ? [t('partners.assignmentMail.none')]
        : listed(t('partners.assignmentMail.timetable'), timetable)),
    ],
    action: t('partners.assignmentMail.open'),
    notes: [t(`partners.assignmentMail.${isOff ? 'calendarOff' : answered}`)],
    calendar: first ? { ...first, others } : null,
  }
}

function leadOf(mail: MeetingsMail): string {
  const { reader, isFirst, because, event, participant, when, details } = mail
  const { t } = reader
  const words = { event, participant }
  if (because === 'eventDetails') {
    if (!details.place) return t('partners.assignmentMail.eventRenamed', words)
    return t(`partners.assignmentMail.${isPlaced(mail) ? 'eventPlaced' : 'eventElsewhere'}`, words)
  }
  if (because === 'eventMoved') return t('partners.assignmentMail.eventMoved', { ...words, when })
  if (because !== null) return t(`partners.assignmentMail.${because}`, words)
  return t(isFirst ? 'partners.assignmentMail.first' : 'partners.assignmentMail.changed', words)
}

function subjectOf(mail: MeetingsMail): string {
  const { reader, isFirst, because, event, details } = mail
  const { t } = reader
  if (because === 'eventDetails' && details.place)
    return t(`partners.assignmentMail.${isPlaced(mail) ? 'placedSubject' : 'elsewhereSubject'}`, { event })
  if (because === 'eventCancelled' || because === 'calledOff')
    return t('partners.assignmentMail.calledOffSubject', { event })
  return t(isFirst ? 'partners.assignmentMail.firstSubject' : 'partners.assignmentMail.changedSubject', {
    event,
  })
}

// No place was given before.
const isPlaced = ({ before, place }: MeetingsMail) => before?.place === null && place !== null

// The place of the meetings, in every mail; changes of it and of the title, with the present and the earlier value.
function factsOf(mail: MeetingsMail): { label: string; value: MailText }[] {
  const { reader, title, place, details, before, isFirst } = mail
  const { t } = reader
  const isNews = before !== null && !isFirst
  const was = (label: string, value: MailText | null | undefined) => (value ? [{ label, value }] : [])
  return [
    ...(isNews && details.title
      ? [
          { label: t('partners.assignmentMail.titleNow'), value: title },
          ...was(t('partners.assignmentMail.titleBefore'), before.title),
        ]
      : []),
    ...(isNews && details.place && !isPlaced(mail)
      ? [
          {
            label: t('partners.assignmentMail.placeNow'),
            value: place ?? t('partners.assignmentMail.placeUnsaid'),
          },
          ...was(t('partners.assignmentMail.placeBefore'), before.place),
        ]
      : was(t('partners.assignment.venue'), place)),
  ]
}

function listed(heading: string, items: readonly string[]): MailBlock[] {
  if (items.length === 0) return []
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: [...items] },
  ]
}
