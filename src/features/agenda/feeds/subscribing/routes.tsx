import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { keptByNetwork, readNetworkRequest } from '../../../networks/index.ts'
import { eventParameters, readFeedFilter } from '../../events/list/filter.ts'
import { asksForVague } from '../paths.ts'
import { drawSubscribing } from './page.tsx'

/** How to get the agenda into one’s own calendar, with the filter that one comes with. */
export function addSubscribeRoutes(app: FastifyInstance, application: Application): void {
  app.get(
    '/:language/:network/agenda/subscribe',
    { config: { kept: keptByNetwork([...eventParameters, 'vague']) } },
    async (request, reply) => {
      const asked = await readNetworkRequest(application, request)
      const filter = readFeedFilter(request.query)
      return drawSubscribing(application, request, reply, asked, {
        filter,
        hasVague: asksForVague(request.query),
        isFull: false,
      })
    },
  )
}
