import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { findEvent } from '../events/queries.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/row.queries.ts'
import { mayKeepRegistrations } from '../policy.ts'
import { lookUpTerms } from './queries.ts'
import type { Terms } from './terms.ts'

export interface EventRequest extends NetworkRequest {
  event: AgendaEvent
  /** Null where registration was never opened. */
  terms: Terms | null
  /** Whether the reader looks after who comes. */
  isKeeper: boolean
}

/** An event that an address names, and on which terms one registers for it. */
export async function readEventRequest(visit: Visit): Promise<EventRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const networkId = asked.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const held = { networkId, holders: holdersOf(event.organisations) }
  return {
    ...asked,
    writing,
    event,
    terms: await lookUpTerms(writing, event.id),
    isKeeper: mayKeepRegistrations(writing.actor, held),
  }
}

/** Loads an event for those who look after its registrations; 404 for others. */
export async function readKeeperRequest(visit: Visit): Promise<EventRequest> {
  const asked = await readEventRequest(visit)
  return asked.isKeeper ? asked : notFound('registration')
}

export interface OpenedRequest extends EventRequest {
  terms: Terms
}

/** Loads an event whose registration was opened, for those who look after it; 404 for others, and before it was opened. */
export async function readListRequest(visit: Visit): Promise<OpenedRequest> {
  const { terms, ...asked } = await readKeeperRequest(visit)
  return { ...asked, terms: terms ?? notFound('registrations') }
}
