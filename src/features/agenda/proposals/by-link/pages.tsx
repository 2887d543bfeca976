import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import type { FieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { addLinkAction, byLink } from '../../../directory/picking/index.ts'
import { addErasure, redirectAfterPost } from '../../../networks/index.ts'
import type { EventDocument } from '../../events/document/schema.ts'
import { longestSummary } from '../../events/forms/about-form.tsx'
import { links } from '../../links.ts'
import {
  addProposalMessage,
  changeProposal,
  confirmProposal,
  decideProposal,
  noteProposal,
} from '../commands.ts'
import { proposerForm } from '../forms/event-forms.tsx'
import { addJoinedForm } from '../forms/frame.tsx'
import { notifyModerators, notifyProposer } from '../mails.ts'
import { paths } from '../paths.ts'
import { creditedTo } from '../proposal.ts'
import { forgetProposerOf } from '../retention.commands.ts'
import { messageForm } from '../schema.ts'
import { endedWords, renderFollowed } from './frame.tsx'
import {
  type FollowedRequest,
  loadFollowedRequest,
  loadLiveRequest,
  loadOpenRequest,
  proposedState,
} from './request.ts'
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
  const loaded = await loadFollowedRequest(visit)
  return loaded.link.purpose === 'keep' ? loaded : notFound('erasure')
}

async function confirm(visit: FollowedRequest): Promise<FastifyReply> {
  const { reply, writing, network, proposal, reader, token } = visit
  const kept = await links.confirm(writing, token, async (inside) => {
    await confirmProposal(inside, proposal)
    const notifying = { ...visit, writing: inside }
    await notifyProposer(notifying, proposal, 'received')
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

/** The form with which a proposer changes their event, before and after it is published. */
function addChangeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)

  addJoinedForm(byLink, pages, '/:language/:network/agenda/proposed/:token/change', {
    parts: proposerForm,
    sending: limits.mail,
    open: loadChangeableRequest,
    title: 'agenda.proposal.change',
    description: 'agenda.proposal.lead',
    path: '',
    action: ({ address }) => `${address}/change`,
    submit: 'agenda.proposal.saveChange',
    schema: z.unknown(),
    page: ({ reader: { t }, address, event }, form) => (
      <>
        <PageHeading kicker={<a href={address}>{t('agenda.proposal.yours')}</a>}>
          {t('agenda.proposal.change')}
        </PageHeading>
        {event === null ? null : <Notice>{t('agenda.proposal.changeWaits')}</Notice>}
        {form}
      </>
    ),
    fields: (_visit, form, joined) => (
      <>
        <ErrorList form={form} />
        {joined}
      </>
    ),
    save: async (visit, event) => {
      const errors = visit.event === null ? [] : tooLongFor(event)
      if (errors.length > 0) return errors
      await keep(visit, event)
      return `${visit.address}?done=changed`
    },
  })
}

async function loadChangeableRequest(visit: Visit): Promise<FollowedRequest & { start: EventDocument }> {
  const loaded = await loadOpenRequest(visit)
  // A form starts from the wish that still waits.
  return { ...loaded, start: loaded.proposal.wish?.document ?? proposedState(loaded) }
}

// A moderator can shorten a proposal, but not a wish.
function tooLongFor({ summary }: EventDocument): FieldError[] {
  return Object.entries(summary)
    .filter(([, { text }]) => text.length > longestSummary)
    .map(([language]) => ({
      field: `summary.${language}.text`,
      message: (t) => t('ui.form.tooLong', { maximum: longestSummary }),
    }))
}

async function keep(visit: FollowedRequest, typed: EventDocument): Promise<void> {
  const { writing, proposal, event } = visit
  const document = creditedTo(typed, proposal)
  await inTransaction(writing, async (inside) => {
    const isNew =
      event === null
        ? await changeProposal(inside, proposal, document, { isOfProposer: true, note: '' })
        : await wishFor(inside, proposal, event, moved(event, document))
    if (isNew && proposal.heldFor === null)
      await notifyModerators({ ...visit, writing: inside }, proposal, event === null ? 'changed' : 'wished')
  })
}

// An event announced for another day keeps that day, and shows it.
function moved(before: EventDocument, after: EventDocument): EventDocument {
  const { when, words, startsAt } = before
  if (when === null || (when === after.when && startsAt === after.startsAt)) return after
  return { ...after, previously: { when, words, startsAt } }
}
