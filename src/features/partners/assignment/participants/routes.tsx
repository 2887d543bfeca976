import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { readForm } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { holdersOf } from '../../../agenda/events/index.ts'
import { type EventRequest, type ParticipantRequest, readParticipantRequest } from '../call.ts'
import { spokenIn } from '../languages.ts'
import { drawMeetingsPage } from '../page.tsx'
import { paths } from '../paths.ts'
import { cancelMeetingsOf } from '../publication/commands.ts'
import { tellChanges } from '../publication/notices/commands.ts'
import { changeParticipant, sayLeft } from './commands.ts'
import { participantErrors, participantForm } from './schema.ts'
import { ParticipantFormPage } from './views/participant-form-page.tsx'
import { participantName } from './views/participant-name.tsx'

const place = '/:language/:network/agenda/:slug/meetings/participants/:id'
// Leaving writes to everybody who would have met.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** What is said of a participant, and that it leaves or comes back. */
export function addParticipantRoutes(app: FastifyInstance, application: Application): void {
  app.get(`${place}/edit`, neverKept, async (request, reply) => {
    const asked = await readParticipantRequest(application, request)
    return show(application, request, reply, asked, { values: valuesOf(asked), errors: [] })
  })
  app.post(`${place}/edit`, neverKept, async (request, reply) => {
    const asked = await readParticipantRequest(application, request)
    const { writing, ground, participant, network } = asked
    const form = readForm(
      participantForm({ languages: spokenIn(network), slots: ground.session.slots }),
      request.body,
    )
    if (!form.valid) return show(application, request, reply, asked, form)
    const errors = participantErrors(ground, participant, form.data)
    if (errors.length > 0) return show(application, request, reply, asked, { values: form.values, errors })
    await changeParticipant(writing, heldOf(asked), ground.session, participant, form.data)
    return goBack(reply, asked, 'changed')
  })
  app.post(`${place}/departure`, { ...neverKept, config: seldom }, async (request, reply) => {
    const asked = await readParticipantRequest(application, request)
    const { writing, ground, participant } = asked
    await inTransaction(writing, async (inside) => {
      if (!(await sayLeft(inside, heldOf(asked), ground.session, participant, true))) return
      const changes = await cancelMeetingsOf(inside, ground.session, participant)
      await tellChanges({ application, writing: inside, asked }, { changes, news: null })
    })
    return goBack(reply, asked, 'left')
  })
  app.post(`${place}/return`, neverKept, async (request, reply) => {
    const asked = await readParticipantRequest(application, request)
    const { writing, ground, participant } = asked
    await sayLeft(writing, heldOf(asked), ground.session, participant, false)
    return goBack(reply, asked, 'returned')
  })
}

/** What of an event says who may do what at its meetings. */
export function heldOf({ event, network }: EventRequest) {
  return { id: event.id, networkId: network.id, holders: holdersOf(event.organisations) }
}

function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: ParticipantRequest,
  shown: Shown,
): FastifyReply {
  const { reader, participant } = asked
  return drawMeetingsPage(application, request, reply, asked, {
    title: participantName(reader, participant),
    path: `/participants/${participant.id}/edit`,
    isWrong: shown.errors.length > 0,
    children: <ParticipantFormPage asked={asked} shown={shown} languages={spokenIn(asked.network)} />,
  })
}

function valuesOf({ participant }: ParticipantRequest): Shown['values'] {
  return {
    personName: participant.personName,
    address: participant.address ?? '',
    language: participant.language,
    languages: participant.languages,
    quota: String(participant.quota),
    absences: participant.absences,
  }
}

function goBack(
  reply: FastifyReply,
  { reader, network, event, participant }: ParticipantRequest,
  done: string,
): FastifyReply {
  return reply.redirect(paths.participant(reader, network.slug, event.slug, participant.id, { done }), 303)
}
