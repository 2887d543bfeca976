import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { parameterOf } from '../../platform/input/parameters.ts'
import { drawNetworkPage } from '../networks/index.ts'
import { addCalendarRoutes } from './calendars/routes.tsx'
import { drawNewImport } from './page.tsx'
import { listImports } from './tables/records/queries.ts'
import { addTableRoutes, showTable } from './tables/routes.tsx'
import { readImportRequest } from './texts/call.ts'
import { listTexts, lookUpText } from './texts/queries.ts'
import { showReview } from './texts/review/routes.tsx'
import { addTextRoutes } from './texts/routes.tsx'
import { ImportsPage } from './views/imports-page.tsx'

const mostListed = 200

/** Everything that a group imports: one list, one page to begin on, and one address for each, a text or a table. */
export function addImportRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/imports'
  pages.get(place, readImportRequest, async (asked) => {
    const { reader, network, writing } = asked
    return drawNetworkPage(asked, {
      title: reader.t('imports.list.title'),
      description: reader.t('imports.list.lead'),
      path: '/imports',
      noindex: true,
      width: 'wide',
      children: (
        <ImportsPage
          network={network}
          texts={await listTexts(writing, network.id, mostListed)}
          tables={await listImports(writing, network.id, mostListed)}
        />
      ),
    })
  })
  pages.get(`${place}/new`, readImportRequest, drawNewImport)
  pages.get(`${place}/:id`, readImportRequest, async (asked) => {
    const { request, writing, network } = asked
    const text = await lookUpText(writing, network.id, parameterOf(request.params, 'id') ?? '')
    return text ? showReview({ ...asked, text }) : showTable(asked)
  })
  addTableRoutes(app, application)
  addTextRoutes(app, application)
  addCalendarRoutes(app, application)
}
