import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderToString } from 'preact-render-to-string'
import { openToOtherSites } from '../../../platform/http/api/other-sites.ts'
import type { Application } from '../../../platform/http/application.ts'
import { openToFrames, showOwnFrames } from '../../../platform/http/security.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
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
  app.get(
    '/embed/:network/agenda',
    { config: { kept: keptByNetwork(['lang', ...eventParameters]) } },
    (request, reply) => sendFrame(application, request, reply),
  )
  app.get(
    embedPaths.script,
    { config: { kept: { parameters: [], scope: () => '' } } },
    async (_request, reply) => {
      openToOtherSites(reply)
      return reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .send(await readScript())
    },
  )
  app.get(
    '/:language/:network/agenda/embed',
    { config: { kept: keptByNetwork(eventParameters) } },
    (request, reply) => sendMaking(application, request, reply),
  )
}

async function sendFrame(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const { context, reader, network } = await readEmbedRequest(application, request)
  const { baseUrl } = application.settings
  const filter = readFilter(request.query)
  const events = await listEvents(context, network.id, filter, {
    limit: eventsAtMost + 1,
    isReversed: filter.span === 'past',
  })
  const feeding = { baseUrl, reader, network, isInside: false }
  const html = renderToString(
    <EmbeddedAgenda
      reader={reader}
      title={feedTitle(reader, network)}
      css={application.assets.embedCss}
      home={
        baseUrl + eventPaths.agenda(reader, network.slug, { ...filterParameters(filter), when: filter.span })
      }
      entries={events.slice(0, eventsAtMost).map((event) => feedEntry(feeding, event))}
      isCut={events.length > eventsAtMost}
      none={reader.t(`agenda.spanEmpty.${filter.span}`)}
    />,
  )
  openToFrames(reply)
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('x-robots-tag', 'noindex')
    .send(`<!doctype html>${html}`)
}

async function sendMaking(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const asked = await readNetworkRequest(application, request)
  const { reader, network } = asked
  const filter = readFeedFilter(request.query)
  const { baseUrl } = application.settings
  const parameters = feedParameters(filter)
  showOwnFrames(reply)
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('agenda.embed.heading'),
    description: reader.t('agenda.embed.lead'),
    path: '/agenda/embed',
    width: 'reading',
    children: (
      <MakingPage
        reader={reader}
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
