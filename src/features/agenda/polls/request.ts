import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayReadInside } from '../events/policy.ts'
import { mayKeepPoll } from '../policy.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'

export interface PollRequest extends NetworkRequest {
  poll: Poll
  state: PollState
  mayKeep: boolean
}

/** Loads the network of an address for its people; 404 for others. */
export async function loadInsideRequest(visit: Visit): Promise<NetworkRequest> {
  const loaded = await loadNetworkRequest(visit)
  return mayReadInside(loaded.writing.actor, loaded.network.id) ? loaded : notFound('polls')
}

/** A poll that an address names, for the people of its network. */
export async function loadPollRequest(visit: Visit): Promise<PollRequest> {
  const { request } = visit
  const loaded = await loadInsideRequest(visit)
  const poll = await findPoll(loaded.writing, loaded.network.id, parameterOf(request.params, 'id') ?? '')
  return {
    ...loaded,
    poll,
    state: stateOf(poll, loaded.writing),
    mayKeep: mayKeepPoll(loaded.writing.actor, poll),
  }
}

/** Loads a poll for those who may manage it; 404 for others. */
export async function loadKeptPollRequest(visit: Visit): Promise<PollRequest> {
  const loaded = await loadPollRequest(visit)
  return loaded.mayKeep ? loaded : notFound(loaded.poll.id)
}
