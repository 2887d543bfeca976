import type { FastifyReply } from 'fastify'
import { findUidHost } from '../../../../platform/calendar/uid-host.ts'
import type { Actor } from '../../../../platform/context/actor.ts'
import { dayOf, readOnce } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { ownDay } from '../../../../platform/context/own-day.ts'
import { etagOf, isCurrent, readFreshness } from '../../../../platform/http/api/freshness.ts'
import type { Application } from '../../../../platform/http/application.ts'
import type { Visit } from '../../../../platform/http/visit.ts'
import { interfaceLanguages, isInterfaceLanguage } from '../../../../platform/i18n/languages.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { findNetwork } from '../../../networks/index.ts'
import { lookUpActor } from '../../../people/index.ts'
import { type EventFilter, readFeedFilter } from '../../events/list/event-filter.ts'
import { mayReadInside } from '../../events/policy.ts'
import type { CalendarFeeding } from '../feed-event.ts'
import { asksForVague } from '../paths.ts'
import { noteFetch } from './commands.ts'
import { lookUpFeed } from './queries.ts'

export interface OwnFeedRequest extends Visit {
  context: Context
  feeding: CalendarFeeding
  networkId: string
  filter: EventFilter
  hasVague: boolean
  /** The program already has this version. */
  isKnown: boolean
}

/** Loads a secret feed: the agenda of one network as its owner may see it now; 404 for an unknown address. */
export async function loadOwnFeedRequest(visit: Visit): Promise<OwnFeedRequest> {
  const { request, reply, application } = visit
  const secret = parameterOf(request.params, 'secret') ?? ''
  hide(reply)
  const feed = /^[0-9a-f]{48}$/.test(secret) ? await lookUpFeed(application, secret) : null
  const owner = feed && (await lookUpActor(application, feed.personId))
  if (!feed || !owner) return notFound()
  if (!feed.isFetchedToday) await noteFetch(application, feed.id)
  const clock = readOnce(application.clock)
  const anybody = { ...application, actor: owner, today: dayOf(clock) }
  const network = await findNetwork(anybody, feed.network)
  const actor: Actor = {
    ...owner,
    // The operator acts in a browser or at the command line, never through a feed.
    isOperator: false,
    holdings: owner.holdings.filter(({ networkId }) => networkId === network.id),
  }
  const today = ownDay({ ...application, clock }, network.opensOn)
  const context = { actor, clock: application.clock, database: application.database, today }
  const etag = etagOf(
    await readFreshness(context, network.id),
    feed.id,
    today,
    JSON.stringify(actor.holdings),
    feed.parameters,
  )
  reply.header('etag', etag)
  const parameters = readParameters(feed.parameters)
  return {
    ...visit,
    context,
    networkId: network.id,
    filter: readFeedFilter(parameters),
    hasVague: asksForVague(parameters),
    isKnown: isCurrent(request, etag),
    feeding: {
      baseUrl: application.settings.baseUrl,
      uidHost: await findUidHost(context, application.settings),
      reader: readerOf(application, feed.language, today),
      network,
      isInside: mayReadInside(actor, network.id),
    },
  }
}

/** The parameters of an address as routes are given them. */
export function readParameters(text: string): Record<string, string[]> {
  const given = new URLSearchParams(text)
  return Object.fromEntries([...given.keys()].map((name) => [name, given.getAll(name)]))
}

// Private: cached nowhere on the way, not indexed, and no referrer for other sites.
function hide(reply: FastifyReply): void {
  reply
    .header('cache-control', 'private, no-cache')
    .header('x-robots-tag', 'noindex')
    .header('referrer-policy', 'no-referrer')
}

function readerOf({ translate }: Application, language: string, today: string): CalendarFeeding['reader'] {
  const interfaceLanguage = isInterfaceLanguage(language) ? language : interfaceLanguages[2]
  return { language, interfaceLanguage, t: translate(interfaceLanguage), today, now: null }
}
