import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { mayPublishUnreviewed } from '../../../contributions/index.ts'
import { type PollRequest, readKeptPollRequest } from '../call.ts'
import type { PollOption } from '../poll.ts'

export interface TakingRequest extends PollRequest {
  option: PollOption
}

/** Whether whoever keeps a poll may take a date of it now: what they write in the agenda is not looked at by somebody else first. */
export function mayTake({ state, mayKeep, network, writing }: PollRequest): boolean {
  const publishes = network.publication === 'at_once' || mayPublishUnreviewed(writing.actor, network.id)
  return mayKeep && publishes && (state === 'open' || state === 'closed')
}

/** A date that is to be taken, for whoever keeps the poll; 404 for others, and where none can be taken. */
export async function readTakingRequest(
  application: Application,
  request: FastifyRequest,
): Promise<TakingRequest> {
  const asked = await readKeptPollRequest(application, request)
  const id = parameterOf(request.params, 'option') ?? ''
  const option = asked.poll.options.find((each) => each.id === id) ?? notFound(id)
  return mayTake(asked) ? { ...asked, option } : notFound(id)
}
