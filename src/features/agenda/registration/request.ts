import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { findEvent } from '../events/queries.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
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
export async function loadEventRequest(visit: Visit): Promise<EventRequest> {
  const { request } = visit
  const opened = await loadNetworkRequest(visit)
  const { writing } = opened
  const networkId = opened.network.id
  const event = await findEvent(writing, networkId, parameterOf(request.params, 'slug') ?? '')
  const held = { networkId, holders: holdersOf(event.organisations) }
  return {
    ...opened,
    writing,
    event,
    terms: await lookUpTerms(writing, event.id),
    isKeeper: mayKeepRegistrations(writing.actor, held),
  }
}

/** Loads an event for those who look after its registrations; 404 for others. */
export async function loadKeeperRequest(visit: Visit): Promise<EventRequest> {
  const opened = await loadEventRequest(visit)
  return opened.isKeeper ? opened : notFound('registration')
}

export interface OpenedRequest extends EventRequest {
  terms: Terms
}

/** Loads an event whose registration was opened, for those who look after it; 404 for others, and before it was opened. */
export async function loadListRequest(visit: Visit): Promise<OpenedRequest> {
  const { terms, ...opened } = await loadKeeperRequest(visit)
  return { ...opened, terms: terms ?? notFound('registrations') }
}
