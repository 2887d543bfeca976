import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'
import { onlookers } from './codes.ts'

/** SQL: the event `e` is published for everybody. Pages that are rendered for no particular reader use these alone. */
export function selectPublic(): RawBuilder<boolean> {
  return sql<boolean>`(e.visibility = 'public' and e.published_at is not null)`
}

/**
 * SQL: the actor may see the event `e`. Everybody with a role in a network sees what it reads; what only hosts read, and what is withdrawn,
 * is for the holders of the event and the coordinators of the network.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return selectPublic()
  const networks = (wanted: (role: string) => boolean) =>
    actor.holdings.filter(({ role }) => wanted(role)).map(({ networkId }) => networkId)
  const keeps = networks((role) => role === 'coordinator' || role === 'chair')
  const members = actor.holdings.filter(({ role }) => role === 'member')
  const own = members.flatMap(({ organisationIds }) => organisationIds)
  return sql<boolean>`(${selectPublic()}
    or (e.visibility = 'network' and e.published_at is not null and e.network_id = any(${networks(() => true)}::uuid[]))
    or e.network_id = any(${keeps}::uuid[])
    or (e.network_id = any(${members.map(({ networkId }) => networkId)}::uuid[]) and exists (
      select 1 from agenda_event_organisation held where held.event_id = e.event_id
        and held.organisation_id = any(${own}::uuid[]) and held.role <> all(${[...onlookers]}::text[])
    )))`
}
