import { findUidHost } from '../../../../platform/calendar/uid-host.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { invitationTo } from '../../../../platform/mail/invitation.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { sendMails } from '../../../../platform/mail/send-mail.ts'
import { eventDateWords } from '../../../agenda/events/index.ts'
import { mailReader } from '../../../agenda/index.ts'
import type { SessionRequest } from '../call.ts'
import { changedFor, type DetailsChange, type EventNews } from '../following/event-details.ts'
import type { Participant } from '../session.ts'
import { type Appointment, type AppointmentChange, appointmentsOf, type ChangeKind } from './appointment.ts'
import type { Changed } from './commands.ts'
import { eventOf, placeOf, titleOf } from './event-of.ts'
import { bothNames, calendarEventOf, organizerOf, whenWords, whereWords } from './meeting-words.ts'
import { type ChangeCause, meetingsMail } from './meetings-mail.ts'
import { listAppointments, listRecipients, type Recipient } from './queries.ts'

/** What mails about meetings are written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  asked: Pick<SessionRequest, 'network' | 'event' | 'ground'>
}

/**
 * Tells everybody whom changes concern, each in their language and once, with their whole timetable and the file for their calendar; also what
 * the event is called and where it is by now, where that is news.
 */
export async function tellChanges(
  telling: Telling,
  { changes, news }: Changed,
  because: ChangeCause | null = null,
): Promise<void> {
  if (changes.length === 0) return
  const { writing, asked } = telling
  const concerned = [
    ...new Set(changes.flatMap(({ appointment: { firstId, secondId } }) => [firstId, secondId])),
  ]
  const recipients = await listRecipients(writing, asked.network.id, concerned)
  const appointments = await listAppointments(writing, asked.ground.session.id)
  const uidHost = await findUidHost(writing, telling.application.settings)
  const participants = new Map(asked.ground.participants.map((each) => [each.id, each]))
  const mails = recipients.flatMap((to) => {
    const participant = participants.get(to.participantId)
    if (!participant) return []
    const own = changes.filter(({ appointment: { firstId, secondId } }) =>
      [firstId, secondId].includes(participant.id),
    )
    const details = news === null ? nothing : changedFor(news, to.language)
    const isNews = details.title || details.place || own.some(({ kind }) => kind !== 'kept')
    return isNews
      ? [
          mailTo(telling, {
            to,
            uidHost,
            participant,
            participants,
            own,
            news,
            details,
            because,
            appointments,
          }),
        ]
      : []
  })
  await sendMails(writing, mails)
}

const nothing: DetailsChange = { title: false, place: false }

interface Told {
  to: Recipient
  uidHost: string
  participant: Participant
  participants: ReadonlyMap<string, Participant>
  /** What concerns the participant. */
  own: readonly AppointmentChange[]
  news: EventNews | null
  /** What of the event is news in the language of the mail. */
  details: DetailsChange
  because: ChangeCause | null
  appointments: readonly Appointment[]
}

function mailTo(
  { application, writing, asked }: Telling,
  { to, uidHost, participant, participants, own, news, details, because, appointments }: Told,
): Mail {
  const { network, ground } = asked
  const event = { ...asked.event, ...news?.now }
  const { baseUrl } = application.settings
  const reader = mailReader(application, writing, to)
  const speaking = { reader, network, session: ground.session }
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
  const standing = appointmentsOf(appointments, participant)
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
    to,
    networkId: network.id,
    event: told.title,
    title: titleOf(reader, event) ?? told.title,
    place: placeOf(reader, event),
    details,
    before: news && { title: titleOf(reader, news.told), place: placeOf(reader, news.told) },
    participant: bothNames(reader, participant),
    isFirst:
      own.length === standing.length &&
      own.every(({ kind, appointment }) => kind === 'new' && appointment.sequence === 0),
    because,
    when: eventDateWords(reader, network.countries, event),
    changes: { new: lines('new'), moved: lines('moved'), cancelled: lines('cancelled') },
    timetable: standing.map(line),
    address: to.isInside
      ? `${baseUrl}/${to.language}/${network.slug}/agenda/${event.slug}/meetings/participants/${participant.id}`
      : null,
    calendar: own.map(({ kind, appointment }) =>
      invitationTo(calendarEventOf(wording, appointment, otherOf(appointment), kind === 'cancelled'), to, at),
    ),
  })
}
