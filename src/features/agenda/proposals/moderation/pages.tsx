import type { FastifyInstance, FastifyReply } from 'fastify'
import type { z } from 'zod'
import { personIdOf } from '../../../../platform/context/actor.ts'
import { digestOf } from '../../../../platform/context/secret-token.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { type FieldError, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf, readPageNumber } from '../../../../platform/input/parameters.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { listDeciders } from '../../../contributions/index.ts'
import { addNetworkAction, inNetwork } from '../../../directory/picking/index.ts'
import { renderNetworkPage } from '../../../networks/index.ts'
import { type EventDocument, eventDocument } from '../../events/document/schema.ts'
import { longestSummary } from '../../events/forms/about-form.tsx'
import { eventKindOf } from '../../writing.request.ts'
import { assessProposed } from '../assessed-date.ts'
import { changesBetween, moderatorsChanges, outlineOf } from '../explained-proposal.ts'
import { amendmentForm } from '../forms/event-forms.tsx'
import { addJoinedForm } from '../forms/frame.tsx'
import { paths } from '../paths.ts'
import { withWish } from '../publication.commands.ts'
import {
  countProposals,
  listProposalMessages,
  listProposals,
  listProposalVersions,
  views,
} from '../queries.ts'
import { loadModeratorRequest, loadProposalRequest, type ProposalRequest } from '../request.ts'
import { amendmentFields, assignmentForm, decisionForm, messageForm, wishDecisionForm } from '../schema.ts'
import {
  acceptProposal,
  amendProposal,
  askProposer,
  decideWish,
  handOver,
  refuseProposal,
  releaseProposal,
} from './commands.ts'
import { ProposalPage, proposalTitle, type SentForms } from './proposal-page.tsx'
import { QueuePage } from './queue-page.tsx'

const proposalsAPage = 50

/** Where moderators decide on the events proposed for an agenda. */
export function addModerationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const queue = '/:language/:network/agenda/proposals'
  const place = `${queue}/:id`
  pages.get(queue, showQueue)
  pages.get(place, loadProposalRequest, show)
  addNetworkAction(pages, `${place}/messages`, {
    open: loadSpokenRequest,
    schema: messageForm,
    again: (visit, message) => show(visit, { message }),
    save: async (visit, { text }) => {
      await askProposer(visit, text)
      return `${addressOf(visit)}#messages`
    },
  })
  addNetworkAction(pages, `${place}/decision`, {
    open: loadProposalRequest,
    schema: decisionForm,
    again: (visit, decision) => show(visit, { decision }),
    save: decide,
  })
  addNetworkAction(pages, `${place}/assignment`, {
    open: loadProposalRequest,
    schema: assignmentForm,
    again: (visit, assignment) => show(visit, { assignment }),
    save: async (visit, { person }) => {
      await handOver(visit, person)
      return addressOf(visit)
    },
  })
  addNetworkAction(pages, `${place}/wish`, {
    open: loadProposalRequest,
    schema: wishDecisionForm,
    again: (visit, decision) => show(visit, { decision }),
    save: async (visit, { seen, ...decided }) => {
      if (visit.proposal.wish === null) notFound('wish')
      const deciding = { ...visit, kind: eventKindOf(application) }
      await decideWish(deciding, decided, (stored) => seenOf(visit, stored) === seen)
      return addressOf(visit)
    },
  })
  addAmendmentRoutes(app, application)
}

