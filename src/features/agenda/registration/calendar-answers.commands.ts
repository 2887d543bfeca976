import { anonymous } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Application } from '../../../platform/http/application.ts'
import { type AnswerTaker, idInUid } from '../../../platform/mail/inbound/answer-taker.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { notifyRegistrant } from './mails.ts'
import { findAttended, lookUpNetworkOf, lookUpOwnRegistration } from './queries.ts'
import { withdraw } from './queue.commands.ts'

/**
 * Takes what calendar programs answer to registrations: “declined” withdraws the registrant and gives their place to the next. From anybody
 * else it makes us ask them.
 */
export function registrationAnswers(application: Application): AnswerTaker {
  return {
    takes: async (anyDay, { calendarReply: reply, from, isProven }) => {
      const eventId = idInUid(reply?.uid, 'event')
      if (reply === null || eventId === null) return 'unknown'
      const slug = await lookUpNetworkOf(anyDay, eventId)
      const network = slug === null ? null : await lookUpNetwork(anyDay, slug)
      const own = await lookUpOwnRegistration(anyDay, eventId, { address: reply.attendee, personId: null })
      if (network === null || own === null) return 'unknown'
      const isOlder = reply.at !== null && own.queuedAt !== null && own.queuedAt > reply.at
      if (reply.answer !== 'declined' || isOlder) return 'taken'
      const writing = { ...anyDay, actor: anonymous, today: ownDay(application, network.opensOn) }
      const event = await findAttended(writing, network.id, eventId)
      const notifying = { application, writing, network, event }
      if (isProven && from.address === reply.attendee) await withdraw(notifying, { eventId }, own)
      else await notifyRegistrant(notifying, own, 'unproven')
      return 'taken'
    },
  }
}
