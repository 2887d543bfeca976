import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Application } from '../../../../platform/http/application.ts'
import { loadPageRequest } from '../../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { withParameters } from '../../../../platform/i18n/reader.ts'
import { type FormValues, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../../networks/index.ts'
import { readFeedFilter } from '../../events/list/event-filter.ts'
import { mayMakeFeed } from '../../policy.ts'
import { writeCalendarFeed } from '../calendar-feed.ts'
import { asksForVague, feedParameters } from '../paths.ts'
import { renderSubscribing } from '../subscribing.frame.tsx'
import { endFeed, makeFeed, renewFeed } from './commands.ts'
import { loadOwnFeedRequest, readParameters, sendMadeFeed } from './frame.tsx'
import { ownFeedPaths } from './paths.ts'

/** Secret addresses of a personal agenda: fetched by programs; made, renewed and withdrawn by their owner. */
export function addOwnFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(
    '/feeds/:secret.ics',
    loadOwnFeedRequest,
    async ({ reply, context, feeding, networkId, filter, hasVague, isKnown }) => {
      if (isKnown) return reply.code(304).send()
      const wanted = { networkId, filter, language: feeding.reader.language }
      // Every copy that a person passes on would contain its address.
      const calendar = await writeCalendarFeed(context, feeding, wanted, { hasVague, source: null })
      return reply.type('text/calendar; charset=utf-8').send(calendar)
    },
  )

  addNetworkAction(pages, '/:language/:network/agenda/feeds', {
    open: loadMakingRequest,
    // The choices are read in the same way as the address of the page.
    schema: z.unknown(),
    again: (visit, { values }) => renderSubscribing(visit, { ...chosenIn(values), isFull: true }),
    save: async ({ context, reply, reader, network }, _typed, _choices, values) => {
      const { filter, hasVague } = chosenIn(values)
      const parameters = withParameters('', feedParameters(filter, hasVague)).slice(1)
      const made = await makeFeed(context, { networkId: network.id, language: reader.language, parameters })
      if (made === 'tooMany') return [fieldError('', 'agenda.own.tooMany')]
      sendMadeFeed(application, reply, reader, made.secret)
      return null
    },
  })

  pages.post('/:language/account/feeds/:id/renewal', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    const { secret } = await renewFeed(context, readId(request))
    return sendMadeFeed(application, reply, reader, secret)
  })

  pages.post('/:language/account/feeds/:id/end', async (visit) => {
    const { request, reply } = visit
    const { context, reader } = loadPageRequest(visit)
    await endFeed(context, readId(request))
    return reply.redirect(ownFeedPaths.account(reader), 303)
  })
}

async function loadMakingRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayMakeFeed(loaded.context.actor, loaded.network.id) ? loaded : notFound()
}

function chosenIn(values: FormValues) {
  const typed = readParameters(typedValue(values, 'parameters'))
  return { filter: readFeedFilter(typed), hasVague: asksForVague(typed) }
}

function readId(request: FastifyRequest): string {
  const id = parameterOf(request.params, 'id') ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : notFound()
}
