import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { openToOtherSites } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'
import { openToFrames, showOwnFrames } from '../../../platform/http/security.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { renderFor } from '../../../ui/reader.tsx'
import { drawNetworkPage, keptByNetwork, readNetworkRequest } from '../../networks/index.ts'
import { eventParameters, readFeedFilter, readFilter } from '../events/list/filter.ts'
import { listEvents } from '../events/list/queries.ts'
import { filterParameters } from '../events/list/views/event-filters.tsx'
import { paths as eventPaths } from '../events/paths.ts'
import { feedEntry } from '../feeds/feed-entry.ts'
import { feedTitle } from '../feeds/feed-title.ts'
import { feedParameters } from '../feeds/paths.ts'
import { readEmbedRequest } from './call.ts'
import { embedPaths } from './paths.ts'
import { EmbeddedAgenda } from './views/embedded-agenda.tsx'
import { MakingPage } from './views/making-page.tsx'

const eventsAtMost = 50

/** The agenda on pages of other sites: as a frame, as an element that a script draws, and the page with what to copy. */
export function addEmbedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(['lang', ...eventParameters]) } })
  pages.get('/embed/:network/agenda', sendFrame)
  pages
    .with({ config: { kept: { parameters: [], scope: () => '' } } })
    .get(embedPaths.script, async (visit) => {
      const { reply } = visit
      openToOtherSites(reply)
      return reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(await readScript())
    })
  pages
    .with({ config: { kept: keptByNetwork(eventParameters) } })
    .get('/:language/:network/agenda/embed', sendMaking)
}

async function sendFrame(visit: Visit) {
  const { application, request, reply } = visit
  const { context, reader, network } = await readEmbedRequest(visit)
  const { baseUrl } = application.settings
  const filter = readFilter(request.query)
  const events = await listEvents(context, network.id, filter, {
    limit: eventsAtMost + 1,
    isReversed: filter.span === 'past',
  })
  const feeding = { baseUrl, reader, network, isInside: false }
  const html = renderFor(reader, () => (
    <EmbeddedAgenda
      title={feedTitle(reader, network)}
      css={application.assets.embedCss}
      home={
        baseUrl + eventPaths.agenda(reader, network.slug, { ...filterParameters(filter), when: filter.span })
      }
      entries={events.slice(0, eventsAtMost).map((event) => feedEntry(feeding, event))}
      isCut={events.length > eventsAtMost}
      none={reader.t(`agenda.spanEmpty.${filter.span}`)}
    />
  ))
  openToFrames(reply)
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('x-robots-tag', 'noindex')
    .send(`<!doctype html>${html}`)
}

async function sendMaking(visit: Visit) {
  const { request, application, reply } = visit
  const asked = await readNetworkRequest(visit)
  const { reader, network } = asked
  const filter = readFeedFilter(request.query)
  const { baseUrl } = application.settings
  const parameters = feedParameters(filter)
  showOwnFrames(reply)
  return drawNetworkPage(asked, {
    title: reader.t('agenda.embed.heading'),
    description: reader.t('agenda.embed.lead'),
    path: '/agenda/embed',
    width: 'reading',
    children: (
      <MakingPage
        network={network}
        filter={filter}
        embedded={{
          baseUrl,
          network: network.slug,
          language: reader.language,
          parameters,
          title: feedTitle(reader, network),
          home: baseUrl + eventPaths.agenda({ ...reader, now: null }, network.slug, filterParameters(filter)),
        }}
      />
    ),
  })
}

// Under one name for ever, since it stands on the sites of others: never among the files whose names change with them.
async function readScript(): Promise<string> {
  return readFile(projectPath('dist', 'embed', 'agenda.js'), 'utf8').catch(() => notFound('agenda.js'))
}
