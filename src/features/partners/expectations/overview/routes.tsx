import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
import { mayAdvise } from '../../policy.ts'
import { listLate } from '../list/queries.ts'
import { countReasons, countStates, countThemes } from './queries.ts'
import { OverviewPage } from './views/overview-page.tsx'
import { listWaiting } from './waiting/queries.ts'

const mostShown = 100

/** All that is expected in a network, for whoever looks after it: what waits for them, what is late, and why members could not answer. */
export function addOverviewRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/expectations/overview', readNetworkRequest, async (asked) => {
    const { context, reader, network } = asked
    if (!mayAdvise(context.actor, network.id)) notFound('overview')
    return drawNetworkPage(asked, {
      title: reader.t('partners.overview.title'),
      description: reader.t('partners.overview.lead'),
      path: '/expectations/overview',
      width: 'wide',
      noindex: true,
      children: (
        <OverviewPage
          network={network}
          states={await countStates(context, network.id)}
          waiting={await listWaiting(context, network.id, mostShown)}
          late={await listLate(context, network.id, 'all', mostShown)}
          reasons={await countReasons(context, network.id)}
          themes={await countThemes(context, network.id)}
        />
      ),
    })
  })
}
