import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { onlyRow } from '../../platform/database/only-row.ts'
import type { PartnerSearches } from '../../platform/records/partner-searches.ts'
import { listNetworkPages } from '../networks/index.ts'
import { selectLatestStepOrder, selectSteps } from './agreements/queries.ts'
import { selectLooking } from './interests/queries.ts'

/** The figures of a network. */
export interface Figures {
  /** Cooperations that its list shows. */
  cooperations: number
  /** Those with an instrument of their own that was signed and has not ended. */
  signed: number
  /** Ties known beside that list. */
  beside: number
  /** Authorities that look for a partner. */
  seeking: number
}

/** How many cooperations a network lists and how many authorities look for a partner, as known on the context's day. */
export async function countFigures(
  context: Context,
  networkId: string,
  searches: PartnerSearches | null,
): Promise<Figures> {
  const { today } = context
  const { rows } = await sql<Figures>`
    select
      count(*) filter (where c.listed)::int as cooperations,
      count(*) filter (where not c.listed)::int as beside,
      count(*) filter (where c.listed and c.cooperation_id in (
        select a.cooperation_id from registry_agreement a
        join lateral (
          select s.state from ${selectSteps(today)} s
          where s.happened_from is null or s.happened_from <= ${today}
          order by ${selectLatestStepOrder()} limit 1
        ) latest on latest.state in ('signed', 'transmitted', 'in_force', 'amended')
        where a.network_id = ${networkId} and a.parent_id is null and a.known_on <= ${today}
      ))::int as signed,
      (select count(*)::int from ${selectLooking(context, networkId, searches)} as looking) as seeking
    from registry_cooperation c
    where c.network_id = ${networkId} and c.known_on <= ${today}
  `.execute(context.database)
  return onlyRow(rows)
}

/** The pages of the registry of every network, its ties, and its organisations. */
export const listRegistryPages = listNetworkPages(
  ['', '/cooperations', '/organisations', '/map', '/group', '/sources'],
  sql`select c.slug, '/cooperations/' || c.slug, c.updated_at from registry_cooperation c
    where c.network_id = n.network_id and c.known_on <= n.day
    union all
    select o.slug, '/organisations/' || o.slug, o.updated_at from directory_organisation o where o.organisation_id in (
      select p.organisation_id from registry_party p where p.network_id = n.network_id and p.known_on <= n.day
      union all
      select i.organisation_id from registry_interest i where i.network_id = n.network_id and i.known_on <= n.day
      union all
      select m.organisation_id from networks_membership m where m.network_id = n.network_id and m.known_on <= n.day
    )`,
)
