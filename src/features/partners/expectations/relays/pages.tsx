import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { type ExpectationRequest, readAdvisedRequest } from '../call.ts'
import { notifyAsked } from '../mails.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests } from '../requests.queries.ts'
import { listUnasked, type NewRelay, type RelayOutcome, relayExpectation } from './commands.ts'
import { addEndingRoutes } from './ending.pages.tsx'
import { relayForm } from './schema.ts'

const refusals = {
  closed: 'partners.error.closed',
  noConsent: 'partners.error.noConsent',
  relaying: 'partners.error.relaying',
  nobody: 'partners.error.nobody',
} as const satisfies Record<Exclude<RelayOutcome, 'done'>, string>

/** The secretariat puts an expectation to other members, and ends that. */
export function addRelayRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, ...limits.mailing })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/relay', {
    open: readRelayRequest,
    schema: ({ unasked, writing }) => relayForm(unasked, writing.today),
    again: (asked, relay) => drawExpectation(asked, { relay }),
    save: async (asked, typed) => {
      const { reader, network, expectation } = asked
      const outcome = await relay(asked, typed)
      return outcome === 'done'
        ? paths.after(reader, network.slug, expectation.slug, 'relayed')
        : [fieldError('', refusals[outcome])]
    },
  })
  addEndingRoutes(app, application)
}

async function readRelayRequest(visit: Visit) {
  const asked = await readAdvisedRequest(visit)
  const { writing, network, expectation } = asked
  const unasked = await listUnasked(writing, {
    id: expectation.id,
    networkId: network.id,
    askerId: expectation.asker.id,
    country: expectation.asked.country,
  })
  return { ...asked, unasked }
}

function relay(asked: ExpectationRequest, typed: NewRelay): Promise<RelayOutcome> {
  const { network, expectation } = asked
  return inTransaction(asked.writing, async (writing) => {
    const outcome = await relayExpectation(writing, expectation, typed)
    if (outcome !== 'done') return outcome
    const standing = await findLinkedExpectation(writing, network.id, expectation.id)
    const requests = await listRequests(writing, expectation.id)
    const relayed = requests.filter((each) => each.relay?.id === standing.relay?.id)
    await notifyAsked({ ...asked, writing }, standing, 'relayed', relayed)
    return outcome
  })
}
