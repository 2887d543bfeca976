import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { cachedByNetwork, loadNetworkRequest } from '../../../networks/index.ts'
import { eventParameters, readFeedFilter } from '../../events/list/event-filter.ts'
import { asksForVague } from '../paths.ts'
import { renderSubscribing } from './frame.tsx'

/** How to get the agenda into one’s own calendar, with the filter of the address. */
export function addSubscribeRoutes(app: FastifyInstance, application: Application): void {
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
