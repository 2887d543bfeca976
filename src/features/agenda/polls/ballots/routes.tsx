import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError, readValues } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { mayAnswerPoll } from '../../policy.ts'
import { readPollRequest } from '../call.ts'
import { drawPoll } from '../page.tsx'
import { paths } from '../paths.ts'
import { answerAsPerson, removeAnswer } from '../voters/commands.ts'
import { lookUpVoterOf } from '../voters/queries.ts'
import { readBallot } from './ballot.ts'
import { findStanding } from './queries.ts'

/** The people of a network answer a poll. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/agenda/polls/:id/answer'
  pages.post(place, readAnsweringRequest, async (asked) => {
    const { request, reply, writing, reader, network, poll } = asked
    const values = readValues(request.body)
    const reading = readBallot(poll, await findStanding(writing, network), values, reader.interfaceLanguage)
    if (!reading.valid) return drawPoll(asked, { ...reading, form: 'ballot' })
    if (await answerAsPerson(writing, poll, reading.ballot))
      return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, 'answered'), 303)
    const errors = [fieldError('', 'agenda.error.pollClosed')]
    return drawPoll(asked, { values, errors, form: 'ballot' })
  })
  pages.post(
    `${place}/removal`,
    readAnsweringRequest,
    async ({ reply, writing, reader, network, poll, voter }) => {
      if (voter) await removeAnswer(writing, poll, voter)
      return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, 'removed'), 303)
    },
  )
}

/** Somebody who may answer a poll, with what they answered before; 404 for others. */
async function readAnsweringRequest(visit: Visit) {
  const asked = await readPollRequest(visit)
  const { actor } = asked.writing
  if (actor.kind !== 'person' || !mayAnswerPoll(actor, asked.network.id)) return notFound(asked.poll.id)
  const voter = await lookUpVoterOf(asked.writing, asked.poll.id, actor.personId)
  if (asked.poll.electorate === 'invited' && voter === null) return notFound(asked.poll.id)
  return { ...asked, voter }
}
