import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { eventParameters, readFeedFilter } from '../../events/list/event-filter.ts'
import { asksForVague } from '../paths.ts'
import { drawSubscribing } from './page.tsx'

/** How to get the agenda into one’s own calendar, with the filter of the address. */
export function addSubscribeRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork([...eventParameters, 'vague']) } })
  pages.get('/:language/:network/agenda/subscribe', readNetworkRequest, (asked) => {
    const { request } = asked
    const filter = readFeedFilter(request.query)
    return drawSubscribing(asked, {
      filter,
      hasVague: asksForVague(request.query),
      isFull: false,
    })
  })
}
