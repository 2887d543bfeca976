import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { readPageRequest } from '../../../../platform/http/page-request.ts'
import { withParameters } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readNetworkRequest } from '../../../networks/index.ts'
import { readFeedFilter } from '../../events/list/filter.ts'
import { mayMakeFeed } from '../../policy.ts'
import { asksForVague, feedParameters } from '../paths.ts'
import { drawSubscribing } from '../subscribing/page.tsx'
import { writeCalendarFeed } from '../write-calendar-feed.ts'
import { readOwnFeedRequest, readParameters } from './call.ts'
import { endFeed, makeFeed, renewFeed } from './commands.ts'
import { sendMadeFeed } from './page.tsx'
import { ownFeedPaths } from './paths.ts'

/** Secret addresses of one’s own agenda: fetched by programs; made, renewed and withdrawn by their owner. */
export function addOwnFeedRoutes(app: FastifyInstance, application: Application): void {
  app.get('/feeds/:secret.ics', async (request, reply) => {
    const { context, feeding, networkId, filter, hasVague, isKnown } = await readOwnFeedRequest(
      application,
      request,
      reply,
    )
    if (isKnown) return reply.code(304).send()
    const wanted = { networkId, filter, language: feeding.reader.language }
    // Its address would stand in every copy that somebody passes on.
    const calendar = await writeCalendarFeed(context, feeding, wanted, { hasVague, source: null })
    return reply.type('text/calendar; charset=utf-8').send(calendar)
  })

  app.post('/:language/:network/agenda/feeds', (request, reply) => make(application, request, reply))

  app.post('/:language/account/feeds/:id/renewal', async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const { secret } = await renewFeed(context, readId(request))
    return sendMadeFeed(application, reply, reader, secret)
  })

  app.post('/:language/account/feeds/:id/end', async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    await endFeed(context, readId(request))
    return reply.redirect(ownFeedPaths.account(reader), 303)
  })
}

async function make(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const asked = await readNetworkRequest(application, request)
  const { context, reader, network } = asked
  if (!mayMakeFeed(context.actor, network.id)) return notFound()
  const typed = readParameters(parameterOf(request.body, 'parameters') ?? '')
  const [filter, hasVague] = [readFeedFilter(typed), asksForVague(typed)]
  const parameters = withParameters('', feedParameters(filter, hasVague)).slice(1)
  const made = await makeFeed(context, { networkId: network.id, language: reader.language, parameters })
  if (made === 'tooMany')
    return drawSubscribing(application, request, reply.code(422), asked, { filter, hasVague, isFull: true })
  return sendMadeFeed(application, reply, reader, made.secret)
}

function readId(request: FastifyRequest): string {
  const id = parameterOf(request.params, 'id') ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : notFound()
}
