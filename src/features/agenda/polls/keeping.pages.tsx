import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { type PollRequest, readKeptPollRequest } from './call.ts'
import { closePoll, reopenPoll, withdrawPoll } from './commands.ts'
import { invitationForm } from './keeping.schema.ts'
import { notifyInvited, notifyMaker, notifyVoters } from './mails.ts'
import { deadlineOf, reopeningErrors, reopeningForm } from './making/schema.ts'
import { drawPoll } from './page.tsx'
import { paths } from './paths.ts'
import { findPoll } from './queries.ts'
import { inviteVoter } from './voters.commands.ts'

/** Managing a poll: inviting, closing, opening again, withdrawing. */
export function addKeepingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/agenda/polls/:id'
  const rarely = { ...neverKept, ...limits.mail }
  const pages = pagesOf(app, application, rarely)

  addNetworkAction(pages.with({ ...neverKept, ...limits.mailing }), `${place}/invitations`, {
    open: async (visit: Visit) => {
      const asked = await readKeptPollRequest(visit)
      return asked.state === 'open' ? asked : leave(asked)
    },
    schema: ({ network }) => invitationForm(network.countries),
    save: async (asked, { addresses, language, side: country }) => {
      const { writing, reader, network, poll } = asked
      await inTransaction(writing, async (inside) => {
        for (const mailbox of addresses) {
          const voterId = await inviteVoter(inside, poll, { ...mailbox, country, language })
          await notifyInvited({ ...asked, writing: inside }, poll, voterId)
        }
      })
      return paths.pollAfter(reader, network.slug, poll.id, 'invited')
    },
    again: (asked, form) => drawPoll(asked, { ...form, form: 'keeping' }),
  })

  pages.with(neverKept).post(`${place}/closing`, readKeptPollRequest, async (asked) => {
    const { reply, writing, poll } = asked
    if (asked.state !== 'open') return goBack(reply, asked, '')
    await inTransaction(writing, async (inside) => {
      await closePoll(inside, poll)
      await notifyMaker({ ...asked, writing: inside }, poll)
    })
    return goBack(reply, asked, 'closed')
  })

  addNetworkAction(pages, `${place}/reopening`, {
    open: async (visit: Visit) => {
      const asked = await readKeptPollRequest(visit)
      // What is called off needs no date.
      if (asked.poll.event?.state === 'cancelled') notFound('reopening')
      return asked.state === 'open' ? leave(asked) : asked
    },
    schema: reopeningForm,
    save: async (asked, { deadline }) => {
      const { writing, reader, network, poll } = asked
      const errors = reopeningErrors(deadline, poll.options, writing)
      if (errors.length > 0) return errors
      await inTransaction(writing, async (inside) => {
        await reopenPoll(inside, poll, { deadline: deadlineOf(deadline), zone: deadline.zone })
        const again = await findPoll(inside, network.id, poll.id)
        await notifyVoters({ ...asked, writing: inside }, again, 'reopened')
      })
      return paths.pollAfter(reader, network.slug, poll.id, 'reopened')
    },
    again: (asked, form) => drawPoll(asked, { ...form, form: 'keeping' }),
  })

  pages.post(`${place}/withdrawal`, readKeptPollRequest, async (asked) => {
    const { reply, writing, poll } = asked
    if (asked.state !== 'open' && asked.state !== 'closed') return goBack(reply, asked, '')
    await inTransaction(writing, async (inside) => {
      await withdrawPoll(inside, poll)
      await notifyVoters({ ...asked, writing: inside }, poll, 'withdrawn')
    })
    return goBack(reply, asked, 'withdrawn')
  })
}

// A form sent for another state of the poll is not read: the page shows the current state.
function leave(asked: PollRequest): null {
  goBack(asked.reply, asked, '')
  return null
}

function goBack(reply: FastifyReply, { reader, network, poll }: PollRequest, done: string): FastifyReply {
  return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, done), 303)
}
