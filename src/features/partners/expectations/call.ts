import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visit } from '../../../platform/http/visit.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import type { Expectation } from './expectation.ts'
import { type Involvement, involvementOf } from './involvement.ts'
import { findExpectation } from './queries.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'

export interface ExpectationRequest extends NetworkRequest {
  expectation: Expectation
  requests: MemberRequest[]
  involvement: Involvement
}

/** An expectation that an address names, for whoever may see it; 404 for others. */
export async function readExpectationRequest(visit: Visit): Promise<ExpectationRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  return readExpectation(asked, request)
}

async function readExpectation(asked: NetworkRequest, request: FastifyRequest): Promise<ExpectationRequest> {
  const { writing, network } = asked
  const slug = parameterOf(request.params, 'slug') ?? ''
  const expectation = await findExpectation(writing, network.id, slug)
  const requests = await listRequests(writing, expectation.id)
  return { ...asked, expectation, requests, involvement: involvementOf(writing.actor, expectation, requests) }
}

/** The same for whoever looks after the network; 404 for others. */
export async function readAdvisedRequest(visit: Visit): Promise<ExpectationRequest> {
  const asked = await readExpectationRequest(visit)
  return asked.involvement.isAdviser ? asked : notFound(asked.expectation.slug)
}

/** The same for whoever decides in the name of the asker: the secretariat does, too. */
export async function readAskerRequest(visit: Visit): Promise<ExpectationRequest> {
  const asked = await readExpectationRequest(visit)
  const { isAdviser, isAsker } = asked.involvement
  return isAdviser || isAsker ? asked : notFound(asked.expectation.slug)
}

/** Mails lead here: who is not signed in signs in first, unless there is something for everybody. */
export function sendToSignIn(
  reply: FastifyReply,
  { writing, reader, network }: NetworkRequest,
  path: string,
): FastifyReply | null {
  if (writing.actor.kind !== 'anonymous') return null
  const next = `/${reader.language}/${network.slug}/expectations${path}`
  return reply.redirect(withParameters(`/${reader.language}/sign-in`, { next }), 303)
}
