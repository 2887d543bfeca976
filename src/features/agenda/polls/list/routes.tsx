import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { addressFor, withParameters } from '../../../../platform/i18n/reader.ts'
import { readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { drawNetworkPage, readWritingRequest } from '../../../networks/index.ts'
import { mayAskForDate } from '../../policy.ts'
import { readInsideRequest, readPollRequest } from '../call.ts'
import { drawPoll } from '../page.tsx'
import { stateOf } from '../poll.ts'
import { listPolls } from '../queries.ts'
import { countAnswered } from '../voters/queries.ts'
import { PollsPage } from './views/polls-page.tsx'

const pollsAPage = 50

/** The polls of a network, and each of them, for its people. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const list = '/:language/:network/agenda/polls'
  app.get(
    list,
    neverKept,
    async (request, reply) =>
      (await sendToSignIn(application, request, reply)) ?? showList(application, request, reply),
  )
  app.get(`${list}/:id`, neverKept, async (request, reply) => {
    const sent = await sendToSignIn(application, request, reply)
    return sent ?? drawPoll(application, request, reply, await readPollRequest(application, request))
  })
}

// Mails lead here: whoever is not signed in signs in first.
async function sendToSignIn(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | null> {
  const { writing, reader, network } = await readWritingRequest(application, request)
  if (writing.actor.kind !== 'anonymous') return null
  const id = parameterOf(request.params, 'id')
  const next = `/${reader.language}/${network.slug}/agenda/polls${id === undefined ? '' : `/${id}`}`
  return reply.redirect(withParameters(`/${reader.language}/sign-in`, { next }), 303)
}

async function showList(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const asked = await readInsideRequest(application, request)
  const { writing, reader, network } = asked
  const page = readPageNumber(request.query)
  const slice = { limit: pollsAPage + 1, offset: (page - 1) * pollsAPage }
  const found = await listPolls(writing, network.id, slice)
  const polls = found.slice(0, pollsAPage)
  const answered = await countAnswered(
    writing,
    polls.map(({ id }) => id),
  )
  const address = (number: number) =>
    addressFor(reader, `/${network.slug}/agenda/polls`, {
      page: number > 1 ? String(number) : undefined,
    })
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('agenda.polls.title'),
    description: reader.t('agenda.polls.lead'),
    path: '/agenda/polls',
    noindex: true,
    children: (
      <PollsPage
        reader={reader}
        network={network.slug}
        countries={byOwnSide(reader, network.countries)}
        polls={polls.map((poll) => ({
          ...poll,
          standing: stateOf(poll, writing),
          answered: answered.get(poll.id) ?? 0,
        }))}
        mayAsk={mayAskForDate(writing.actor, network.id)}
        later={page > 1 ? address(page - 1) : null}
        earlier={found.length > pollsAPage ? address(page + 1) : null}
      />
    ),
  })
}
