import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import { mayReadInside } from '../events/policy.ts'
import { mayKeepPoll } from '../policy.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'

export interface PollRequest extends WritingRequest {
  poll: Poll
  state: PollState
  mayKeep: boolean
}

/** The network that an address names, for its people; 404 for others. */
export async function readInsideRequest(
  application: Application,
  request: FastifyRequest,
): Promise<WritingRequest> {
  const asked = await readWritingRequest(application, request)
  return mayReadInside(asked.writing.actor, asked.network.id) ? asked : notFound('polls')
}

/** A poll that an address names, for the people of its network. */
export async function readPollRequest(
  application: Application,
  request: FastifyRequest,
): Promise<PollRequest> {
  const asked = await readInsideRequest(application, request)
  const poll = await findPoll(asked.writing, asked.network.id, parameterOf(request.params, 'id') ?? '')
  return {
    ...asked,
    poll,
    state: stateOf(poll, asked.writing),
    mayKeep: mayKeepPoll(asked.writing.actor, poll),
  }
}

/** The same for whoever keeps it; 404 for others. */
export async function readKeptPollRequest(
  application: Application,
  request: FastifyRequest,
): Promise<PollRequest> {
  const asked = await readPollRequest(application, request)
  return asked.mayKeep ? asked : notFound(asked.poll.id)
}
