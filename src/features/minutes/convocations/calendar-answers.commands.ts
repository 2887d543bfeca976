import { anonymous } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import { signId } from '../../../platform/context/signed-id.ts'
import type { Application } from '../../../platform/http/application.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { type AnswerTaker, idInUid } from '../../../platform/mail/inbound/answer-taker.ts'
import { notify } from '../../../platform/mail/notify.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { lookUpNetwork } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { answerConvocation, answerPurpose } from './commands.ts'
import { type Answer, lookUpInviteeAt } from './queries.ts'

// Who comes in another way than they were asked has said so on the page: “accepted” takes nothing back.
const meant = {
  accepted: ['present', 'remote', 'represented'],
  declined: ['excused'],
  tentative: [],
} as const satisfies Record<string, readonly Answer[]>

/** Takes what calendar programs answer to convocations, as the answer on the page: from the invitee alone; anybody else makes us ask them. */
export function convocationAnswers(application: Application): AnswerTaker {
  return {
    takes: async (anyDay, { calendarReply: reply, from, isProven }) => {
      const meetingId = idInUid(reply?.uid, 'meeting')
      if (reply === null || meetingId === null) return 'unknown'
      const found = await lookUpInviteeAt(anyDay, meetingId, reply.attendee)
      const network = found && (await lookUpNetwork(anyDay, found.networkSlug))
      if (!network) return 'unknown'
      const context = { ...anyDay, actor: anonymous, today: ownDay(application, network.opensOn) }
      const { invitee, title } = found
      const answers: readonly Answer[] = meant[reply.answer]
      const [answer] = answers
      const isOlder = reply.at !== null && invitee.answeredAt !== null && invitee.answeredAt >= reply.at
      const isSaid = invitee.answer !== null && answers.includes(invitee.answer)
      if (answer === undefined || isSaid || isOlder) return 'taken'
      if (isProven && from.address === reply.attendee) {
        const { id: inviteeId, words } = invitee
        const given = { answer, representedBy: '', words, at: reply.at }
        await answerConvocation(context, { networkId: network.id, meetingId, inviteeId }, given).catch(isOver)
        return 'taken'
      }
      await notify(
        { application, writing: context, network },
        [{ ...invitee, address: reply.attendee, personId: null }],
        {
          leadsTo: (language, { id }) =>
            paths.answer(language, network.slug, signId(application.secret, answerPurpose, id)),
          write: ({ t, language, network: name }) => ({
            kind: 'minutes.convocation',
            isSecret: true,
            subject: t('minutes.calendarMail.subject', { title: chooseText(title, language)?.text ?? '' }),
            body: [t('minutes.calendarMail.text', { network: name })],
            action: t('minutes.convocationMail.action'),
            notes: [t('minutes.convocationMail.smallPrint')],
          }),
        },
      )
      return 'taken'
    },
  }
}

function isOver(error: unknown): void {
  if (!(error instanceof Refusal) || error.reason !== 'tooLate') throw error
}
