import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { personIdOf } from '../../../../platform/context/actor.ts'
import { digestOf } from '../../../../platform/context/secret-token.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { listDeciders } from '../../../contributions/index.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventDocument } from '../../events/document/schema.ts'
import { longestSummary } from '../../events/forms/about-form.tsx'
import { eventKindOf } from '../../writing.call.ts'
import { assessProposed } from '../assessed-date.ts'
import { type ProposalRequest, readModeratorRequest, readProposalRequest } from '../call.ts'
import { changesBetween, moderatorsChanges, outlineOf } from '../explained-proposal.ts'
import { paths } from '../paths.ts'
import { withWish } from '../publication.commands.ts'
import {
  countProposals,
  listProposalMessages,
  listProposals,
  listProposalVersions,
  views,
} from '../queries.ts'
import { assignmentForm, decisionForm, messageForm, wishDecisionForm } from '../schema.ts'
import { addAmendmentRoutes } from './amendment.pages.tsx'
import {
  acceptProposal,
  askProposer,
  decideWish,
  handOver,
  refuseProposal,
  releaseProposal,
} from './commands.ts'
import { ProposalPage, proposalTitle, type SentForms } from './proposal-page.tsx'
import { QueuePage } from './queue-page.tsx'

const proposalsAPage = 50

/** Where those who look after an agenda decide on what others propose for it. */
export function addModerationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const queue = '/:language/:network/agenda/proposals'
  const place = `${queue}/:id`
  pages.get(queue, showQueue)
  pages.get(place, readProposalRequest, show)
  addNetworkAction(pages, `${place}/messages`, {
    open: readSpoken,
    schema: messageForm,
    again: (asked, message) => show(asked, { message }),
    save: async (asked, { text }) => {
      await askProposer(asked, text)
      return `${addressOf(asked)}#messages`
    },
  })
  addNetworkAction(pages, `${place}/decision`, {
    open: readProposalRequest,
    schema: decisionForm,
    again: (asked, decision) => show(asked, { decision }),
    save: decide,
  })
  addNetworkAction(pages, `${place}/assignment`, {
    open: readProposalRequest,
    schema: assignmentForm,
    again: (asked, assignment) => show(asked, { assignment }),
    save: async (asked, { person }) => {
      await handOver(asked, person)
      return addressOf(asked)
    },
  })
  addNetworkAction(pages, `${place}/wish`, {
    open: readProposalRequest,
    schema: wishDecisionForm,
    again: (asked, decision) => show(asked, { decision }),
    save: async (asked, { seen, ...decided }) => {
      if (asked.proposal.wish === null) notFound('wish')
      const deciding = { ...asked, kind: eventKindOf(application) }
      await decideWish(deciding, decided, (standing) => seenOf(asked, standing) === seen)
      return addressOf(asked)
    },
  })
  addAmendmentRoutes(app, application)
}

async function showQueue(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readModeratorRequest(visit)
  const { writing, reader, network } = asked
  const view = views.find((each) => each === parameterOf(request.query, 'view')) ?? 'waiting'
  const page = readPageNumber(request.query)
  const slice = { limit: proposalsAPage + 1, offset: (page - 1) * proposalsAPage }
  const found = await listProposals(writing, network.id, view, slice)
  return drawNetworkPage(asked, {
    title: reader.t('agenda.proposals.title'),
    description: reader.t('agenda.proposals.lead'),
    path: '/agenda/proposals',
    noindex: true,
    width: 'wide',
    children: (
      <QueuePage
        network={network}
        view={view}
        counts={await countProposals(writing, network.id)}
        proposals={found.slice(0, proposalsAPage)}
        page={page}
        hasMore={found.length > proposalsAPage}
      />
    ),
  })
}

async function readSpoken(visit: Visit): Promise<ProposalRequest> {
  const asked = await readProposalRequest(visit)
  const { decision, event } = asked.proposal
  return decision === null || event !== null ? asked : notFound('messages')
}

async function show(asked: ProposalRequest, sent: SentForms = {}): Promise<FastifyReply> {
  const { application, writing, reader, network, proposal } = asked
  const explaining = { ...asked, kind: eventKindOf(application) }
  const versions = await listProposalVersions(writing, proposal.id)
  const wish = await readWish(application, asked)
  const coordinators = await listDeciders(writing, network.id, [], 'coordinators')
  const own = personIdOf(writing.actor)
  return drawNetworkPage(asked, {
    title: proposalTitle(reader, proposal),
    description: reader.t('agenda.proposals.lead'),
    path: `/agenda/proposals/${proposal.id}`,
    noindex: true,
    children: (
      <ProposalPage
        network={network.slug}
        proposal={proposal}
        outline={await outlineOf(explaining, proposal.document)}
        countries={network.countries}
        assessment={await assessProposed(asked, proposal.document)}
        amendments={await moderatorsChanges(explaining, versions)}
        wished={wish && (await changesBetween(explaining, wish.standing, wish.after))}
        seen={wish?.seen ?? ''}
        messages={await listProposalMessages(writing, proposal.id)}
        others={coordinators.filter(
          ({ personId }) => personId !== own && personId !== proposal.assigned?.personId,
        )}
        sent={sent}
      />
    ),
  })
}

async function decide(
  asked: ProposalRequest,
  { decision, because }: z.output<typeof decisionForm>,
): Promise<string | FieldError[]> {
  const { application, reader, network, proposal } = asked
  if (proposal.decision !== null) throw new Refusal('taken')
  if (decision === 'released') {
    await releaseProposal(asked)
    return addressOf(asked)
  }
  if (decision === 'refused') {
    await refuseProposal(asked, because)
    return paths.queue(reader, network.slug)
  }
  if (isTooLong(asked)) return [fieldError('because', 'agenda.error.summaryTooLong')]
  await acceptProposal({ ...asked, kind: eventKindOf(application) }, because)
  return addressOf(asked)
}

function isTooLong({ proposal }: ProposalRequest): boolean {
  return Object.values(proposal.document.summary).some(({ text }) => text.length > longestSummary)
}

// The published event as it is, and as it would be; null where nothing is wished.
async function readWish(application: Application, { writing, network, proposal }: ProposalRequest) {
  if (proposal.wish === null || proposal.event === null) return null
  const standing = await eventKindOf(application).read(writing, network, proposal.event.id)
  const after = eventDocument.parse(withWish(proposal, standing))
  return { standing: eventDocument.parse(standing), after, seen: seenOf({ proposal }, standing) }
}

// A digest of what the moderator was shown, so that they decide on nothing else.
function seenOf({ proposal }: Pick<ProposalRequest, 'proposal'>, standing: RecordDocument): string {
  const both = [standing, withWish(proposal, standing)].map((each) => eventDocument.parse(each))
  return digestOf(JSON.stringify(both))
}

function addressOf({ reader, network, proposal }: ProposalRequest): string {
  return paths.proposal(reader, network.slug, proposal.id)
}
