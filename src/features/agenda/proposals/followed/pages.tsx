import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { isSure } from '../../../../platform/personal-data/sure.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addLinkAction } from '../../../directory/picking/index.ts'
import { drawErasureQuestion, goOn } from '../../../networks/index.ts'
import { endLinks, makeLink, useConfirmation } from '../../links/commands.ts'
import { addProposalMessage, confirmProposal, decideProposal, noteProposal } from '../commands.ts'
import { notifyModerators, notifyProposer } from '../mails.ts'
import { paths } from '../paths.ts'
import { forgetProposerOf } from '../retention.commands.ts'
import { messageForm } from '../schema.ts'
import { type FollowedRequest, readFollowedRequest, readLiveRequest, readOpenRequest } from './call.ts'
import { addChangeRoutes } from './changes.pages.tsx'
import { drawErased, drawFollowed } from './page.tsx'
import { wishFor } from './wishes.commands.ts'

const place = '/:language/:network/agenda/proposed/:token'

/** What whoever proposed an event does by the links in their mails: confirm, follow, answer, change, withdraw. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readFollowedRequest, drawFollowed)
  pages.post(`${place}/confirmation`, readFollowedRequest, confirm)
  addLinkAction(pages.with(limits.mail), `${place}/messages`, {
    open: readOpenRequest,
    schema: messageForm,
    again: drawFollowed,
    save: async (asked, { text }) => {
      const { writing, proposal, address } = asked
      await inTransaction(writing, async (inside) => {
        await addProposalMessage(inside, proposal, { isOfProposer: true, text })
        const quoted = { text, language: proposal.language }
        await notifyModerators({ ...asked, writing: inside }, proposal, 'answered', quoted)
      })
      return `${address}#messages`
    },
  })
  pages.with(limits.mail).post(`${place}/renewal`, readLiveRequest, async (asked) => {
    const { reply, writing, network, proposal, reader } = asked
    const token = await inTransaction(writing, async (inside) => {
      await endLinks(inside, { proposalId: proposal.id })
      await notifyProposer({ ...asked, writing: inside }, proposal, 'renewed')
      return makeLink(inside, { proposalId: proposal.id }, 'keep')
    })
    return goOn(reply, `${paths.followed(reader.language, network.slug, token)}?done=renewed`)
  })
  pages.post(`${place}/withdrawal`, readLiveRequest, async (asked) => {
    const { reply } = asked
    await withdraw(asked)
    return goOn(reply, asked.address)
  })
  pages.post(`${place}/erasure`, readFollowedRequest, async (asked) => {
    const { request, writing, proposal, link, reader } = asked
    // Whoever has not confirmed that an address is theirs has nothing of it erased.
    if (link.purpose !== 'keep') notFound('erasure')
    if (!isSure(request.body))
      return drawErasureQuestion(asked, {
        goes: reader.t('agenda.proposal.erasure.goes'),
        stays: reader.t('agenda.proposal.erasure.stays'),
      })
    await inTransaction(writing, async (inside) => {
      await forgetProposerOf(inside, proposal.id)
      await noteProposal(inside, proposal, 'forgotten')
    })
    return drawErased(asked)
  })
  addChangeRoutes(app, application)
}

async function confirm(asked: FollowedRequest): Promise<FastifyReply> {
  const { request, reply, writing, network, proposal, reader } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const kept = await inTransaction(writing, async (inside) => {
    if (!(await useConfirmation(inside, token))) return null
    await confirmProposal(inside, proposal)
    const notifying = { ...asked, writing: inside }
    await notifyProposer(notifying, proposal, 'received')
    if (proposal.heldFor === null) await notifyModerators(notifying, proposal, 'arrived')
    return makeLink(inside, { proposalId: proposal.id }, 'keep')
  })
  if (kept === null) return drawFollowed(asked)
  return goOn(reply, `${paths.followed(reader.language, network.slug, kept)}?done=confirmed`)
}

// Before anybody decided it simply goes; what is published stays in the agenda, and says that it is cancelled once that is checked.
async function withdraw(asked: FollowedRequest): Promise<void> {
  const { writing, proposal, event } = asked
  await inTransaction(writing, async (inside) => {
    if (proposal.decision === null) await decideProposal(inside, proposal, { decision: 'withdrawn' })
    else if (event !== null && event.state === 'planned')
      await wishFor(inside, proposal, event, { ...event, state: 'cancelled', firmness: null })
    else notFound('withdrawal')
    if (proposal.heldFor === null)
      await notifyModerators({ ...asked, writing: inside }, proposal, 'withdrawn')
  })
}
