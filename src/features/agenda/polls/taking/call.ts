import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { mayPublishUnreviewed } from '../../../contributions/index.ts'
import { type PollRequest, readKeptPollRequest } from '../call.ts'
import type { PollOption } from '../poll.ts'

export interface TakingRequest extends PollRequest {
  option: PollOption
}

/** Whether the reader may choose a date now: they manage the poll, and what they write in the agenda needs no review. */
export function mayTake({ state, mayKeep, network, writing }: PollRequest): boolean {
  const publishes = network.publication === 'at_once' || mayPublishUnreviewed(writing.actor, network.id)
  return mayKeep && publishes && (state === 'open' || state === 'closed')
}

/** Loads a date to be chosen by those who manage the poll; 404 for others, and where none can be chosen. */
export async function readTakingRequest(visit: Visit): Promise<TakingRequest> {
  const { request } = visit
  const asked = await readKeptPollRequest(visit)
  const id = parameterOf(request.params, 'option') ?? ''
  const option = asked.poll.options.find((each) => each.id === id) ?? notFound(id)
  return mayTake(asked) ? { ...asked, option } : notFound(id)
}
