import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readForm, readValues } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { type PollRequest, readKeptPollRequest } from '../call.ts'
import { closePoll, reopenPoll, withdrawPoll } from '../commands.ts'
import { deadlineOf, reopeningErrors, reopeningForm } from '../making/schema.ts'
import { tellInvited, tellMaker, tellPeople } from '../notices/commands.ts'
import { drawPoll } from '../page.tsx'
import { paths } from '../paths.ts'
import { findPoll } from '../queries.ts'
import { inviteVoter } from '../voters/commands.ts'
import { invitationForm } from './schema.ts'

// Each writes to at most fifty strangers.
const mailing = { rateLimit: { max: 20, timeWindow: '1 hour' } }
// Each of these writes to people.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** What whoever keeps a poll does with it. */
export function addKeepingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/agenda/polls/:id'
  const rarely = { ...neverKept, config: seldom }
  const pages = pagesOf(app, application, rarely)
  pages.with({ ...neverKept, config: mailing }).post(`${place}/invitations`, readKeptPollRequest, (asked) => {
    return invite(asked)
  })
  pages.with(neverKept).post(`${place}/closing`, readKeptPollRequest, async (asked) => {
    const { reply, writing, network, poll } = asked
    if (asked.state !== 'open') return goBack(reply, asked, '')
    await inTransaction(writing, async (inside) => {
      await closePoll(inside, poll)
      const isOwn = writing.actor.kind === 'person' && writing.actor.personId === poll.madeBy
      if (!isOwn) await tellMaker({ application, writing: inside, network }, poll)
    })
    return goBack(reply, asked, 'closed')
  })
  pages.post(`${place}/reopening`, readKeptPollRequest, (asked) => {
    return reopen(asked)
  })
  pages.post(`${place}/withdrawal`, readKeptPollRequest, async (asked) => {
    const { reply, writing, network, poll } = asked
    if (asked.state !== 'open' && asked.state !== 'closed') return goBack(reply, asked, '')
    await inTransaction(writing, async (inside) => {
      await withdrawPoll(inside, poll)
      await tellPeople({ application, writing: inside, network }, poll, 'withdrawn')
    })
    return goBack(reply, asked, 'withdrawn')
  })
}

async function invite(asked: PollRequest): Promise<FastifyReply> {
  const { reply, request, application, writing, network, poll, state } = asked
  if (state !== 'open') return goBack(reply, asked, '')
  const form = readForm(invitationForm(network.countries), readValues(request.body))
  if (!form.valid) return drawPoll(asked, { ...form, form: 'keeping' })
  const { addresses, language, side: country } = form.data
  await inTransaction(writing, async (inside) => {
    for (const mailbox of addresses) {
      const voterId = await inviteVoter(inside, poll, { ...mailbox, country, language })
      await tellInvited({ application, writing: inside, network }, poll, voterId)
    }
  })
  return goBack(reply, asked, 'invited')
}

async function reopen(asked: PollRequest): Promise<FastifyReply> {
  const { reply, request, application, writing, network, poll, state } = asked
  // What is called off needs no date.
  if (poll.event?.state === 'cancelled') notFound('reopening')
  if (state === 'open') return goBack(reply, asked, '')
  const form = readForm(reopeningForm, readValues(request.body))
  if (!form.valid) return drawPoll(asked, { ...form, form: 'keeping' })
  const { deadline } = form.data
  const errors = reopeningErrors(deadline, poll.options, writing)
  if (errors.length > 0) return drawPoll(asked, { values: form.values, errors, form: 'keeping' })
  await inTransaction(writing, async (inside) => {
    await reopenPoll(inside, poll, { deadline: deadlineOf(deadline), zone: deadline.zone })
    const again = await findPoll(inside, network.id, poll.id)
    await tellPeople({ application, writing: inside, network }, again, 'reopened')
  })
  return goBack(reply, asked, 'reopened')
}

function goBack(reply: FastifyReply, { reader, network, poll }: PollRequest, done: string): FastifyReply {
  return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, done), 303)
}
