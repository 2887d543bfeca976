import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { readValues, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { maySpeakFor } from '../../policy.ts'
import { readExpectationRequest } from '../call.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { takeAnswer } from './taking/commands.ts'

// Each writes to a few people.
const seldom = { rateLimit: { max: 120, timeWindow: '1 hour' } }

/** A member that is asked answers, or the secretariat in its name. */
export function addAnsweringRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, config: seldom })
  const place = '/:language/:network/expectations/:slug/answers'
  pages.post(place, readExpectationRequest, async (asked) => {
    const { request, reply, writing, reader, network, expectation, requests } = asked
    const values = readValues(request.body)
    const of = requests.find(({ id }) => id === typedValue(values, 'request')) ?? notFound('request')
    const speaks = maySpeakFor(writing.actor, { networkId: network.id, organisationId: of.organisation.id })
    if (!speaks) notFound('request')
    const wrong = await takeAnswer({ application, writing, network }, expectation, of, values)
    if (wrong) return drawExpectation(asked, { ...wrong, form: 'answer' })
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'answered'), 303)
  })
}
