import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findUidHost } from '../../../platform/calendar/uid-host.ts'
import { writeCalendar } from '../../../platform/calendar/writing/write-calendar.ts'
import { isUnmodified, readFreshness, sayLastModified } from '../../../platform/http/api/freshness.ts'
import { openToOtherSites } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendFile } from '../../../platform/http/send-file.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { parameterOf, readPageNumber } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { cachedByNetwork, loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import {
  type EventFilter,
  eventParameters,
  readFeedFilter,
  spanParameters,
} from '../events/list/event-filter.ts'
import { mayReadInside } from '../events/policy.ts'
import { findEvent } from '../events/queries.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { calendarEventsOf, productOf, writeCalendarFeed } from './calendar-feed.ts'
import { entriesAPage, listEntries } from './entries.queries.ts'
import { type FeedPage, feedEntry } from './feed-entry.ts'
import type { CalendarFeeding, Feeding } from './feed-event.ts'
import { feedTitle } from './feed-links.ts'
import { writeAtom, writeJsonFeed, writeRss } from './formats.ts'
import { addOwnFeedRoutes } from './own/pages.tsx'
import { asksForVague, type FeedFormat, feedFormats, feedParameters, feedTypes, paths } from './paths.ts'
import { renderSubscribing } from './subscribing.frame.tsx'

/** The agenda for calendar programs, feed readers and other sites; one event as a file; how to subscribe; personal addresses. */
export function addFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, {
    config: { kept: cachedByNetwork([...eventParameters, 'vague']) },
  })
  for (const format of feedFormats)
    pages.get(`/:language/:network/agenda.${format}`, async ({ request, reply }) => {
      return sendFeed(application, format, request, reply)
    })
  pages
    .with({ config: { kept: cachedByNetwork(['now']) } })
    .get('/:language/:network/agenda/:slug.ics', sendEvent)
  addSubscribeRoutes(app, application)
  addOwnFeedRoutes(app, application)
}

async function sendFeed(
  application: Application,
  format: FeedFormat,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const visit = await loadFeedRequest({ application, request, reply })
  if (isUnmodified(request, reply)) return reply.code(304).send()
  const page = format === 'ics' ? 1 : readPageNumber(request.query)
  reply.type(`${feedTypes[format]}; charset=utf-8`)
  return reply.send(
    format === 'ics'
      ? await renderCalendar(visit, asksForVague(request.query))
      : await renderFeed(visit, format, page),
  )
}

function renderCalendar(
  { context, reader, network, filter, feeding }: FeedRequest,
  hasVague: boolean,
): Promise<Buffer> {
  const wanted = { networkId: network.id, filter, language: reader.language }
  const source = feeding.baseUrl + paths.feed(reader, network.slug, 'ics', feedParameters(filter, hasVague))
  return writeCalendarFeed(context, feeding, wanted, { hasVague, source })
}

async function renderFeed(
  { context, reader, network, filter, feeding, changedAt }: FeedRequest,
  format: Exclude<FeedFormat, 'ics'>,
  page: number,
): Promise<string> {
  const found = await listEntries(context, { networkId: network.id, filter }, page)
  const events = found.slice(0, entriesAPage)
  const rendered = feedPage(feeding, {
    format,
    filter,
    page,
    events,
    hasNext: found.length > events.length,
    changedAt,
  })
  if (format === 'rss') return writeRss(rendered)
  if (format === 'atom') return writeAtom(rendered)
  return writeJsonFeed(rendered, {
    all: reader.t('agenda.list.emptyAll'),
    none: reader.t(`agenda.spanEmpty.${filter.span}`),
  })
}

async function sendEvent(visit: Visit) {
  const { request, reply } = visit
  const { context, reader, network, feeding } = await loadFeedRequest(visit)
  const found = await findEvent(context, network.id, parameterOf(request.params, 'slug') ?? '')
  const told = calendarEventsOf(feeding, found)
  if (told.length === 0) notFound(found.slug)
  if (isUnmodified(request, reply)) return reply.code(304).send()
  const calendar = writeCalendar({ product: productOf(reader) }, told)
  return sendFile(reply, `${found.slug}-${reader.language}.ics`, calendar)
}

interface Drawn {
  format: FeedFormat
  filter: EventFilter
  page: number
  events: readonly AgendaEvent[]
  hasNext: boolean
  changedAt: Date
}

/** A page of a feed with its metadata. */
function feedPage(feeding: Feeding, { format, filter, page, events, hasNext, changedAt }: Drawn): FeedPage {
  const { baseUrl, reader, network } = feeding
  const address = (number: number) =>
    baseUrl +
    paths.feed(reader, network.slug, format, {
      ...feedParameters(filter),
      page: number === 1 ? undefined : String(number),
    })
  return {
    title: feedTitle(reader, network),
    description: reader.t('agenda.list.lead'),
    language: reader.language,
    network: chooseName(network.name, reader.language).text,
    home: baseUrl + withParameters(`/${reader.language}/${network.slug}/agenda`, spanParameters(filter)),
    self: address(page),
    next: hasNext ? address(page + 1) : null,
    updatedAt: changedAt,
    entries: events.map((event) => feedEntry(feeding, event)),
  }
}

interface FeedRequest extends NetworkRequest {
  filter: EventFilter
  feeding: CalendarFeeding
  changedAt: Date
}

/** Loads the request for a feed: its reader, network and filter. Sets how fresh it is, and lets other sites read public feeds. */
async function loadFeedRequest(visit: Visit): Promise<FeedRequest> {
  const { reply, request, application } = visit
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network, actualDay } = loaded
  const freshness = await readFreshness(context, network.id)
  sayLastModified(reply, freshness, context.today, actualDay)
  reply.header('cache-control', 'no-cache')
  if (context.actor.kind === 'anonymous') openToOtherSites(reply)
  return {
    ...loaded,
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

/** How to get the agenda into one’s own calendar, with the filter of the address. */
function addSubscribeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, {
    config: { kept: cachedByNetwork([...eventParameters, 'vague']) },
  })
  pages.get('/:language/:network/agenda/subscribe', loadNetworkRequest, (visit) => {
    const { request } = visit
    const filter = readFeedFilter(request.query)
    return renderSubscribing(visit, {
      filter,
      hasVague: asksForVague(request.query),
      isFull: false,
    })
  })
}