async function showQueue(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const loaded = await loadModeratorRequest(visit)
  const { writing, reader, network } = loaded
  const view = views.find((each) => each === parameterOf(request.query, 'view')) ?? 'waiting'
  const page = readPageNumber(request.query)
  const slice = { limit: proposalsAPage + 1, offset: (page - 1) * proposalsAPage }
  const found = await listProposals(writing, network.id, view, slice)
  return renderNetworkPage(loaded, {
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

async function loadSpokenRequest(visit: Visit): Promise<ProposalRequest> {
  const loaded = await loadProposalRequest(visit)
  const { decision, event } = loaded.proposal
  return decision === null || event !== null ? loaded : notFound('messages')
}

async function show(visit: ProposalRequest, sent: SentForms = {}): Promise<FastifyReply> {
  const { application, writing, reader, network, proposal } = visit
  const explaining = { ...visit, kind: eventKindOf(application) }
  const versions = await listProposalVersions(writing, proposal.id)
  const wish = await readWish(application, visit)
  const coordinators = await listDeciders(writing, network.id, [], 'coordinators')
  const own = personIdOf(writing.actor)
  return renderNetworkPage(visit, {
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
        assessment={await assessProposed(visit, proposal.document)}
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
  visit: ProposalRequest,
  { decision, because }: z.output<typeof decisionForm>,
): Promise<string | FieldError[]> {
  const { application, reader, network, proposal } = visit
  if (proposal.decision !== null) throw new Refusal('taken')
  if (decision === 'released') {
    await releaseProposal(visit)
    return addressOf(visit)
  }
  if (decision === 'refused') {
    await refuseProposal(visit, because)
    return paths.queue(reader, network.slug)
  }
  if (isTooLong(visit)) return [fieldError('because', 'agenda.error.summaryTooLong')]
  await acceptProposal({ ...visit, kind: eventKindOf(application) }, because)
  return addressOf(visit)
}

function isTooLong({ proposal }: ProposalRequest): boolean {
  return Object.values(proposal.document.summary).some(({ text }) => text.length > longestSummary)
}

// The published event as it is, and as it would be; null where nothing is wished.
async function readWish(application: Application, { writing, network, proposal }: ProposalRequest) {
  if (proposal.wish === null || proposal.event === null) return null
  const stored = await eventKindOf(application).read(writing, network, proposal.event.id)
  const after = eventDocument.parse(withWish(proposal, stored))
  return { standing: eventDocument.parse(stored), after, seen: seenOf({ proposal }, stored) }
}

// A digest of what the moderator was shown, so that they decide on nothing else.
function seenOf({ proposal }: Pick<ProposalRequest, 'proposal'>, stored: RecordDocument): string {
  const both = [stored, withWish(proposal, stored)].map((each) => eventDocument.parse(each))
  return digestOf(JSON.stringify(both))
}

function addressOf({ reader, network, proposal }: ProposalRequest): string {
  return paths.proposal(reader, network.slug, proposal.id)
}

/** The forms of events, for a proposal that is not decided on yet; its proposer sees each change. */
function addAmendmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addJoinedForm(inNetwork, pages, '/:language/:network/agenda/proposals/:id/amendment', {
    parts: amendmentForm,
    open: loadUndecidedRequest,
    title: 'agenda.proposals.amend',
    description: 'agenda.proposals.lead',
    path: ({ proposal }) => `/agenda/proposals/${proposal.id}/amendment`,
    action: (visit) => `${addressOf(visit)}/amendment`,
    schema: amendmentFields,
    page: (visit, form, { values }) => {
      const { t } = visit.reader
      const made = typedValue(values, 'number')
      return (
        <>
          <PageHeading
            kicker={<a href={addressOf(visit)}>{t('agenda.proposals.back')}</a>}
            lead={t('agenda.proposals.amendLead')}
          >
            {t('agenda.proposals.amend')}
          </PageHeading>
          {made === '' || Number(made) === visit.proposal.number ? null : (
            <Notice kind="warning" live>
              {t('agenda.proposals.met')}
            </Notice>
          )}
          {form}
        </>
      )
    },
    fields: (visit, form, joined) => {
      const { t } = visit.reader
      return (
        <>
          <UsualSubmit value="save" />
          <ErrorList form={form} />
          <input type="hidden" name="number" value={String(visit.proposal.number)} />
          {joined}
          <TextAreaField
            name="note"
            label={t('agenda.proposals.note')}
            hint={t('agenda.proposals.noteHint')}
            max={2000}
            rows={3}
          />
          <p class="form-actions">
            <button type="submit" class="button primary">
              {t('agenda.proposals.saveAmendment')}
            </button>
            <a href={addressOf(visit)}>{t('agenda.proposals.giveUp')}</a>
          </p>
        </>
      )
    },
    save: async (visit, document, { number, note }) => {
      // The proposer changed it while the form was open: the moderator looks at that before they go on.
      if (number !== visit.proposal.number) return []
      await amendProposal(visit, { document, note })
      return addressOf(visit)
    },
  })
}

async function loadUndecidedRequest(visit: Visit): Promise<ProposalRequest & { start: EventDocument }> {
  const loaded = await loadProposalRequest(visit)
  const { proposal } = loaded
  return proposal.decision === null ? { ...loaded, start: proposal.document } : notFound('amendment')
}
