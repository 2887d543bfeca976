import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { findEvent } from '../events/queries.ts'
import { holdersOf } from '../events/record/holders.ts'
import type { AgendaEvent } from '../events/row.queries.ts'
import { mayProlong } from '../policy.ts'
import { type Asking, lookUpAsking } from './queries.ts'

/** An event that asks for commitments, for writing to it. */
export interface AskingRequest extends NetworkRequest {
  event: AgendaEvent
  asking: Asking
  holders: string[]
}

async function readAskingRequest(visit: Visit): Promise<AskingRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const event = await findEvent(writing, asked.network.id, parameterOf(request.params, 'slug') ?? '')
  const asking = (await lookUpAsking(writing, event.id)) ?? notFound(event.slug)
  return { ...asked, event, asking, holders: holdersOf(event.organisations) }
}

/** An event that asks for commitments, with the authorities that the reader can commit. */
export interface CommitmentRequest extends AskingRequest {
  /** The authorities for which the reader speaks. */
  own: string[]
}

/** Loads the event for a reader who can commit authorities to it; 404 for people who speak for none. */
export async function readCommitmentRequest(visit: Visit): Promise<CommitmentRequest> {
  const asked = await readAskingRequest(visit)
  const own = organisationsOf(asked.writing.actor, asked.network.id, ['member'])
  return own.length > 0 ? { ...asked, own } : notFound('commitment')
}

/** Loads an event with too few commitments for its holders; 404 for others, and once the event is over. */
export async function readProlongationRequest(visit: Visit): Promise<AskingRequest> {
  const asked = await readAskingRequest(visit)
  const { event, writing, network, holders } = asked
  if (!mayProlong(writing.actor, { networkId: network.id, holders })) notFound('prolongation')
  return canBeProlonged(event, writing.today) ? asked : notFound('prolongation')
}

/** Whether there is something to give more time to on an ISO day. */
export function canBeProlonged({ commitments, endsOn }: AgendaEvent, today: string): boolean {
  const isBelow = commitments?.outcome === 'reduced' || commitments?.outcome === 'cancelled'
  return isBelow && (endsOn === null || endsOn > today)
}
