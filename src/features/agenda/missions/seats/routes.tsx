import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  readValues,
} from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { eventTitle } from '../../events/views/event-page.tsx'
import { paths } from '../paths.ts'
import { isStillOpen, readAnswerRequest, readSeatsRequest } from './call.ts'
import { answerRequest, askForSeats, type Outcome, withdrawRequest } from './commands.ts'
import { tellAnswer, tellOfRequest } from './notices/commands.ts'
import { answerForm, requestForm } from './schema.ts'
import { seatsLeft } from './seats.ts'
import { RequestPage } from './views/request-page.tsx'
import { SeatsForm } from './views/seats-form-page.tsx'

/** Asking for seats on the mission of others, and answering. */
export function addSeatsRoutes(app: FastifyInstance, application: Application): void {
  const seats = '/:language/:network/agenda/:slug/seats/:seats'
  app.get(seats, neverKept, async (request, reply) =>
    drawForm(application, request, reply, await readSeatsRequest(application, request)),
  )
  app.post(seats, neverKept, async (request, reply) =>
    takeRequest(application, request, reply, await readSeatsRequest(application, request)),
  )
  const one = '/:language/:network/agenda/:slug/requests/:request'
  app.get(one, neverKept, async (request, reply) =>
    drawRequest(application, request, reply, await readAnswerRequest(application, request)),
  )
  app.post(`${one}/answer`, neverKept, async (request, reply) =>
    takeAnswer(application, request, reply, await readAnswerRequest(application, request)),
  )
  app.post(`${one}/withdrawal`, neverKept, async (request, reply) =>
    takeWithdrawal(application, request, reply, await readAnswerRequest(application, request)),
  )
}

type Asked = Awaited<ReturnType<typeof readSeatsRequest>>
type Answering = Awaited<ReturnType<typeof readAnswerRequest>>
interface Typed {
  values: FormValues
  errors: FieldError[]
}

async function drawForm(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  typed?: Typed,
): Promise<FastifyReply> {
  const { reader, network, event, sheet, offer, requests, own, writing } = asked
  const authorities = await listOrganisationRefs(writing, own)
  return drawNetworkPage(application, request, typed ? reply.code(422) : reply, asked, {
    title: `${reader.t('agenda.seats.ask')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.seats.askLead'),
    path: `/agenda/${event.slug}/seats/${offer.id}`,
    noindex: true,
    width: 'reading',
    children: (
      <SeatsForm
        reader={reader}
        network={network.slug}
        event={event}
        sheet={sheet}
        offer={offer}
        left={seatsLeft(offer, requests)}
        isOpen={isStillOpen(asked, offer)}
        authorities={[...authorities.values()]}
        values={typed?.values ?? {}}
        errors={typed?.errors ?? []}
      />
    ),
  })
}

async function takeRequest(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
): Promise<FastifyReply> {
  const { reader, network, event, mission, offer, requests, own, writing } = asked
  const values = readValues(request.body)
  if (!isStillOpen(asked, offer))
    return drawForm(application, request, reply, asked, {
      values,
      errors: [fieldError('count', 'agenda.error.seatsClosed')],
    })
  const form = readForm(requestForm(own, seatsLeft(offer, requests)), values)
  if (!form.valid) return drawForm(application, request, reply, asked, form)
  const { authority: organisationId, count, words } = form.data
  const id = await inTransaction(writing, async (inside) => {
    const wanted = { seatsId: offer.id, organisationId, count, words, language: reader.interfaceLanguage }
    const made = await askForSeats(inside, mission, wanted)
    if (made !== null) await tellOfRequest(application, inside, asked, made, 'asked')
    return made
  })
  if (id === null)
    return drawForm(application, request, reply, asked, {
      values,
      errors: [fieldError('authority', 'agenda.error.askedAlready')],
    })
  return reply.redirect(paths.request(reader, network.slug, event.slug, id), 303)
}

function drawRequest(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Answering,
  typed: Typed = { values: {}, errors: [] },
): FastifyReply {
  const { reader, network, event, sheet, wanted, mayAnswer, isOwn, requests } = asked
  const offer = sheet.mission.seats.find(({ id }) => id === wanted.seatsId)
  return drawNetworkPage(application, request, typed.errors.length > 0 ? reply.code(422) : reply, asked, {
    title: `${reader.t('agenda.seats.request')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.seats.request'),
    path: `/agenda/${event.slug}/requests/${wanted.id}`,
    noindex: true,
    width: 'reading',
    children: (
      <RequestPage
        reader={reader}
        network={network.slug}
        event={event}
        sheet={sheet}
        request={wanted}
        left={offer ? seatsLeft(offer, requests) : 0}
        mayAnswer={mayAnswer && wanted.state === 'asked'}
        mayWithdraw={isOwn && (wanted.state === 'asked' || wanted.state === 'accepted')}
        values={typed.values}
        errors={typed.errors}
      />
    ),
  })
}

async function takeAnswer(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Answering,
): Promise<FastifyReply> {
  const { reader, writing, mission, wanted, sheet } = asked
  if (!asked.mayAnswer) notFound(wanted.id)
  const form = readForm(answerForm, request.body)
  if (!form.valid) return drawRequest(application, request, reply, asked, form)
  const { action: decision, answer } = form.data
  const seats = sheet.mission.seats.find(({ id }) => id === wanted.seatsId)?.count ?? 0
  const outcome = await inTransaction(writing, async (inside) => {
    const given = { decision, answer, language: reader.interfaceLanguage, seats }
    const done = await answerRequest(inside, mission, wanted, given)
    if (done === 'done') await tellAnswer(application, inside, asked, wanted.id)
    return done
  })
  return drawOutcome(application, request, reply, asked, outcome, form.values)
}

async function takeWithdrawal(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Answering,
): Promise<FastifyReply> {
  const { writing, mission, wanted } = asked
  if (!asked.isOwn) notFound(wanted.id)
  const outcome = await inTransaction(writing, async (inside) => {
    const done = await withdrawRequest(inside, mission, wanted)
    if (done === 'done') await tellOfRequest(application, inside, asked, wanted.id, 'withdrawn')
    return done
  })
  return drawOutcome(application, request, reply, asked, outcome, {})
}

function drawOutcome(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Answering,
  outcome: Outcome,
  values: FormValues,
): FastifyReply {
  const { reader, network, event, wanted } = asked
  if (outcome === 'done')
    return reply.redirect(paths.request(reader, network.slug, event.slug, wanted.id), 303)
  const key = outcome === 'tooFew' ? 'agenda.error.tooFewSeats' : 'agenda.error.answeredMeanwhile'
  return drawRequest(application, request, reply, asked, { values, errors: [fieldError('answer', key)] })
}
