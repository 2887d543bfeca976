import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type LinkRequest, loadLinkRequest } from '../../../networks/index.ts'
import { expectationLinks } from '../../links.ts'
import type { Expectation } from '../expectation.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests, type MemberRequest } from '../requests.queries.ts'

export interface FollowedRequest extends LinkRequest {
  expectation: Expectation
  requests: MemberRequest[]
  /** The request for which the link speaks; null where it speaks for the asker. */
  own: MemberRequest | null
}

/** Loads the expectation to which a secret address leads, for its recipient; 404 for one that was never sent, or was ended. */
export async function loadFollowedRequest(visit: Visit): Promise<FollowedRequest> {
  const opened = await loadLinkRequest(visit)
  const { writing, network, token } = opened
  const link = (await expectationLinks.lookUp(writing, token)) ?? notFound('expectation')
  const expectation = await findLinkedExpectation(writing, network.id, link.expectation_id)
  const requests = await listRequests(writing, expectation.id)
  return {
    ...opened,
    expectation,
    requests,
    own: requests.find(({ id }) => id === link.request_id) ?? null,
  }
}

/** Loads what the asker decides; 404 for a member that is asked. */
export async function readFollowingAsker(visit: Visit): Promise<FollowedRequest> {
  const opened = await loadFollowedRequest(visit)
  return opened.own === null ? opened : notFound('expectation')
}

/** Loads what an asked member answers; 404 for the asker. */
export async function readFollowingMember(visit: Visit) {
  const opened = await loadFollowedRequest(visit)
  return { ...opened, own: opened.own ?? notFound('answers') }
}
