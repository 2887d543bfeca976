import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { drawNetworkPage, readNetworkRequest } from '../../networks/index.ts'
import { mayReadNames } from '../policy.ts'
import { listHappenings } from './queries.ts'
import { FeedPage } from './views/feed-page.tsx'

const happeningsAPage = 40

/** What people changed in a network lately, for everybody: by organisation for the public, by name for the people of the network. */
export function addFeedRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get('/:language/:network/activity', readNetworkRequest, async (asked) => {
    const { request, writing, reader, network } = asked
    const kinds = application.records.map(({ kind }) => kind)
    const slice = { limit: happeningsAPage + 1, before: parameterOf(request.query, 'before') ?? null }
    const found = await listHappenings(writing, network.id, kinds, slice)
    const entries = await Promise.all(
      found.slice(0, happeningsAPage).map(async (happening) => {
        const kind = application.records.find((each) => each.kind === happening.kind) ?? null
        return {
          happening,
          kind,
          head: (await kind?.lookUp(writing, network, { id: happening.recordId })) ?? null,
        }
      }),
    )
    return drawNetworkPage(asked, {
      title: reader.t('contributions.feed.title'),
      description: reader.t('contributions.feed.lead'),
      path: '/activity',
      noindex: true,
      width: 'reading',
      children: (
        <FeedPage
          network={network.slug}
          entries={entries}
          hasMore={found.length > happeningsAPage}
          showsNames={mayReadNames(writing.actor, network.id)}
        />
      ),
    })
  })
}
