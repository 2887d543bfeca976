import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { readFreshness, sayLastModified } from '../../../platform/http/api/freshness.ts'
import { openToOtherSites } from '../../../platform/http/api/other-sites.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { type EventFilter, readFeedFilter } from '../events/list/event-filter.ts'
import { mayReadInside } from '../events/policy.ts'
import type { CalendarFeeding } from './feed-event.ts'

export interface FeedRequest extends NetworkRequest {
  filter: EventFilter
  feeding: CalendarFeeding
  changedAt: Date
}

/** Loads the request for a feed: its reader, network and filter. Sets how fresh it is, and lets other sites read public feeds. */
export async function loadFeedRequest(visit: Visit): Promise<FeedRequest> {
  const { reply, request, application } = visit
  const opened = await loadNetworkRequest(visit)
  const { context, reader, network, actualDay } = opened
  const freshness = await readFreshness(context, network.id)
  sayLastModified(reply, freshness, context.today, actualDay)
  reply.header('cache-control', 'no-cache')
  if (context.actor.kind === 'anonymous') openToOtherSites(reply)
  return {
    ...opened,
    filter: readFeedFilter(request.query),
    feeding: {
      baseUrl: application.settings.baseUrl,
      uidHost: await findUidHost(context, application.settings),
      reader,
      network,
      isInside: mayReadInside(context.actor, network.id),
    },
    changedAt: freshness.changedAt ?? new Date(0),
  }
}
