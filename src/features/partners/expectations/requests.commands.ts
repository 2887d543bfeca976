import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { selectIsMember } from '../members.queries.ts'

interface Asked {
  id: string
  networkId: string
  askerId: string
}

/**
 * Asks some members, as part of a command; answers whom it asked. Left out in the same statement: who is no member on this day or has been
 * dissolved, the asker, and those who were asked before.
 */
export async function askMembers(
  { actor, clock, database, today }: Context,
  { id, networkId, askerId }: Asked,
  organisationIds: readonly string[],
  relayId: string | null,
): Promise<{ requestId: string; organisationId: string }[]> {
  const ids = organisationIds.map(() => newId())
  const { rows } = await sql<{ requestId: string; organisationId: string }>`
    insert into partners_expectation_request (request_id, expectation_id, asker_id, organisation_id, relay_id, membership_id,
      member_until, valid_until, asked_on, asked_at, asked_by)
    select wanted.request_id, ${id}::uuid, ${askerId}::uuid, o.organisation_id, ${relayId}::uuid, m.membership_id,
      case when m.end_known_on <= ${today} then m.ends_on end, o.valid_until, ${today}::date, ${clock.now().toString()}::timestamptz,
      ${personIdOf(actor)}::uuid
    from unnest(${ids}::uuid[], ${[...organisationIds]}::uuid[]) as wanted (request_id, organisation_id)
    join directory_organisation o on o.organisation_id = wanted.organisation_id
    join networks_membership m on m.organisation_id = o.organisation_id and m.network_id = ${networkId}
    where ${selectIsMember(today)} and o.organisation_id <> ${askerId}
    on conflict do nothing
    returning request_id as "requestId", organisation_id as "organisationId"
  `.execute(database)
  return rows
}
