import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, neverKept)
  const seats = '/:language/:network/agenda/:slug/seats/:seats'
  pages.get(seats, readSeatsRequest, drawForm)
  pages.post(seats, readSeatsRequest, takeRequest)
  const one = '/:language/:network/agenda/:slug/requests/:request'
  pages.get(one, readAnswerRequest, drawRequest)
  pages.post(`${one}/answer`, readAnswerRequest, takeAnswer)
  pages.post(`${one}/withdrawal`, readAnswerRequest, takeWithdrawal)
}

type Asked = Awaited<ReturnType<typeof readSeatsRequest>>
type Answering = Awaited<ReturnType<typeof readAnswerRequest>>
interface Typed {
  values: FormValues
  errors: FieldError[]
}

async function drawForm(asked: Asked, typed?: Typed): Promise<FastifyReply> {
  const { reader, network, event, sheet, offer, requests, own, writing } = asked
  const authorities = await listOrganisationRefs(writing, own)
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: `${reader.t('agenda.seats.ask')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.seats.askLead'),
    path: `/agenda/${event.slug}/seats/${offer.id}`,
    noindex: true,
    width: 'reading',
    children: (
      <SeatsForm
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

async function takeRequest(asked: Asked): Promise<FastifyReply> {
  const { request, application, reply, reader, network, event, mission, offer, requests, own, writing } =
    asked
  const values = readValues(request.body)
  if (!isStillOpen(asked, offer))
    return drawForm(asked, {
      values,
      errors: [fieldError('count', 'agenda.error.seatsClosed')],
    })
  const form = readForm(requestForm(own, seatsLeft(offer, requests)), values)
  if (!form.valid) return drawForm(asked, form)
  const { authority: organisationId, count, words } = form.data
  const id = await inTransaction(writing, async (inside) => {
    const wanted = { seatsId: offer.id, organisationId, count, words, language: reader.interfaceLanguage }
    const made = await askForSeats(inside, mission, wanted)
    if (made !== null) await tellOfRequest(application, inside, asked, made, 'asked')
    return made
  })
  if (id === null)
    return drawForm(asked, {
      values,
      errors: [fieldError('authority', 'agenda.error.askedAlready')],
    })
  return reply.redirect(paths.request(reader, network.slug, event.slug, id), 303)
}

function drawRequest(asked: Answering, typed: Typed = { values: {}, errors: [] }): FastifyReply {
  const { reader, network, event, sheet, wanted, mayAnswer, isOwn, requests } = asked
  const offer = sheet.mission.seats.find(({ id }) => id === wanted.seatsId)
  return drawNetworkPage(asked, {
    status: typed.errors.length > 0 ? 422 : 200,
    title: `${reader.t('agenda.seats.request')} · ${eventTitle(reader, event)}`,
    description: reader.t('agenda.seats.request'),
    path: `/agenda/${event.slug}/requests/${wanted.id}`,
    noindex: true,
    width: 'reading',
    children: (
      <RequestPage
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

async function takeAnswer(asked: Answering): Promise<FastifyReply> {
  const { request, application, reader, writing, mission, wanted, sheet } = asked
  if (!asked.mayAnswer) notFound(wanted.id)
  const form = readForm(answerForm, request.body)
  if (!form.valid) return drawRequest(asked, form)
  const { action: decision, answer } = form.data
  const seats = sheet.mission.seats.find(({ id }) => id === wanted.seatsId)?.count ?? 0
  const outcome = await inTransaction(writing, async (inside) => {
    const given = { decision, answer, language: reader.interfaceLanguage, seats }
    const done = await answerRequest(inside, mission, wanted, given)
    if (done === 'done') await tellAnswer(application, inside, asked, wanted.id)
    return done
  })
  return drawOutcome(asked, outcome, form.values)
}

async function takeWithdrawal(asked: Answering): Promise<FastifyReply> {
  const { application, writing, mission, wanted } = asked
  if (!asked.isOwn) notFound(wanted.id)
  const outcome = await inTransaction(writing, async (inside) => {
    const done = await withdrawRequest(inside, mission, wanted)
    if (done === 'done') await tellOfRequest(application, inside, asked, wanted.id, 'withdrawn')
    return done
  })
  return drawOutcome(asked, outcome, {})
}

function drawOutcome(asked: Answering, outcome: Outcome, values: FormValues): FastifyReply {
  const { reply, reader, network, event, wanted } = asked
  if (outcome === 'done')
    return reply.redirect(paths.request(reader, network.slug, event.slug, wanted.id), 303)
  const key = outcome === 'tooFew' ? 'agenda.error.tooFewSeats' : 'agenda.error.answeredMeanwhile'
  return drawRequest(asked, { values, errors: [fieldError('answer', key)] })
}
