import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayReadInside } from '../events/policy.ts'
import { mayKeepPoll } from '../policy.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'

export interface PollRequest extends NetworkRequest {
  poll: Poll
  state: PollState
  mayKeep: boolean
}

/** The network that an address names, for its people; 404 for others. */
export async function readInsideRequest(visit: Visit): Promise<NetworkRequest> {
  const asked = await readNetworkRequest(visit)
  return mayReadInside(asked.writing.actor, asked.network.id) ? asked : notFound('polls')
}

/** A poll that an address names, for the people of its network. */
export async function readPollRequest(visit: Visit): Promise<PollRequest> {
  const { request } = visit
  const asked = await readInsideRequest(visit)
  const poll = await findPoll(asked.writing, asked.network.id, parameterOf(request.params, 'id') ?? '')
  return {
    ...asked,
    poll,
    state: stateOf(poll, asked.writing),
    mayKeep: mayKeepPoll(asked.writing.actor, poll),
  }
}

/** Loads a poll for those who may manage it; 404 for others. */
export async function readKeptPollRequest(visit: Visit): Promise<PollRequest> {
  const asked = await readPollRequest(visit)
  return asked.mayKeep ? asked : notFound(asked.poll.id)
}
