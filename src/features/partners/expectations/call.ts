import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { withParameters } from '../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { readWritingRequest, type WritingRequest } from '../../networks/index.ts'
import type { Expectation } from './expectation.ts'
import { type Involvement, involvementOf } from './involvement.ts'
import { findExpectation } from './queries.ts'
import { listRequests, type MemberRequest } from './requests/queries.ts'

export interface ExpectationRequest extends WritingRequest {
  expectation: Expectation
  requests: MemberRequest[]
  involvement: Involvement
}

/** An expectation that an address names, for whoever may see it; 404 for others. */
export async function readExpectationRequest(
  application: Application,
  request: FastifyRequest,
): Promise<ExpectationRequest> {
  const asked = await readWritingRequest(application, request)
  return readExpectation(asked, request)
}

async function readExpectation(asked: WritingRequest, request: FastifyRequest): Promise<ExpectationRequest> {
  const { writing, network } = asked
  const slug = parameterOf(request.params, 'slug') ?? ''
  const expectation = await findExpectation(writing, network.id, slug)
  const requests = await listRequests(writing, expectation.id)
  return { ...asked, expectation, requests, involvement: involvementOf(writing.actor, expectation, requests) }
}

/** The same for whoever looks after the network; 404 for others. */
export async function readAdvisedRequest(
  application: Application,
  request: FastifyRequest,
): Promise<ExpectationRequest> {
  const asked = await readExpectationRequest(application, request)
  return asked.involvement.isAdviser ? asked : notFound(asked.expectation.slug)
}

/** The same for whoever decides in the name of the asker: the secretariat does, too. */
export async function readAskerRequest(
  application: Application,
  request: FastifyRequest,
): Promise<ExpectationRequest> {
  const asked = await readExpectationRequest(application, request)
  const { isAdviser, isAsker } = asked.involvement
  return isAdviser || isAsker ? asked : notFound(asked.expectation.slug)
}

/** Mails lead here: who is not signed in signs in first, unless there is something for everybody. */
export function sendToSignIn(
  reply: FastifyReply,
  { writing, reader, network }: WritingRequest,
  path: string,
): FastifyReply | null {
  if (writing.actor.kind !== 'anonymous') return null
  const next = `/${reader.language}/${network.slug}/expectations${path}`
  return reply.redirect(withParameters(`/${reader.language}/sign-in`, { next }), 303)
}
