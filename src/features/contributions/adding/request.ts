import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import type { RecordKind } from '../../../platform/records/record-kind.ts'
import { notFound } from '../../../platform/refusal.ts'
import { loadNetworkRequest } from '../../networks/index.ts'
import { mayAddRecord, mayPublishUnreviewed, maySuggest } from '../policy.ts'

export type AddingRequest = Awaited<ReturnType<typeof loadAddingRequest>>

/** A request of an actor who may add or suggest a record; 404 for others. */
export async function loadAddingRequest(visit: Visit, kind: RecordKind) {
  const opened = await loadNetworkRequest(visit)
  const { writing, network } = opened
  const { actor } = writing
  if (!maySuggest(actor, network.id) || actor.kind !== 'person') notFound(kind.segment)
  return { ...opened, kind, personId: actor.personId, form: `/${network.slug}/${kind.segment}/new` }
}

/** Whether a record that the actor adds is published at once, as far as this is known before its content is. */
export function publishesNew({ writing, network, kind }: AddingRequest): boolean {
  const { actor } = writing
  const belongsToNobody = kind.ownersOf(kind.blank(network)) === null
  const owners = belongsToNobody ? null : organisationsOf(actor, network.id, ['member'])
  return (
    mayAddRecord(actor, { networkId: network.id, owners }) &&
    (network.publication === 'at_once' || mayPublishUnreviewed(actor, network.id))
  )
}
