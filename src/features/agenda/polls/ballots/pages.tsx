import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { mayAnswerPoll } from '../../policy.ts'
import { renderPoll } from '../frame.tsx'
import { paths } from '../paths.ts'
import { loadPollRequest } from '../request.ts'
import { answerAsPerson, removeAnswer } from '../voters.commands.ts'
import { lookUpVoterOf } from '../voters.queries.ts'
import { ballotSent } from './ballot.ts'
import { findVotingFor } from './queries.ts'

/** The people of a network answer a poll. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  const place = '/:language/:network/agenda/polls/:id/answer'

  addNetworkAction(pages, place, {
    open: async (visit: Visit) => {
      const loaded = await loadAnsweringRequest(visit)
      return { ...loaded, standing: await findVotingFor(loaded.writing, loaded.network) }
    },
    schema: (visit) => ballotSent(visit, visit.standing),
    save: async ({ writing, reader, network, poll }, ballot) =>
      (await answerAsPerson(writing, poll, ballot))
        ? paths.pollAfter(reader, network.slug, poll.id, 'answered')
        : [fieldError('', 'agenda.error.pollClosed')],
    again: (visit, form) => renderPoll(visit, { ...form, form: 'ballot' }),
  })

  pages.post(
    `${place}/removal`,
    loadAnsweringRequest,
    async ({ reply, writing, reader, network, poll, voter }) => {
      if (voter) await removeAnswer(writing, poll, voter)
      return reply.redirect(paths.pollAfter(reader, network.slug, poll.id, 'removed'), 303)
    },
  )
}

/** Loads a poll for a person who may answer it, with their earlier answer; 404 for others. */
async function loadAnsweringRequest(visit: Visit) {
  const loaded = await loadPollRequest(visit)
  const { actor } = loaded.writing
  if (actor.kind !== 'person' || !mayAnswerPoll(actor, loaded.network.id)) return notFound(loaded.poll.id)
  const voter = await lookUpVoterOf(loaded.writing, loaded.poll.id, actor.personId)
  if (loaded.poll.electorate === 'invited' && voter === null) return notFound(loaded.poll.id)
  return { ...loaded, voter }
}
