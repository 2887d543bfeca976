import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { paths } from './paths.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'
import { lookUpLink, type Voter } from './voters.queries.ts'

export interface PolledRequest extends NetworkRequest {
  poll: Poll
  state: PollState
  voter: Voter
  /** The address of the page, which speaks for the voter. */
  address: string
}

/** The poll to which a secret address leads, for the one it was sent to; 404 for one that was never sent, or was ended. */
export async function readPolledRequest(visit: Visit): Promise<PolledRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing, network, reader } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const link = (await lookUpLink(writing, token)) ?? notFound('poll')
  const poll = await findPoll(writing, network.id, link.pollId)
  return {
    ...asked,
    poll,
    state: stateOf(poll, writing),
    voter: link.voter,
    address: paths.polled(reader.language, network.slug, token),
  }
}
