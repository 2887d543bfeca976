import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readValues } from '../../../../platform/input/form.ts'
import { readAskerRequest } from '../call.ts'
import { readableRequests } from '../involvement.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { takeClosing, takeReopening } from './taking/commands.ts'

const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** What became of an expectation, said by the asker or the secretariat; undone by reopening it. */
export function addClosingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, config: seldom })
  const place = '/:language/:network/expectations/:slug'
  pages.post(`${place}/closing`, readAskerRequest, async (asked) => {
    const { request, reply, writing, reader, network, expectation, involvement } = asked
    const wrong = await takeClosing(
      { application, writing, network },
      expectation,
      readableRequests(asked.requests, involvement),
      readValues(request.body),
    )
    if (wrong) return drawExpectation(asked, { ...wrong, form: 'closing' })
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'closed'), 303)
  })
  pages.post(
    `${place}/reopening`,
    readAskerRequest,
    async ({ reply, writing, reader, network, expectation }) => {
      const isReopened = await takeReopening({ application, writing, network }, expectation)
      const done = isReopened ? 'reopened' : ''
      return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
    },
  )
}
