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
  const opened = await loadNetworkRequest(visit)
  return mayReadInside(opened.writing.actor, opened.network.id) ? opened : notFound('polls')
}

/** A poll that an address names, for the people of its network. */
export async function loadPollRequest(visit: Visit): Promise<PollRequest> {
  const { request } = visit
  const opened = await loadInsideRequest(visit)
  const poll = await findPoll(opened.writing, opened.network.id, parameterOf(request.params, 'id') ?? '')
  return {
    ...opened,
    poll,
    state: stateOf(poll, opened.writing),
    mayKeep: mayKeepPoll(opened.writing.actor, poll),
  }
}

/** Loads a poll for those who may manage it; 404 for others. */
export async function loadKeptPollRequest(visit: Visit): Promise<PollRequest> {
  const opened = await loadPollRequest(visit)
  return opened.mayKeep ? opened : notFound(opened.poll.id)
}
