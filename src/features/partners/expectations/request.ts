import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visit } from '../../../platform/http/visit.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import type { Expectation } from './expectation.ts'
import { type Involvement, involvementOf } from './involvement.ts'
import { findExpectation } from './queries.ts'
import { listRequests, type MemberRequest } from './requests.queries.ts'

export interface ExpectationRequest extends NetworkRequest {
  expectation: Expectation
  requests: MemberRequest[]
  involvement: Involvement
}

/** Loads the expectation that an address names, for people who may see it; 404 for others. */
export async function loadExpectationRequest(visit: Visit): Promise<ExpectationRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  return readExpectation(loaded, request)
}

async function readExpectation(visit: NetworkRequest, request: FastifyRequest): Promise<ExpectationRequest> {
  const { writing, network } = visit
  const slug = parameterOf(request.params, 'slug') ?? ''
  const expectation = await findExpectation(writing, network.id, slug)
  const requests = await listRequests(writing, expectation.id)
  return { ...visit, expectation, requests, involvement: involvementOf(writing.actor, expectation, requests) }
}

/** Loads the expectation for the secretariat; 404 for others. */
export async function loadAdvisedRequest(visit: Visit): Promise<ExpectationRequest> {
  const loaded = await loadExpectationRequest(visit)
  return loaded.involvement.isAdviser ? loaded : notFound(loaded.expectation.slug)
}

/** Loads the expectation for people who decide in the name of the asker, the secretariat among them; 404 for others. */
export async function loadAskerRequest(visit: Visit): Promise<ExpectationRequest> {
  const loaded = await loadExpectationRequest(visit)
  const { isAdviser, isAsker } = loaded.involvement
  return isAdviser || isAsker ? loaded : notFound(loaded.expectation.slug)
}

/** Mails lead here: a visitor who is not signed in signs in first, unless there is something for everybody. */
export function sendToSignIn(
  reply: FastifyReply,
  { writing, reader, network }: NetworkRequest,
  path: string,
): FastifyReply | null {
  if (writing.actor.kind !== 'anonymous') return null
  const next = `/${reader.language}/${network.slug}/expectations${path}`
  return reply.redirect(withParameters(`/${reader.language}/sign-in`, { next }), 303)
}
