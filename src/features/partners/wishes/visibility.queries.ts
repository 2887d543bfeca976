import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'

/** SQL: the wish `w` is published for everybody. */
export function selectPublic(): RawBuilder<boolean> {
  return sql<boolean>`(w.visibility = 'public' and w.published_at is not null)`
}

/**
 * SQL: the actor may see the wish `w`. What the network reads is for all who hold a role in it; what is withdrawn is for the members of
 * its authority and for the secretariat.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return selectPublic()
  const networks = (wanted: (role: string) => boolean) =>
    actor.holdings.filter(({ role }) => wanted(role)).map(({ networkId }) => networkId)
  const members = actor.holdings.filter(({ role }) => role === 'member')
  const own = members.flatMap(({ organisationIds }) => organisationIds)
  return sql<boolean>`(${selectPublic()}
    or (w.published_at is not null and w.network_id = any(${networks(() => true)}::uuid[]))
    or w.network_id = any(${networks((role) => role === 'coordinator' || role === 'chair')}::uuid[])
    or (w.network_id = any(${members.map(({ networkId }) => networkId)}::uuid[]) and w.organisation_id = any(${own}::uuid[])))`
}
