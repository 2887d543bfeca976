import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { mayAnswerPoll } from '../../policy.ts'
import { readPollRequest } from '../call.ts'
import { drawPoll } from '../page.tsx'
import { paths } from '../paths.ts'
import { answerAsPerson, removeAnswer } from '../voters.commands.ts'
import { lookUpVoterOf } from '../voters.queries.ts'
import { ballotSent } from './ballot.ts'
import { findStanding } from './queries.ts'

/** The people of a network answer a poll. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  const place = '/:language/:network/agenda/polls/:id/answer'

  addNetworkAction(pages, place, {
    open: async (visit: Visit) => {
      const asked = await readAnsweringRequest(visit)
      return { ...asked, standing: await findStanding(asked.writing, asked.network) }
    },
    schema: (asked) => ballotSent(asked, asked.standing),
    save: async ({ writing, reader, network, poll }, ballot) =>
      (await answerAsPerson(writing, poll, ballot))
        ? paths.pollAfter(reader, network.slug, poll.id, 'answered')
        : [fieldError('', 'agenda.error.pollClosed')],
    again: (asked, form) => drawPoll(asked, { ...form, form: 'ballot' }),
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

/** Loads a poll for a person who may answer it, with their earlier answer; 404 for others. */
async function readAnsweringRequest(visit: Visit) {
  const asked = await readPollRequest(visit)
  const { actor } = asked.writing
  if (actor.kind !== 'person' || !mayAnswerPoll(actor, asked.network.id)) return notFound(asked.poll.id)
  const voter = await lookUpVoterOf(asked.writing, asked.poll.id, actor.personId)
  if (asked.poll.electorate === 'invited' && voter === null) return notFound(asked.poll.id)
  return { ...asked, voter }
}
