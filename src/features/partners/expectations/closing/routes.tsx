import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { readValues } from '../../../../platform/input/form.ts'
import { readAskerRequest } from '../call.ts'
import { readableRequests } from '../involvement.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { takeClosing, takeReopening } from './taking/commands.ts'

const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** What became of an expectation, said by the asker or the secretariat; undone by reopening it. */
export function addClosingRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/expectations/:slug'
  app.post(`${place}/closing`, { ...neverKept, config: seldom }, async (request, reply) => {
    const asked = await readAskerRequest(application, request)
    const { writing, reader, network, expectation, involvement } = asked
    const wrong = await takeClosing(
      { application, writing, network },
      expectation,
      readableRequests(asked.requests, involvement),
      readValues(request.body),
    )
    if (wrong) return drawExpectation(application, request, reply, asked, { ...wrong, form: 'closing' })
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'closed'), 303)
  })
  app.post(`${place}/reopening`, { ...neverKept, config: seldom }, async (request, reply) => {
    const { writing, reader, network, expectation } = await readAskerRequest(application, request)
    const isReopened = await takeReopening({ application, writing, network }, expectation)
    const done = isReopened ? 'reopened' : ''
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
  })
}
