import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { neverKept } from '../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  readValues,
} from '../../../platform/input/form.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { paths as eventPaths } from '../events/paths.ts'
import { eventTitle } from '../events/views/event-page.tsx'
import { readCommitmentRequest, readProlongationRequest } from './call.ts'
import { commit, type Outcome, withdrawCommitment } from './commands.ts'
import { prolong } from './decisions/commands.ts'
import { tellHolders } from './notices/commands.ts'
import { paths } from './paths.ts'
import { listCommitments } from './queries.ts'
import { commitmentForm, prolongationForm } from './schema.ts'
import { CommitmentPage } from './views/commitment-page.tsx'
import { ProlongationPage } from './views/prolongation-page.tsx'

/** Committing an authority to come to an event, withdrawing, and giving more time. */
export function addCommitmentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const commitment = '/:language/:network/agenda/:slug/commitment'
  pages.get(commitment, readCommitmentRequest, drawCommitments)
  pages.post(commitment, readCommitmentRequest, takeCommitment)
  pages.post(`${commitment}/:commitment/withdrawal`, readCommitmentRequest, takeWithdrawal)
  const prolongation = '/:language/:network/agenda/:slug/prolongation'
  pages.get(prolongation, readProlongationRequest, drawProlongation)
  pages.post(prolongation, readProlongationRequest, takeProlongation)
}

type Committing = Awaited<ReturnType<typeof readCommitmentRequest>>
type Prolonging = Awaited<ReturnType<typeof readProlongationRequest>>
interface Typed {
  values: FormValues
  errors: FieldError[]
}

async function drawCommitments(asked: Committing, typed?: Typed): Promise<FastifyReply> {
  const { reader, network, event, own, writing, asking } = asked
  const commitments = asking.commitments.filter(({ organisation }) => own.includes(organisation.id))
  const free = own.filter((id) => !commitments.some(({ organisation }) => organisation.id === id))
  const authorities = await listOrganisationRefs(writing, free)
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: `${reader.t('agenda.commitments.commit')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.commitments.commitLead'),
    path: `/agenda/${event.slug}/commitment`,
    noindex: true,
    width: 'reading',
    children: (
      <CommitmentPage
        network={network}
        event={event}
        asking={asked.asking}
        own={commitments}
        authorities={[...authorities.values()]}
        values={typed?.values ?? {}}
        errors={typed?.errors ?? []}
      />
    ),
  })
}

async function takeCommitment(asked: Committing): Promise<FastifyReply> {
  const { request, application, reader, network, event, own, writing } = asked
  const form = readForm(commitmentForm(own), request.body)
  if (!form.valid) return drawCommitments(asked, form)
  const { authority: organisationId, people, words } = form.data
  const outcome = await inTransaction(writing, async (inside) => {
    const place = { networkId: network.id, eventId: event.id }
    const made = { organisationId, people, words, language: reader.interfaceLanguage }
    const done = await commit(inside, place, made)
    const standing = await listCommitments(inside, event.id)
    const commitment = standing.find(({ organisation }) => organisation.id === organisationId)
    if (done === 'done' && commitment) await tellHolders(application, inside, asked, commitment, 'committed')
    return done
  })
  return drawOutcome(asked, outcome, form.values)
}

async function takeWithdrawal(asked: Committing): Promise<FastifyReply> {
  const { request, application, network, event, own, writing, asking } = asked
  const id = parameterOf(request.params, 'commitment') ?? ''
  const commitment = asking.commitments.find((each) => each.id === id && own.includes(each.organisation.id))
  if (!commitment) return notFound(id)
  const outcome = await inTransaction(writing, async (inside) => {
    const done = await withdrawCommitment(inside, { networkId: network.id, eventId: event.id }, commitment)
    if (done === 'done') await tellHolders(application, inside, asked, commitment, 'withdrawn')
    return done
  })
  return drawOutcome(asked, outcome, {})
}

const problems = {
  closed: { field: 'people', key: 'agenda.error.commitmentsClosed' },
  gone: { field: 'authority', key: 'agenda.error.authorityGone' },
  twice: { field: 'authority', key: 'agenda.error.committedAlready' },
} as const

async function drawOutcome(asked: Committing, outcome: Outcome, values: FormValues): Promise<FastifyReply> {
  const { reply, reader, network, event } = asked
  if (outcome === 'done') return reply.redirect(paths.commitment(reader, network.slug, event.slug), 303)
  const { field, key } = problems[outcome]
  return drawCommitments(asked, { values, errors: [fieldError(field, key)] })
}

function drawProlongation(asked: Prolonging, typed?: Typed): FastifyReply {
  const { reader, network, event } = asked
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: `${reader.t('agenda.commitments.prolong')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.commitments.prolongLead'),
    path: `/agenda/${event.slug}/prolongation`,
    noindex: true,
    width: 'reading',
    children: (
      <ProlongationPage
        network={network}
        event={event}
        asking={asked.asking}
        values={typed?.values ?? {}}
        errors={typed?.errors ?? []}
      />
    ),
  })
}

async function takeProlongation(asked: Prolonging): Promise<FastifyReply> {
  const { request, application, reply, reader, network, event } = asked
  const values = readValues(request.body)
  const form = readForm(prolongationForm, values)
  if (!form.valid) return drawProlongation(asked, form)
  const language = reader.interfaceLanguage
  const outcome = await prolong(application, asked, { ...form.data, language })
  if (outcome === 'done') return reply.redirect(eventPaths.event(reader, network.slug, event.slug), 303)
  const errors = [fieldError('until', refusals[outcome])]
  return drawProlongation(asked, { values, errors })
}

const refusals = {
  notLater: 'agenda.error.deadlinePast',
  tooLate: 'agenda.error.deadlineAfterEvent',
  changed: 'agenda.error.prolongedMeanwhile',
} as const
