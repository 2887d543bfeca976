import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { findEvent } from '../events/queries.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { mayProlong } from '../policy.ts'
import { type Asking, lookUpAsking } from './queries.ts'

/** An event that asks for commitments, for writing to it. */
export interface AskingRequest extends NetworkRequest {
  event: AgendaEvent
  asking: Asking
  holders: string[]
}

async function loadAskingRequest(visit: Visit): Promise<AskingRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing } = loaded
  const event = await findEvent(writing, loaded.network.id, parameterOf(request.params, 'slug') ?? '')
  const asking = (await lookUpAsking(writing, event.id)) ?? notFound(event.slug)
  return { ...loaded, event, asking, holders: holdersOf(event.organisations) }
}

/** An event that asks for commitments, with the authorities that the reader can commit. */
export interface CommitmentRequest extends AskingRequest {
  /** The authorities for which the reader speaks. */
  own: string[]
}

/** Loads the event for a reader who can commit authorities to it; 404 for people who speak for none. */
export async function loadCommitmentRequest(visit: Visit): Promise<CommitmentRequest> {
  const loaded = await loadAskingRequest(visit)
  const own = organisationsOf(loaded.writing.actor, loaded.network.id, ['member'])
  return own.length > 0 ? { ...loaded, own } : notFound('commitment')
}

/** Loads an event with too few commitments for its holders; 404 for others, and once the event is over. */
export async function loadProlongationRequest(visit: Visit): Promise<AskingRequest> {
  const loaded = await loadAskingRequest(visit)
  const { event, writing, network, holders } = loaded
  if (!mayProlong(writing.actor, { networkId: network.id, holders })) notFound('prolongation')
  return canBeProlonged(event, writing.today) ? loaded : notFound('prolongation')
}

/** Whether there is something to give more time to on an ISO day. */
export function canBeProlonged({ commitments, endsOn }: AgendaEvent, today: string): boolean {
  const isBelow = commitments?.outcome === 'reduced' || commitments?.outcome === 'cancelled'
  return isBelow && (endsOn === null || endsOn > today)
}
