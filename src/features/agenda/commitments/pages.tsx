import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { Field } from '../../../ui/form/field.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { addNetworkAction, addNetworkForm } from '../../directory/picking/index.ts'
import { paths as eventPaths } from '../events/paths.ts'
import { eventTitle } from '../events/views/event-page.tsx'
import { commit, type Outcome, withdrawCommitment } from './commands.ts'
import { prolong } from './decisions.commands.ts'
import { renderCommitments } from './frame.tsx'
import { notifyHolders } from './mails.ts'
import { MassFacts } from './mass-facts.tsx'
import { paths } from './paths.ts'
import { type Commitment, listCommitments } from './queries.ts'
import { type CommitmentRequest, loadCommitmentRequest, loadProlongationRequest } from './request.ts'
import { commitmentForm, longestWord, prolongationForm } from './schema.ts'

/** Committing an authority to come to an event, withdrawing, and giving more time. */
export function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const commitment = '/:language/:network/agenda/:slug/commitment'

  pages.get(commitment, loadCommitmentRequest, (visit) => renderCommitments(visit))

  addNetworkAction(pages, commitment, {
    open: loadCommitmentRequest,
    schema: ({ own }) => commitmentForm(own),
    save: async (visit, { authority: organisationId, people, words }) => {
      const { reader, network, event, writing } = visit
      const outcome = await inTransaction(writing, async (inside) => {
        const place = { networkId: network.id, eventId: event.id }
        const made = { organisationId, people, words, language: reader.interfaceLanguage }
        const done = await commit(inside, place, made)
        const stored = await listCommitments(inside, event.id)
        const own = stored.find(({ organisation }) => organisation.id === organisationId)
        if (done === 'done' && own) await notifyHolders({ ...visit, writing: inside }, own, 'committed')
        return done
      })
      return ledTo(visit, outcome)
    },
    again: renderCommitments,
  })

  addNetworkAction(pages, `${commitment}/:commitment/withdrawal`, {
    open: loadWithdrawalRequest,
    schema: z.object({}),
    save: async (visit) => {
      const { network, event, writing } = visit
      const outcome = await inTransaction(writing, async (inside) => {
        const place = { networkId: network.id, eventId: event.id }
        const done = await withdrawCommitment(inside, place, visit.commitment)
        if (done === 'done') await notifyHolders({ ...visit, writing: inside }, visit.commitment, 'withdrawn')
        return done
      })
      return ledTo(visit, outcome)
    },
    again: (visit, form) => renderCommitments(visit, form),
  })

  addNetworkForm(pages, '/:language/:network/agenda/:slug/prolongation', {
    open: loadProlongationRequest,
    title: ({ reader, event }) => `${reader.t('agenda.commitments.prolong')} · ${eventTitle(reader, event)}`,
    description: 'agenda.commitments.prolongLead',
    path: ({ event }) => `/agenda/${event.slug}/prolongation`,
    width: 'reading',
    submit: 'agenda.commitments.prolong',
    schema: prolongationForm,
    fields: ({ reader: { t } }) => (
      <>
        <Field name="until" type="date" label={t('agenda.commitments.newUntil')} required />
        <TextAreaField
          name="word"
          label={t('agenda.commitments.word')}
          hint={t('agenda.commitments.wordHint')}
          max={longestWord}
          required
        />
      </>
    ),
    page: ({ reader, network, event, asking }, form, state) => (
      <>
        <ErrorList form={state} />
        <PageHeading
          kicker={
            <a href={eventPaths.event(reader, network.slug, event.slug)}>{eventTitle(reader, event)}</a>
          }
          lead={reader.t('agenda.commitments.prolongLead')}
        >
          {reader.t('agenda.commitments.prolong')}
        </PageHeading>
        <MassFacts network={network} event={event} asking={asking} />
        {form}
      </>
    ),
    save: async (visit, typed) => {
      const { reader, network, event } = visit
      const outcome = await prolong(application, visit, { ...typed, language: reader.interfaceLanguage })
      return outcome === 'done'
        ? eventPaths.event(reader, network.slug, event.slug)
        : [fieldError('until', refusals[outcome])]
    },
  })
}

/** Loads one of the reader’s own commitments, to be withdrawn; 404 if it is no longer in force. */
async function loadWithdrawalRequest(visit: Visit): Promise<CommitmentRequest & { commitment: Commitment }> {
  const opened = await loadCommitmentRequest(visit)
  const id = parameterOf(visit.request.params, 'commitment') ?? ''
  const commitment = opened.asking.commitments.find(
    (each) => each.id === id && opened.own.includes(each.organisation.id),
  )
  return commitment ? { ...opened, commitment } : notFound(id)
}

function ledTo({ reader, network, event }: CommitmentRequest, outcome: Outcome) {
  return outcome === 'done' ? paths.commitment(reader, network.slug, event.slug) : [problems[outcome]]
}

const problems = {
  closed: fieldError('people', 'agenda.error.commitmentsClosed'),
  gone: fieldError('authority', 'agenda.error.authorityGone'),
  twice: fieldError('authority', 'agenda.error.committedAlready'),
}

const refusals = {
  notLater: 'agenda.error.deadlinePast',
  tooLate: 'agenda.error.deadlineAfterEvent',
  changed: 'agenda.error.prolongedMeanwhile',
} as const
