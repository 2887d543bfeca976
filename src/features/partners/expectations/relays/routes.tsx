import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { type ExpectationRequest, readAdvisedRequest } from '../call.ts'
import { tellAsked } from '../notices/commands.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests } from '../requests/queries.ts'
import { listUnasked, type RelayOutcome, relayExpectation } from './commands.ts'
import { addEndingRoutes } from './ending/routes.tsx'
import { relayForm } from './schema.ts'

// Each writes to everybody on one side.
const seldom = { rateLimit: { max: 20, timeWindow: '1 hour' } }

const refusals = {
  closed: 'partners.error.closed',
  noConsent: 'partners.error.noConsent',
  relaying: 'partners.error.relaying',
  nobody: 'partners.error.nobody',
} as const satisfies Record<Exclude<RelayOutcome, 'done'>, string>

/** The secretariat puts an expectation to other members, and ends that. */
export function addRelayRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, config: seldom })
  const place = '/:language/:network/expectations/:slug/relay'
  pages.post(place, readAdvisedRequest, relay)
  addEndingRoutes(app, application)
}

async function relay(asked: ExpectationRequest): Promise<FastifyReply> {
  const { request, application, reply, writing, reader, network, expectation } = asked
  const unasked = await listUnasked(writing, {
    id: expectation.id,
    networkId: network.id,
    askerId: expectation.asker.id,
    country: expectation.asked.country,
  })
  const form = readForm(relayForm(unasked, writing.today), readValues(request.body))
  if (!form.valid) return drawExpectation(asked, { ...form, form: 'relay' })
  const outcome = await inTransaction(writing, async (inside) => {
    const done = await relayExpectation(inside, expectation, form.data)
    if (done !== 'done') return done
    const standing = await findLinkedExpectation(inside, network.id, expectation.id)
    const requests = await listRequests(inside, expectation.id)
    const relayed = requests.filter((each) => each.relay?.id === standing.relay?.id)
    await tellAsked({ application, writing: inside, network }, standing, 'relayed', relayed)
    return done
  })
  if (outcome === 'done')
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'relayed'), 303)
  const errors = [fieldError('', refusals[outcome])]
  return drawExpectation(asked, { values: form.values, errors, form: 'relay' })
}
