import type { Visit } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { mayReadInside } from '../../events/policy.ts'
import { loadEventRequest, type OpenedRequest } from '../request.ts'
import { findRegistrant, type Registrant } from './queries.ts'

export interface FormRequest extends OpenedRequest {
  /** The reader who is signed in; null for anybody else. */
  registrant: Registrant | null
  /** Whether registration is for the reader. */
  isFor: boolean
}

/** Loads the event for which a person registers; 404 if registration was never opened. */
export async function loadFormRequest(visit: Visit): Promise<FormRequest> {
  const { terms, ...opened } = await loadEventRequest(visit)
  if (terms === null) return notFound('registration')
  const { writing, network } = opened
  return {
    ...opened,
    terms,
    registrant: await findRegistrant(writing, network.id),
    isFor: terms.forWhom === 'anybody' || mayReadInside(writing.actor, network.id),
  }
}
