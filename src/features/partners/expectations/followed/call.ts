import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type LinkRequest, readLinkRequest } from '../../../networks/index.ts'
import { expectationLinks } from '../../links.ts'
import type { Expectation } from '../expectation.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests, type MemberRequest } from '../requests.queries.ts'

export interface FollowedRequest extends LinkRequest {
  expectation: Expectation
  requests: MemberRequest[]
  /** For which of them the link speaks; null where it speaks for the asker. */
  own: MemberRequest | null
}

/** The expectation to which a secret address leads, for the one it was sent to; 404 for one that was never sent, or was ended. */
export async function readFollowedRequest(visit: Visit): Promise<FollowedRequest> {
  const asked = await readLinkRequest(visit)
  const { writing, network, token } = asked
  const link = (await expectationLinks.lookUp(writing, token)) ?? notFound('expectation')
  const expectation = await findLinkedExpectation(writing, network.id, link.expectation_id)
  const requests = await listRequests(writing, expectation.id)
  return {
    ...asked,
    expectation,
    requests,
    own: requests.find(({ id }) => id === link.request_id) ?? null,
  }
}

/** The same for what the asker decides; 404 for a member that is asked. */
export async function readFollowingAsker(visit: Visit): Promise<FollowedRequest> {
  const asked = await readFollowedRequest(visit)
  return asked.own === null ? asked : notFound('expectation')
}

/** The same for what a member answers that is asked; 404 for the asker. */
export async function readFollowingMember(visit: Visit) {
  const asked = await readFollowedRequest(visit)
  return { ...asked, own: asked.own ?? notFound('answers') }
}
