import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { mayReadInside } from '../../events/policy.ts'
import { type OpenedRequest, readEventRequest } from '../call.ts'
import { findRegistrant, type Registrant } from './queries.ts'

export interface FormRequest extends OpenedRequest {
  /** Who is signed in; null for anybody else. */
  registrant: Registrant | null
  /** Whether registration is for the reader. */
  isFor: boolean
}

/** The event for which somebody registers; 404 where that was never opened. */
export async function readFormRequest(visit: Visit): Promise<FormRequest> {
  const { terms, ...asked } = await readEventRequest(visit)
  if (terms === null) return notFound('registration')
  const { writing, network } = asked
  return {
    ...asked,
    terms,
    registrant: await findRegistrant(writing, network.id),
    isFor: terms.forWhom === 'anybody' || mayReadInside(writing.actor, network.id),
  }
}
