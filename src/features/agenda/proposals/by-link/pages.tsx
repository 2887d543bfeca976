import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { addErasure, redirectAfterPost } from '../../../networks/index.ts'
import { links } from '../../links.ts'
import { addProposalMessage, confirmProposal, decideProposal, noteProposal } from '../commands.ts'
import { notifyModerators, notifyProposer } from '../mails.ts'
import { paths } from '../paths.ts'
import { forgetProposerOf } from '../retention.commands.ts'
import { messageForm } from '../schema.ts'
import { addChangeRoutes } from './changes.pages.tsx'
import { endedWords, renderFollowed } from './frame.tsx'
import { type FollowedRequest, loadFollowedRequest, loadLiveRequest, loadOpenRequest } from './request.ts'
import { wishFor } from './wishes.commands.ts'

const place = '/:language/:network/agenda/proposed/:token'

/** What a proposer does by the links in their mails: confirm, follow, answer, change, withdraw. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const sending = pages.with(limits.mail)
  pages.get(place, loadFollowedRequest, renderFollowed)
  sending.post(`${place}/confirmation`, loadFollowedRequest, confirm)
  addLinkAction(sending, `${place}/messages`, {
    open: loadOpenRequest,
    schema: messageForm,
    again: renderFollowed,
    save: async (visit, { text }) => {
      const { writing, proposal, address } = visit
      await inTransaction(writing, async (inside) => {
        await addProposalMessage(inside, proposal, { isOfProposer: true, text })
        const quoted = { text, language: proposal.language }
        await notifyModerators({ ...visit, writing: inside }, proposal, 'answered', quoted)
      })
      return `${address}#messages`
    },
  })
  sending.post(`${place}/renewal`, loadLiveRequest, async (visit) => {
    const { reply, writing, network, proposal, reader } = visit
    const token = await inTransaction(writing, async (inside) => {
      await links.endKept(inside, { proposal_id: proposal.id })
      await notifyProposer({ ...visit, writing: inside }, proposal, 'renewed')
      return links.make(inside, { proposal_id: proposal.id }, 'keep')
    })
    return redirectAfterPost(reply, `${paths.followed(reader.language, network.slug, token)}?done=renewed`)
  })
  sending.post(`${place}/withdrawal`, loadLiveRequest, async (visit) => {
    const { reply } = visit
    await withdraw(visit)
    return redirectAfterPost(reply, visit.address)
  })
  addErasure(pages, place, {
    open: loadKeptRequest,
    goes: 'agenda.proposal.erasure.goes',
    stays: 'agenda.proposal.erasure.stays',
    erase: async ({ writing, proposal }) => {
      await forgetProposerOf(writing, proposal.id)
      await noteProposal(writing, proposal, 'forgotten')
    },
    erased: ({ reader, network }) => ({
      ...endedWords(reader, 'erased'),
      title: reader.t('agenda.proposal.data'),
      next: { href: paths.propose(reader, network.slug), label: reader.t('agenda.proposal.propose') },
    }),
  })
  addChangeRoutes(app, application)
}

// Nobody can erase the data of an address that they have not confirmed.
async function loadKeptRequest(visit: Visit): Promise<FollowedRequest> {
  const opened = await loadFollowedRequest(visit)
  return opened.link.purpose === 'keep' ? opened : notFound('erasure')
}

async function confirm(visit: FollowedRequest): Promise<FastifyReply> {
  const { reply, writing, network, proposal, reader, token } = visit
  const kept = await links.confirm(writing, token, async (inside) => {
    await confirmProposal(inside, proposal)
    const notifying = { ...visit, writing: inside }
    await notifyProposer(notifying, proposal, 'received')
    if (proposal.heldFor === null) await notifyModerators(notifying, proposal, 'arrived')
    return { proposal_id: proposal.id }
  })
  if (kept === null) return renderFollowed(visit)
  return redirectAfterPost(reply, `${paths.followed(reader.language, network.slug, kept)}?done=confirmed`)
}

// An undecided proposal is simply removed; a published event stays in the agenda, and is shown as cancelled once that is checked.
async function withdraw(visit: FollowedRequest): Promise<void> {
  const { writing, proposal, event } = visit
  await inTransaction(writing, async (inside) => {
    if (proposal.decision === null) await decideProposal(inside, proposal, { decision: 'withdrawn' })
    else if (event !== null && event.state === 'planned')
      await wishFor(inside, proposal, event, { ...event, state: 'cancelled', firmness: null })
    else notFound('withdrawal')
    if (proposal.heldFor === null)
      await notifyModerators({ ...visit, writing: inside }, proposal, 'withdrawn')
  })
}
