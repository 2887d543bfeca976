import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { renderExpectation } from '../frame.tsx'
import { notifyAsked } from '../mails.ts'
import { paths } from '../paths.ts'
import { findLinkedExpectation } from '../queries.ts'
import { type ExpectationRequest, loadAdvisedRequest } from '../request.ts'
import { listRequests } from '../requests.queries.ts'
import { listUnasked, type NewRelay, type RelayOutcome, relayExpectation } from './commands.ts'
import { addEndingRoutes } from './ending.pages.tsx'
import { relayForm } from './relay-section.tsx'

const refusals = {
  closed: 'partners.error.closed',
  noConsent: 'partners.error.noConsent',
  relaying: 'partners.error.relaying',
  nobody: 'partners.error.nobody',
} as const satisfies Record<Exclude<RelayOutcome, 'done'>, string>

/** The secretariat puts an expectation to other members, and ends that. */
export function addRelayRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mailing })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/relay', {
    open: loadRelayRequest,
    schema: ({ unasked, writing }) => relayForm(unasked, writing.today),
    again: (visit, relay) => renderExpectation(visit, { relay }),
    save: async (visit, typed) => {
      const { reader, network, expectation } = visit
      const outcome = await relay(visit, typed)
      return outcome === 'done'
        ? paths.after(reader, network.slug, expectation.slug, 'relayed')
        : [fieldError('', refusals[outcome])]
    },
  })
  addEndingRoutes(app, application)
}

async function loadRelayRequest(visit: Visit) {
  const loaded = await loadAdvisedRequest(visit)
  const { writing, network, expectation } = loaded
  const unasked = await listUnasked(writing, {
    id: expectation.id,
    networkId: network.id,
    askerId: expectation.asker.id,
    country: expectation.asked.country,
  })
  return { ...loaded, unasked }
}

function relay(visit: ExpectationRequest, typed: NewRelay): Promise<RelayOutcome> {
  const { network, expectation } = visit
  return inTransaction(visit.writing, async (writing) => {
    const outcome = await relayExpectation(writing, expectation, typed)
    if (outcome !== 'done') return outcome
    const stored = await findLinkedExpectation(writing, network.id, expectation.id)
    const requests = await listRequests(writing, expectation.id)
    const relayed = requests.filter((each) => each.relay?.id === stored.relay?.id)
    await notifyAsked({ ...visit, writing }, stored, 'relayed', relayed)
    return outcome
  })
}
