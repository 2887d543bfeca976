import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { renderExpectation } from '../frame.tsx'
import { readableRequests } from '../involvement.ts'
import { paths } from '../paths.ts'
import { loadAskerRequest } from '../request.ts'
import { closingForm } from './closing-section.tsx'
import { takeClosing, takeReopening } from './commands.ts'

/** What became of an expectation, said by the asker or the secretariat; undone by reopening it. */
export function addClosingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  const place = '/:language/:network/expectations/:slug'
  addNetworkAction(pages, `${place}/closing`, {
    open: loadAskerRequest,
    schema: ({ requests, involvement }) => closingForm(readableRequests(requests, involvement)),
    again: (visit, closing) => renderExpectation(visit, { closing }),
    save: async (visit, closing) => {
      const { reader, network, expectation } = visit
      const wrong = await takeClosing(visit, expectation, closing)
      return wrong ? [wrong] : paths.after(reader, network.slug, expectation.slug, 'closed')
    },
  })
  pages.post(`${place}/reopening`, loadAskerRequest, async (visit) => {
    const { reply, reader, network, expectation } = visit
    const isReopened = await takeReopening(visit, expectation)
    const done = isReopened ? 'reopened' : ''
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
  })
}
