import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
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
  const place = '/:language/:network/imports'
  app.get(place, async (request, reply) => {
    const asked = await readImportRequest(application, request)
    const { reader, network, writing } = asked
    return drawNetworkPage(application, request, reply, asked, {
      title: reader.t('imports.list.title'),
      description: reader.t('imports.list.lead'),
      path: '/imports',
      noindex: true,
      width: 'wide',
      children: (
        <ImportsPage
          reader={reader}
          network={network}
          texts={await listTexts(writing, network.id, mostListed)}
          tables={await listImports(writing, network.id, mostListed)}
        />
      ),
    })
  })
  app.get(`${place}/new`, async (request, reply) =>
    drawNewImport(application, request, reply, await readImportRequest(application, request)),
  )
  app.get(`${place}/:id`, async (request, reply) => {
    const asked = await readImportRequest(application, request)
    const { writing, network } = asked
    const text = await lookUpText(writing, network.id, parameterOf(request.params, 'id') ?? '')
    return text
      ? showReview(application, request, reply, { ...asked, text })
      : showTable(application, request, reply, asked)
  })
  addTableRoutes(app, application)
  addTextRoutes(app, application)
  addCalendarRoutes(app, application)
}
