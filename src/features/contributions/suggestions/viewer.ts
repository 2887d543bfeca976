import { type Actor, organisationsOf } from '../../../platform/context/actor.ts'
import { notFound } from '../../../platform/refusal.ts'
import { mayCoordinate, maySuggest } from '../policy.ts'
import type { Viewer } from './queries.ts'

/** What an actor sees of a network’s queue, or 404: coordinators everything, others their own and what concerns their organisations. */
export function viewerOf(actor: Actor, networkId: string): Viewer {
  if (mayCoordinate(actor, networkId)) return { all: true }
  if (!maySuggest(actor, networkId) || actor.kind !== 'person') notFound('contributions')
  return {
    all: false,
    personId: actor.personId,
    organisationIds: organisationsOf(actor, networkId, ['member', 'contributor']),
  }
}
