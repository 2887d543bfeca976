import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application, neverKept)
  pages.get(`${place}/edit`, readParticipantRequest, (asked) => {
    return show(asked, { values: valuesOf(asked), errors: [] })
  })
  pages.post(`${place}/edit`, readParticipantRequest, async (asked) => {
    const { request, reply, writing, ground, participant, network } = asked
    const form = readForm(
      participantForm({ languages: spokenIn(network), slots: ground.session.slots }),
      request.body,
    )
    if (!form.valid) return show(asked, form)
    const errors = participantErrors(ground, participant, form.data)
    if (errors.length > 0) return show(asked, { values: form.values, errors })
    await changeParticipant(writing, heldOf(asked), ground.session, participant, form.data)
    return goBack(reply, asked, 'changed')
  })
  pages
    .with({ ...neverKept, config: seldom })
    .post(`${place}/departure`, readParticipantRequest, async (asked) => {
      const { reply, writing, ground, participant } = asked
      await inTransaction(writing, async (inside) => {
        if (!(await sayLeft(inside, heldOf(asked), ground.session, participant, true))) return
        const changes = await cancelMeetingsOf(inside, ground.session, participant)
        await tellChanges({ application, writing: inside, asked }, { changes, news: null })
      })
      return goBack(reply, asked, 'left')
    })
  pages.post(`${place}/return`, readParticipantRequest, async (asked) => {
    const { reply, writing, ground, participant } = asked
    await sayLeft(writing, heldOf(asked), ground.session, participant, false)
    return goBack(reply, asked, 'returned')
  })
}

/** What of an event says who may do what at its meetings. */
export function heldOf({ event, network }: EventRequest) {
  return { id: event.id, networkId: network.id, holders: holdersOf(event.organisations) }
}

function show(asked: ParticipantRequest, shown: Shown): FastifyReply {
  const { reader, participant } = asked
  return drawMeetingsPage(asked, {
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
