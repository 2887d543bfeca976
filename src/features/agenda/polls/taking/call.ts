import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
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
export async function readTakingRequest(visit: Visit): Promise<TakingRequest> {
  const { request } = visit
  const asked = await readKeptPollRequest(visit)
  const id = parameterOf(request.params, 'option') ?? ''
  const option = asked.poll.options.find((each) => each.id === id) ?? notFound(id)
  return mayTake(asked) ? { ...asked, option } : notFound(id)
}
