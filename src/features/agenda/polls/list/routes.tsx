import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { addressFor, withParameters } from '../../../../platform/i18n/reader.ts'
import { readPageNumber } from '../../../../platform/input/page-number.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { byOwnSide } from '../../../directory/index.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
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
  const pages = pagesOf(app, application, neverKept)
  const list = '/:language/:network/agenda/polls'
  pages.get(list, async (visit) => {
    return (await sendToSignIn(visit)) ?? showList(visit)
  })
  pages.get(
    `${list}/:id`,
    async (visit) => (await sendToSignIn(visit)) ?? drawPoll(await readPollRequest(visit)),
  )
}

// Mails lead here: whoever is not signed in signs in first.
async function sendToSignIn(visit: Visit): Promise<FastifyReply | null> {
  const { request, reply } = visit
  const { writing, reader, network } = await readNetworkRequest(visit)
  if (writing.actor.kind !== 'anonymous') return null
  const id = parameterOf(request.params, 'id')
  const next = `/${reader.language}/${network.slug}/agenda/polls${id === undefined ? '' : `/${id}`}`
  return reply.redirect(withParameters(`/${reader.language}/sign-in`, { next }), 303)
}

async function showList(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const asked = await readInsideRequest(visit)
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
  return drawNetworkPage(asked, {
    title: reader.t('agenda.polls.title'),
    description: reader.t('agenda.polls.lead'),
    path: '/agenda/polls',
    noindex: true,
    children: (
      <PollsPage
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
