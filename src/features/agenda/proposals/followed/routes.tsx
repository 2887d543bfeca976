import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { isSure } from '../../../../platform/personal-data/sure.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawErasureQuestion, drawSecretPage, goOn } from '../../../networks/index.ts'
import { endLinks, makeLink, useConfirmation } from '../../links/commands.ts'
import { assessProposed } from '../assessed-date.ts'
import { addProposalMessage, confirmProposal, decideProposal, noteProposal } from '../commands.ts'
import { changesBetween, moderatorsChanges, outlineOf } from '../explained-proposal.ts'
import { tellModerators, tellProposer } from '../notices/commands.ts'
import { paths } from '../paths.ts'
import { isOver } from '../proposal.ts'
import { listProposalMessages, listProposalVersions } from '../queries.ts'
import { forgetProposerOf } from '../retention/commands.ts'
import { messageForm } from '../schema.ts'
import { type FollowedRequest, isOpen, readFollowedRequest, readLiveRequest, standingOf } from './call.ts'
import { addChangeRoutes } from './changes/routes.tsx'
import { ConfirmPage } from './views/confirm-page.tsx'
import { EndedPage } from './views/ended-page.tsx'
import { FollowedPage } from './views/followed-page.tsx'
import { wishFor } from './wishes/commands.ts'

const place = '/:language/:network/agenda/proposed/:token'
// Each of these writes to people.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** What whoever proposed an event does by the links in their mails: confirm, follow, answer, change, withdraw. */
export function addFollowedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readFollowedRequest, show)
  pages.post(`${place}/confirmation`, readFollowedRequest, confirm)
  pages.with({ config: seldom }).post(`${place}/messages`, readLiveRequest, async (asked) => {
    const { request, reply } = asked
    if (!isOpen(asked)) notFound('messages')
    const { writing, network, proposal } = asked
    const form = readForm(messageForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    await inTransaction(writing, async (inside) => {
      const { text } = form.data
      await addProposalMessage(inside, proposal, { isOfProposer: true, text })
      const quoted = { text, language: proposal.language }
      await tellModerators({ application, writing: inside, network }, proposal, 'answered', quoted)
    })
    return goOn(reply, `${asked.address}#messages`)
  })
  pages.with({ config: seldom }).post(`${place}/renewal`, readLiveRequest, async (asked) => {
    const { reply, writing, network, proposal, reader } = asked
    const token = await inTransaction(writing, async (inside) => {
      await endLinks(inside, { proposalId: proposal.id })
      await tellProposer({ application, writing: inside, network }, proposal, 'renewed')
      return makeLink(inside, { proposalId: proposal.id }, 'keep')
    })
    return goOn(reply, `${paths.followed(reader.language, network.slug, token)}?done=renewed`)
  })
  pages.post(`${place}/withdrawal`, readLiveRequest, async (asked) => {
    const { reply } = asked
    await withdraw(application, asked)
    return goOn(reply, asked.address)
  })
  pages.post(`${place}/erasure`, readFollowedRequest, async (asked) => {
    const { request, writing, network, proposal, link, reader } = asked
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
    const next = paths.propose(reader, network.slug)
    return drawSecretPage(asked, {
      title: reader.t('agenda.proposal.data'),
      description: reader.t('agenda.proposal.lead'),
      children: <EndedPage why="erased" next={next} />,
    })
  })
  addChangeRoutes(app, application)
}

async function confirm(asked: FollowedRequest): Promise<FastifyReply> {
  const { request, application, reply, writing, network, proposal, reader } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const kept = await inTransaction(writing, async (inside) => {
    if (!(await useConfirmation(inside, token))) return null
    await confirmProposal(inside, proposal)
    const telling = { application, writing: inside, network }
    await tellProposer(telling, proposal, 'received')
    if (proposal.heldFor === null) await tellModerators(telling, proposal, 'arrived')
    return makeLink(inside, { proposalId: proposal.id }, 'keep')
  })
  if (kept === null) return show(asked)
  return goOn(reply, `${paths.followed(reader.language, network.slug, kept)}?done=confirmed`)
}

// Before anybody decided it simply goes; what is published stays in the agenda, and says that it is cancelled once that is checked.
async function withdraw(application: Application, asked: FollowedRequest): Promise<void> {
  const { writing, network, proposal, event } = asked
  await inTransaction(writing, async (inside) => {
    const telling = { application, writing: inside, network }
    if (proposal.decision === null) await decideProposal(inside, proposal, { decision: 'withdrawn' })
    else if (event !== null && event.state === 'planned')
      await wishFor(inside, proposal, event, { ...event, state: 'cancelled', firmness: null })
    else notFound('withdrawal')
    if (proposal.heldFor === null) await tellModerators(telling, proposal, 'withdrawn')
  })
}

async function show(asked: FollowedRequest, typed?: Shown): Promise<FastifyReply> {
  const { reply, request, writing, reader, network, proposal, link, address, event } = asked
  const draw = (title: string, children: ComponentChildren) =>
    drawSecretPage(asked, {
      title,
      description: reader.t('agenda.proposal.lead'),
      children,
    })
  const renewal = paths.renewal(reader, network.slug)
  const propose = paths.propose(reader, network.slug)
  if (link.purpose === 'confirm' && !link.isOpen) {
    reply.code(410)
    const why = proposal.isConfirmed ? 'used' : 'lapsed'
    return draw(
      reader.t('agenda.proposal.yours'),
      <EndedPage why={why} next={proposal.isConfirmed ? renewal : propose} />,
    )
  }
  const outlined = {
    reader,
    outline: await outlineOf(asked, standingOf(asked)),
    countries: network.countries,
    assessment: await assessProposed(asked, standingOf(asked)),
  }
  if (link.purpose === 'confirm')
    return draw(
      reader.t('agenda.proposal.confirmTitle'),
      <ConfirmPage {...outlined} proposal={proposal} action={`${address}/confirmation`} />,
    )
  if (isOver(standingOf(asked), writing.today)) {
    reply.code(410)
    return draw(reader.t('agenda.proposal.yours'), <EndedPage why="over" next={propose} address={address} />)
  }
  const versions = await listProposalVersions(writing, proposal.id)
  const last = versions.at(-1)?.document ?? proposal.document
  return draw(
    reader.t('agenda.proposal.yours'),
    <FollowedPage
      {...outlined}
      network={network.slug}
      proposal={proposal}
      isCancelled={event?.state === 'cancelled'}
      isPublished={event !== null}
      mayChange={isOpen(asked)}
      credit={chooseText(standingOf(asked).credit, reader.language)?.text ?? proposal.body}
      amendments={await moderatorsChanges(asked, versions)}
      since={event === null ? [] : await changesBetween(asked, last, event)}
      wished={proposal.wish ? await changesBetween(asked, proposal.wish.base, proposal.wish.document) : []}
      messages={await listProposalMessages(writing, proposal.id)}
      address={address}
      done={parameterOf(request.query, 'done') ?? ''}
      shown={typed ?? { values: {}, errors: [] }}
    />,
  )
}
