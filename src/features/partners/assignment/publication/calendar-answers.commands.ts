import { anonymous } from '../../../../platform/context/actor.ts'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { type AnswerTaker, idInUid } from '../../../../platform/mail/inbound/answer-taker.ts'
import { mailTo } from '../../../../platform/mail/notify.ts'
import { sendMails } from '../../../../platform/mail/send-mail.ts'
import { holdersOf, lookUpEvent } from '../../../agenda/events/index.ts'
import { lookUpNetwork } from '../../../networks/index.ts'
import { lookUpSessionFacts } from '../queries.ts'
import type { Participant } from '../session.ts'
import type { Appointment } from './appointment.ts'
import { declinable, declineMeeting } from './declining.commands.ts'
import { titleWords } from './event-of.ts'
import { type Notifying, notifyOfChanges, pageOf } from './mails.ts'
import { bothNames, whenWords } from './meeting-words.ts'
import { listAppointments, listRecipients, lookUpTold, type Recipient } from './queries.ts'

/**
 * Takes what calendar programs answer to bilateral meetings: “declined” cancels the meeting, from whoever comes for a participant. From
 * anybody else, or from one of several who were sent it, it makes us ask them.
 */
export function meetingAnswers(application: Application): AnswerTaker {
  return {
    takes: async (anyDay, { calendarReply: reply, from, isProven }) => {
      const id = idInUid(reply?.uid, 'meeting')
      const told = id === null ? null : await lookUpTold(anyDay, id)
      const network = told && (await lookUpNetwork(anyDay, told.networkSlug))
      if (reply === null || !told || !network) return 'unknown'
      const writing = { ...anyDay, actor: anonymous, today: ownDay(application, network.opensOn) }
      const facts = await lookUpSessionFacts(writing, told.eventId)
      // They were told of it, though it may be hidden now.
      const event = await lookUpEvent({ ...writing, actor: { kind: 'operator' } }, network.id, told.eventId)
      if (facts === null || event === null) return 'unknown'
      const invited = await listRecipients(writing, network.id, [told.firstId, told.secondId])
      const to = invited.find(({ address }) => address.toLowerCase() === reply.attendee)
      const participant = facts.participants.find((each) => each.id === to?.participantId)
      if (!to || !participant) return 'unknown'
      const appointments = await listAppointments(writing, facts.session.id)
      const appointment = declinable(writing, appointments, participant).find((each) => each.id === told.id)
      // They may have said no to the hour at which it was before.
      const isOlder = reply.at !== null && told.toldAt > reply.at
      if (reply.answer !== 'declined' || !appointment || isOlder) return 'taken'
      const notifying = { application, writing, network, event, facts }
      const isAlone = invited.filter(({ participantId }) => participantId === participant.id).length === 1
      const comes =
        participant.address === null ? isAlone : participant.address.toLowerCase() === reply.attendee
      if (isProven && from.address === reply.attendee && comes) {
        const held = { id: event.id, networkId: network.id, holders: holdersOf(event.organisations) }
        const changes = await declineMeeting(writing, held, facts.session, participant, told.id)
        await notifyOfChanges(notifying, { changes, news: null })
      } else await askWhether(notifying, to, participant, appointment)
      return 'taken'
    },
  }
}

/** Asks somebody in whose name a calendar declined a meeting, which is kept. */
async function askWhether(
  notifying: Notifying,
  to: Recipient,
  participant: Participant,
  appointment: Appointment,
): Promise<void> {
  const { writing, network, event, facts } = notifying
  const otherId = appointment.firstId === participant.id ? appointment.secondId : appointment.firstId
  const other = facts.participants.find(({ id }) => id === otherId) ?? participant
  const page = to.isInside ? `${pageOf(notifying, to, participant)}/decline` : null
  const mail = await mailTo(notifying, to, page, ({ t, reader }) => ({
    kind: 'partners.meetings',
    subject: t('partners.assignmentMail.declinedSubject', { event: titleWords(reader, event) }),
    body: [
      t('partners.assignmentMail.declined', {
        name: bothNames(reader, other),
        when: whenWords({ reader, network, session: facts.session }, appointment),
        participant: bothNames(reader, participant),
      }),
      !to.isInside && t('partners.assignmentMail.declinedByOthers'),
    ],
    action: t('partners.assignment.decline'),
  }))
  await sendMails(writing, [mail])
}
