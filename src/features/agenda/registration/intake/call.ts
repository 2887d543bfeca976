import type { FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { mayReadInside } from '../../events/policy.ts'
import { type OpenedRequest, readEventRequest } from '../call.ts'
import type { Telling } from '../notices/commands.ts'
import { findRegistrant, type Registrant } from './queries.ts'

export interface FormRequest extends OpenedRequest {
  telling: Telling
  /** Who is signed in; null for anybody else. */
  registrant: Registrant | null
  /** Whether registration is for the reader. */
  isFor: boolean
}

/** The event for which somebody registers; 404 where that was never opened. */
export async function readFormRequest(
  application: Application,
  request: FastifyRequest,
): Promise<FormRequest> {
  const { terms, ...asked } = await readEventRequest(application, request)
  if (terms === null) return notFound('registration')
  const { writing, network, event } = asked
  return {
    ...asked,
    terms,
    telling: { application, writing, network, event },
    registrant: await findRegistrant(writing, network.id),
    isFor: terms.forWhom === 'anybody' || mayReadInside(writing.actor, network.id),
  }
}
