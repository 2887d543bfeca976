import type { Visit } from '../../../../platform/http/visit.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../../networks/index.ts'
import type { Expectation } from '../expectation.ts'
import { lookUpLink } from '../links.queries.ts'
import { paths } from '../paths.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests, type MemberRequest } from '../requests.queries.ts'

export interface FollowedRequest extends NetworkRequest {
  expectation: Expectation
  requests: MemberRequest[]
  /** For which of them the link speaks; null where it speaks for the asker. */
  own: MemberRequest | null
  /** The address of the page, which speaks for somebody. */
  address: string
}

/** The expectation to which a secret address leads, for the one it was sent to; 404 for one that was never sent, or was ended. */
export async function readFollowedRequest(visit: Visit): Promise<FollowedRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing, network, reader } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const link = (await lookUpLink(writing, token)) ?? notFound('expectation')
  const expectation = await findLinkedExpectation(writing, network.id, link.expectationId)
  const requests = await listRequests(writing, expectation.id)
  return {
    ...asked,
    expectation,
    requests,
    own: requests.find(({ id }) => id === link.requestId) ?? null,
    address: paths.followed(reader.language, network.slug, token),
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
