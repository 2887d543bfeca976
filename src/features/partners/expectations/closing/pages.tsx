import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { readAskerRequest } from '../call.ts'
import { readableRequests } from '../involvement.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { takeClosing, takeReopening } from './commands.ts'
import { closingForm } from './schema.ts'

/** What became of an expectation, said by the asker or the secretariat; undone by reopening it. */
export function addClosingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, ...limits.mail })
  const place = '/:language/:network/expectations/:slug'
  addNetworkAction(pages, `${place}/closing`, {
    open: readAskerRequest,
    schema: ({ requests, involvement }) => closingForm(readableRequests(requests, involvement)),
    again: (asked, closing) => drawExpectation(asked, { closing }),
    save: async (asked, closing) => {
      const { reader, network, expectation } = asked
      const wrong = await takeClosing(asked, expectation, closing)
      return wrong ? [wrong] : paths.after(reader, network.slug, expectation.slug, 'closed')
    },
  })
  pages.post(`${place}/reopening`, readAskerRequest, async (asked) => {
    const { reply, reader, network, expectation } = asked
    const isReopened = await takeReopening(asked, expectation)
    const done = isReopened ? 'reopened' : ''
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
  })
}
