import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { limits } from '../../../platform/http/limits.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { says } from '../../../platform/input/form.ts'
import { readMailbox } from '../../../platform/mail/mail-address.ts'
import { notFound } from '../../../platform/refusal.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { closePoll, reopenPoll, withdrawPoll } from './commands.ts'
import { renderPoll } from './frame.tsx'
import { notifyInvited, notifyMaker, notifyVoters } from './mails.ts'
import { deadlineOf, reopeningErrors, reopeningForm } from './making/schema.ts'
import { paths } from './paths.ts'
import { findPoll } from './queries.ts'
import { loadKeptPollRequest, type PollRequest } from './request.ts'
import { inviteVoter } from './voters.commands.ts'

/** Managing a poll: inviting, closing, opening again, withdrawing. */
export function addKeepingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/agenda/polls/:id'
  const rarely = { ...noStore, ...limits.mail }
  const pages = pagesOf(app, application, rarely)

  addNetworkAction(pages.with({ ...noStore, ...limits.mailing }), `${place}/invitations`, {
    open: async (visit: Visit) => {
      const loaded = await loadKeptPollRequest(visit)
      return loaded.state === 'open' ? loaded : leave(loaded)
    },
    schema: ({ network }) => invitationForm(network.countries),
    save: async (visit, { addresses, language, side: country }) => {
      const { writing, reader, network, poll } = visit
      await inTransaction(writing, async (inside) => {
        for (const mailbox of addresses) {
          const voterId = await inviteVoter(inside, poll, { ...mailbox, country, language })
          await notifyInvited({ ...visit, writing: inside }, poll, voterId)
        }
      })
      return paths.pollAfter(reader, network.slug, poll.id, 'invited')
    },
    again: (visit, form) => renderPoll(visit, { ...form, form: 'keeping' }),
  })

  pages.with(noStore).post(`${place}/closing`, loadKeptPollRequest, async (visit) => {
    const { reply, writing, poll } = visit
    if (visit.state !== 'open') return goBack(reply, visit, '')
    await inTransaction(writing, async (inside) => {
      await closePoll(inside, poll)
      await notifyMaker({ ...visit, writing: inside }, poll)
    })
    return goBack(reply, visit, 'closed')
  })

  addNetworkAction(pages, `${place}/reopening`, {
    open: async (visit: Visit) => {
      const loaded = await loadKeptPollRequest(visit)
      // A cancelled event needs no date.
      if (loaded.poll.event?.state === 'cancelled') notFound('reopening')
      return loaded.state === 'open' ? leave(loaded) : loaded
    },
    schema: reopeningForm,
    save: async (visit, { deadline }) => {
      const { writing, reader, network, poll } = visit
      const errors = reopeningErrors(deadline, poll.options, writing)
      if (errors.length > 0) return errors
      await inTransaction(writing, async (inside) => {
        await reopenPoll(inside, poll, { deadline: deadlineOf(deadline), zone: deadline.zone })
        const again = await findPoll(inside, network.id, poll.id)
        await notifyVoters({ ...visit, writing: inside }, again, 'reopened')
      })
      return paths.pollAfter(reader, network.slug, poll.id, 'reopened')
    },
    again: (visit, form) => renderPoll(visit, { ...form, form: 'keeping' }),
  })

  pages.post(`${place}/withdrawal`, loadKeptPollRequest, async (visit) => {
    const { reply, writing, poll } = visit
    if (visit.state !== 'open' && visit.state !== 'closed') return goBack(reply, visit, '')
    await inTransaction(writing, async (inside) => {
      await withdrawPoll(inside, poll)
      await notifyVoters({ ...visit, writing: inside }, poll, 'withdrawn')
    })
    return goBack(reply, visit, 'withdrawn')
  })
}

// A form sent for another state of the poll is not read: the page shows the current state.
function leave(visit: PollRequest): null {
  goBack(visit.reply, visit, '')
  return null
}

function goBack(reply: FastifyReply, { reader, network, poll }: PollRequest, done: string): FastifyReply {
  return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, done), 303)
}

/** More at once is a mailing. */
const mostInvited = 50
const longestName = 100

/** People to invite: an address on each line, after a name or alone. */
function invitationForm(countries: readonly string[]) {
  return z.object({
    addresses: z
      .string()
      .trim()
      .min(1)
      .max(20_000)
      .transform((text) =>
        text
          .split(/[\n;,]+/)
          .map((line) => line.trim())
          .filter(Boolean),
      )
      .refine((lines) => lines.every((line) => readMailbox(line) !== null), says('agenda.error.addresses'))
      .refine((lines) => lines.length <= mostInvited, says('agenda.error.addressesTooMany'))
      .transform((lines) =>
        lines.flatMap((line) => {
          const mailbox = readMailbox(line)
          return mailbox ? [{ ...mailbox, name: mailbox.name.slice(0, longestName) }] : []
        }),
      ),
    language: z.enum(interfaceLanguages),
    side: z.string().refine((code) => countries.includes(code)),
  })
}
