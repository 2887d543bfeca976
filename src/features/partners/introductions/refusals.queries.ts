import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'

export interface RefusalCount {
  /** Who declined, and whom. */
  organisationId: string
  refusedId: string
  count: number
}

/** How often each authority of a network declined each other one since an ISO day, as known on the context's day; what was taken back does not count. */
export async function countRefusals(
  context: Context,
  networkId: string,
  since: string,
): Promise<RefusalCount[]> {
  const { rows } = await sql<RefusalCount>`
    select r.organisation_id as "organisationId", r.refused_id as "refusedId", count(*)::int as count
    from partners_refusal r
    where r.network_id = ${networkId} and r.revoked_at is null and r.known_on <= ${context.today} and r.known_on > ${since}
    group by r.organisation_id, r.refused_id
    order by r.organisation_id, r.refused_id
  `.execute(context.database)
  return rows
}
