import { findUidHost } from '../../../../platform/calendar/uid-host.ts'
import { answerAddress } from '../../../../platform/mail/inbound/answer-address.ts'
import { invitationTo } from '../../../../platform/mail/invitation.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import type { MailWords } from '../../../../platform/mail/mail-words.ts'
import { mailTo, type NotificationContext, type Notified } from '../../../../platform/mail/notify.ts'
import { sendMails } from '../../../../platform/mail/send-mail.ts'
import { eventDateWords } from '../../../agenda/events/index.ts'
import { changedFor, type DetailsChange, type EventNews } from '../following/event-details.ts'
import type { SessionRequest } from '../request.ts'
import type { Participant } from '../session.ts'
import { type Appointment, type AppointmentChange, appointmentsOf, type ChangeKind } from './appointment.ts'
import type { Changed } from './appointments.commands.ts'
import { eventOf, placeOf, titleOf } from './event-of.ts'
import { bothNames, calendarEventOf, organizerOf, whenWords, whereWords } from './meeting-words.ts'
import { type ChangeCause, meetingsMail } from './meetings-mail.ts'
import { listAppointments, listRecipients, type Recipient } from './queries.ts'

export type Notifying = NotificationContext & Pick<SessionRequest, 'network' | 'event' | 'facts'>

/** The page of a participant, for those of its recipients who have an account. */
export function pageOf(
  { application, network, event }: Pick<Notifying, 'application' | 'network' | 'event'>,
  { language }: Pick<Recipient, 'language'>,
  { id }: Pick<Participant, 'id'>,
): string {
  return `${application.settings.baseUrl}/${language}/${network.slug}/agenda/${event.slug}/meetings/participants/${id}`
}

/**
 * Notifies all participants concerned by changes, each person in their language and once for each participant, with the whole timetable of
 * that participant and the file for their calendar; also of the title and place of the event, where these are news.
 */
export async function notifyOfChanges(
  notifying: Notifying,
  { changes, news }: Changed,
  because: ChangeCause | null = null,
): Promise<void> {
  if (changes.length === 0) return
  const { application, writing, network, facts: context } = notifying
  const concerned = [
    ...new Set(changes.flatMap(({ appointment: { firstId, secondId } }) => [firstId, secondId])),
  ]
  const recipients = await listRecipients(writing, network.id, concerned)
  const appointments = await listAppointments(writing, context.session.id)
  const uidHost = await findUidHost(writing, application.settings)
  const participants = new Map(context.participants.map((each) => [each.id, each]))
  const mails: Mail[] = []
  for (const to of recipients) {
    const participant = participants.get(to.participantId)
    if (!participant) continue
    const own = changes.filter(({ appointment: { firstId, secondId } }) =>
      [firstId, secondId].includes(participant.id),
    )
    const details = news === null ? nothing : changedFor(news, to.language)
    const isNews = details.title || details.place || own.some(({ kind }) => kind !== 'kept')
    if (!isNews) continue
    const address = to.isInside ? pageOf(notifying, to, participant) : null
    const told = { uidHost, participant, participants, own, news, details, because, appointments }
    mails.push(await mailTo(notifying, to, address, (notified) => wordsFor(notifying, notified, told)))
  }
  await sendMails(writing, mails)
}

const nothing: DetailsChange = { title: false, place: false }

interface Told {
  uidHost: string
  participant: Participant
  participants: ReadonlyMap<string, Participant>
  /** The changes that concern the participant. */
  own: readonly AppointmentChange[]
  news: EventNews | null
  /** The news of the event in the language of the mail. */
  details: DetailsChange
  because: ChangeCause | null
  appointments: readonly Appointment[]
}

function wordsFor(
  { application, writing, network, facts: context, event: known }: Notifying,
  { to, reader }: Notified<Recipient>,
  { uidHost, participant, participants, own, news, details, because, appointments }: Told,
): MailWords {
  const event = { ...known, ...news?.now }
  const { baseUrl } = application.settings
  const speaking = { reader, network, session: context.session }
  const otherOf = ({ firstId, secondId }: Appointment) =>
    participants.get(firstId === participant.id ? secondId : firstId) ?? participant
  const line = (appointment: Appointment) =>
    [
      whenWords(speaking, appointment),
      bothNames(reader, otherOf(appointment)),
      whereWords(speaking, appointment),
    ].join(' – ')
  const lines = (kind: ChangeKind) =>
    own
      .filter((change) => change.kind === kind)
      .map(({ appointment, before }) =>
        before === null || before.startsAt.getTime() === appointment.startsAt.getTime()
          ? line(appointment)
          : reader.t('partners.assignmentMail.movedFrom', {
              now: line(appointment),
              before: whenWords(speaking, before),
            }),
      )
  const held = appointmentsOf(appointments, participant)
  const told = eventOf({ reader, network, event, baseUrl })
  const at = new Date(writing.clock.now().epochMilliseconds)
  const wording = {
    ...speaking,
    uidHost,
    organizer: organizerOf(application.settings, reader, network),
    event: told,
    location: told.place,
    at,
  }
  return meetingsMail({
    reader,
    isInside: to.isInside,
    readsCalendars: answerAddress(application, 'calendar') !== null,
    event: told.title,
    title: titleOf(reader, event) ?? told.title,
    place: placeOf(reader, event),
    details,
    before: news && { title: titleOf(reader, news.told), place: placeOf(reader, news.told) },
    participant: bothNames(reader, participant),
    isFirst:
      own.length === held.length &&
      own.every(({ kind, appointment }) => kind === 'new' && appointment.sequence === 0),
    because,
    when: eventDateWords(reader, network.countries, event),
    changes: { new: lines('new'), moved: lines('moved'), cancelled: lines('cancelled') },
    timetable: held.map(line),
    calendar: own.map(({ kind, appointment }) =>
      invitationTo(calendarEventOf(wording, appointment, otherOf(appointment), kind === 'cancelled'), to, at),
    ),
  })
}
