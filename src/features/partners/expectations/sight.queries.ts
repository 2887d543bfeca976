import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'

/**
 * SQL: the actor may see the expectation `x`. What is public is for everybody until it is withdrawn; what the network reads, for those who
 * take part in it; the rest for the asker, those asked, and whoever looks after the network.
 */
export function selectSeen(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  const isPublic = sql`(x.confidentiality = 'public' and not exists (select 1 from partners_expectation_closing gone
    where gone.expectation_id = x.expectation_id and gone.outcome = 'withdrawn'))`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return sql<boolean>`${isPublic}`
  const networks = (...wanted: string[]) =>
    actor.holdings.filter(({ role }) => wanted.includes(role)).map(({ networkId }) => networkId)
  return sql<boolean>`(${isPublic}
    or (x.confidentiality in ('network', 'public')
      and x.network_id = any(${networks('chair', 'coordinator', 'member', 'contributor')}::uuid[]))
    or x.network_id = any(${networks('chair', 'coordinator')}::uuid[])
    or ${selectConcerned(actor)})`
}

/** SQL: the actor speaks for the asker of `x` or for a member that is asked. */
export function selectConcerned(actor: Actor): RawBuilder<boolean> {
  const own =
    actor.kind === 'person'
      ? actor.holdings.filter(({ role }) => role === 'member' || role === 'contributor')
      : []
  const pairs = own.flatMap(({ networkId, organisationIds }) =>
    organisationIds.map((id) => sql`(x.network_id = ${networkId} and ${selectParty(id)})`),
  )
  return pairs.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(pairs, sql` or `)})`
}

function selectParty(organisationId: string): RawBuilder<boolean> {
  return sql<boolean>`(x.asker_id = ${organisationId} or exists (select 1 from partners_expectation_request own
    where own.expectation_id = x.expectation_id and own.organisation_id = ${organisationId}))`
}
