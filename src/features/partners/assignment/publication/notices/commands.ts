import type { Context } from '../../../../../platform/context/context.ts'
import type { Application } from '../../../../../platform/http/application.ts'
import type { Mail } from '../../../../../platform/mail/mail.ts'
import { sendMails } from '../../../../../platform/mail/send-mail.ts'
import { eventDateWords, eventTitle } from '../../../../agenda/events/index.ts'
import { mailReader } from '../../../../agenda/index.ts'
import type { SessionRequest } from '../../call.ts'
import type { Participant } from '../../session.ts'
import { type Appointment, type AppointmentChange, appointmentsOf, type ChangeKind } from '../appointment.ts'
import { eventOf } from '../event-of.ts'
import { type ChangeCause, meetingsMail } from '../mails/meetings-mail.ts'
import { bothNames, calendarEventOf, whenWords, whereWords } from '../meeting-words.ts'
import { listAppointments, listRecipients, type Recipient } from '../queries.ts'

/** What mails about meetings are written with; the context is that of the command. */
export interface Telling {
  application: Application
  writing: Context
  asked: Pick<SessionRequest, 'network' | 'event' | 'ground'>
}

/** Tells everybody whom changes concern, each in their language and once, with their whole timetable and the file for their calendar. */
export async function tellChanges(
  telling: Telling,
  changes: readonly AppointmentChange[],
  because: ChangeCause | null = null,
): Promise<void> {
  if (changes.length === 0) return
  const { writing, asked } = telling
  const concerned = [
    ...new Set(changes.flatMap(({ appointment: { firstId, secondId } }) => [firstId, secondId])),
  ]
  const recipients = await listRecipients(writing, asked.network.id, concerned)
  const appointments = await listAppointments(writing, asked.ground.session.id)
  const participants = new Map(asked.ground.participants.map((each) => [each.id, each]))
  const mails = recipients.flatMap((to) => {
    const participant = participants.get(to.participantId)
    return participant
      ? [mailTo(telling, { to, participant, participants, changes, because, appointments })]
      : []
  })
  await sendMails(writing, mails)
}

interface Told {
  to: Recipient
  participant: Participant
  participants: ReadonlyMap<string, Participant>
  changes: readonly AppointmentChange[]
  because: ChangeCause | null
  appointments: readonly Appointment[]
}

function mailTo(
  { application, writing, asked }: Telling,
  { to, participant, participants, changes, because, appointments }: Told,
): Mail {
  const { network, event, ground } = asked
  const { baseUrl } = application.settings
  const reader = mailReader(application, writing, to)
  const speaking = { reader, network, session: ground.session }
  const own = changes.filter(({ appointment: { firstId, secondId } }) =>
    [firstId, secondId].includes(participant.id),
  )
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
  const wording = {
    ...speaking,
    baseUrl,
    event: told,
    location: told.place,
    at: new Date(writing.clock.now().epochMilliseconds),
  }
  return meetingsMail({
    reader,
    to,
    networkId: network.id,
    event: eventTitle(reader, event),
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
      calendarEventOf(wording, appointment, otherOf(appointment), kind === 'cancelled'),
    ),
  })
}
