import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
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
import { type CommitmentRequest, readCommitmentRequest, readProlongationRequest } from './call.ts'
import { commit, type Outcome, withdrawCommitment } from './commands.ts'
import { prolong } from './decisions.commands.ts'
import { notifyHolders } from './mails.ts'
import { MassFacts } from './mass-facts.tsx'
import { drawCommitments } from './page.tsx'
import { paths } from './paths.ts'
import { type Commitment, listCommitments } from './queries.ts'
import { commitmentForm, longestWord, prolongationForm } from './schema.ts'

/** Committing an authority to come to an event, withdrawing, and giving more time. */
export function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const commitment = '/:language/:network/agenda/:slug/commitment'

  pages.get(commitment, readCommitmentRequest, (asked) => drawCommitments(asked))

  addNetworkAction(pages, commitment, {
    open: readCommitmentRequest,
    schema: ({ own }) => commitmentForm(own),
    save: async (asked, { authority: organisationId, people, words }) => {
      const { reader, network, event, writing } = asked
      const outcome = await inTransaction(writing, async (inside) => {
        const place = { networkId: network.id, eventId: event.id }
        const made = { organisationId, people, words, language: reader.interfaceLanguage }
        const done = await commit(inside, place, made)
        const standing = await listCommitments(inside, event.id)
        const own = standing.find(({ organisation }) => organisation.id === organisationId)
        if (done === 'done' && own) await notifyHolders({ ...asked, writing: inside }, own, 'committed')
        return done
      })
      return ledTo(asked, outcome)
    },
    again: drawCommitments,
  })

  addNetworkAction(pages, `${commitment}/:commitment/withdrawal`, {
    open: readWithdrawalRequest,
    schema: z.object({}),
    save: async (asked) => {
      const { network, event, writing } = asked
      const outcome = await inTransaction(writing, async (inside) => {
        const place = { networkId: network.id, eventId: event.id }
        const done = await withdrawCommitment(inside, place, asked.commitment)
        if (done === 'done') await notifyHolders({ ...asked, writing: inside }, asked.commitment, 'withdrawn')
        return done
      })
      return ledTo(asked, outcome)
    },
    again: (asked, form) => drawCommitments(asked, form),
  })

  addNetworkForm(pages, '/:language/:network/agenda/:slug/prolongation', {
    open: readProlongationRequest,
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
    save: async (asked, typed) => {
      const { reader, network, event } = asked
      const outcome = await prolong(application, asked, { ...typed, language: reader.interfaceLanguage })
      return outcome === 'done'
        ? eventPaths.event(reader, network.slug, event.slug)
        : [fieldError('until', refusals[outcome])]
    },
  })
}

/** Loads one of the reader’s own commitments, to be withdrawn; 404 if it is no longer in force. */
async function readWithdrawalRequest(visit: Visit): Promise<CommitmentRequest & { commitment: Commitment }> {
  const asked = await readCommitmentRequest(visit)
  const id = parameterOf(visit.request.params, 'commitment') ?? ''
  const commitment = asked.asking.commitments.find(
    (each) => each.id === id && asked.own.includes(each.organisation.id),
  )
  return commitment ? { ...asked, commitment } : notFound(id)
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
