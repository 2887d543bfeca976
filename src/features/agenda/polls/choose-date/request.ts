import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { mayPublishUnreviewed } from '../../../contributions/index.ts'
import type { PollOption } from '../poll.ts'
import { loadKeptPollRequest, type PollRequest } from '../request.ts'

export interface DateChoiceRequest extends PollRequest {
  option: PollOption
}

/** Whether the reader may choose a date now: they manage the poll, and what they write in the agenda needs no review. */
export function mayTake({ state, mayKeep, network, writing }: PollRequest): boolean {
  const publishes = network.publication === 'at_once' || mayPublishUnreviewed(writing.actor, network.id)
  return mayKeep && publishes && (state === 'open' || state === 'closed')
}

/** Loads a date to be chosen by those who manage the poll; 404 for others, and where none can be chosen. */
export async function loadDateChoiceRequest(visit: Visit): Promise<DateChoiceRequest> {
  const { request } = visit
  const loaded = await loadKeptPollRequest(visit)
  const id = parameterOf(request.params, 'option') ?? ''
  const option = loaded.poll.options.find((each) => each.id === id) ?? notFound(id)
  return mayTake(loaded) ? { ...loaded, option } : notFound(id)
}
