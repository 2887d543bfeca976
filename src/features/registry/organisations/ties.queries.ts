import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type CooperationRow, selectColumns, selectStanding } from '../cooperations/row.queries.ts'

/** How an organisation stands to a cooperation; `member`: a commune of this intercommunality is the party, not it. */
export type Part = 'party' | 'ecosystem' | 'actor' | 'member'

/** The cooperations in which an organisation takes part, and how: as a party, linked to it, as an actor, or through its communes. */
export async function listCooperationsOf(
  context: Context,
  networkId: string,
  organisationId: string,
): Promise<(CooperationRow & { part: Part })[]> {
  const { today } = context
  const { rows } = await sql<CooperationRow & { part: Part }>`
    with parts as (
      select p.cooperation_id, p.capacity as part, 0 as rank from registry_party p
        where p.organisation_id = ${organisationId} and p.network_id = ${networkId} and p.known_on <= ${today}
      union all
      select a.cooperation_id, 'actor', 1 from registry_actor a
        where a.organisation_id = ${organisationId} and a.known_on <= ${today}
      union all
      select ap.cooperation_id, 'actor', 1 from registry_agreement_party part join registry_agreement ap on ap.agreement_id = part.agreement_id
        where part.organisation_id = ${organisationId} and ap.known_on <= ${today}
      union all
      select p.cooperation_id, 'member', 2 from directory_membership m join registry_party p on p.organisation_id = m.member_id
        where m.union_id = ${organisationId} and p.network_id = ${networkId} and p.known_on <= ${today} and p.capacity = 'party'
    ), best as (
      select distinct on (cooperation_id) cooperation_id, part, rank from parts order by cooperation_id, rank
    )
    select ${selectColumns(context)}, best.part
    from best join registry_cooperation c on c.cooperation_id = best.cooperation_id ${selectStanding(context)}
    where c.network_id = ${networkId} and c.known_on <= ${today}
    order by best.rank, c.sort_first
  `.execute(context.database)
  return rows
}
