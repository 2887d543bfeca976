import type { Visit } from '../../../platform/http/visit.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type LinkRequest, loadLinkRequest } from '../../networks/index.ts'
import { type Poll, type PollState, stateOf } from './poll.ts'
import { findPoll } from './queries.ts'
import { lookUpVoterByLink, type Voter } from './voters.queries.ts'

export interface PolledRequest extends LinkRequest {
  poll: Poll
  state: PollState
  voter: Voter
}

/** The poll to which a secret address leads, for the one it was sent to; 404 for one that was never sent, or was ended. */
export async function loadPolledRequest(visit: Visit): Promise<PolledRequest> {
  const opened = await loadLinkRequest(visit)
  const { writing, network, token } = opened
  const voter = (await lookUpVoterByLink(writing, token)) ?? notFound('poll')
  const poll = await findPoll(writing, network.id, voter.pollId)
  return { ...opened, poll, state: stateOf(poll, writing), voter }
}
