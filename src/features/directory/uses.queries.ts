import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { selectHeld } from '../networks/index.ts'

/** What one network knows of an organisation. */
export interface NetworkUse {
  slug: string
  name: LocalizedName
  cooperations: number
  seeksPartner: boolean
  /** Holds an office in the group, or is its member. */
  isMember: boolean
}

/**
 * The networks that know an organisation, each on the day it opens with. `fixedDay` (ISO) is the day that the reader or the server
 * requires for all of them; null for the own day of each.
 */
export async function listNetworksKnowing(
  context: Context,
  organisationId: string,
  fixedDay: string | null,
): Promise<NetworkUse[]> {
  const day = sql`coalesce(${fixedDay}::date, n.opens_on, ${context.today}::date)`
  const { rows } = await sql<NetworkUse & { isActor: boolean }>`
    select * from (
      select n.slug, n.name,
        (select count(*)::int from registry_party p join registry_cooperation c on c.cooperation_id = p.cooperation_id
          where p.organisation_id = ${organisationId} and p.network_id = n.network_id
            and p.known_on <= ${day} and c.known_on <= ${day}) as cooperations,
        exists (select 1 from registry_interest i
          where i.organisation_id = ${organisationId} and i.network_id = n.network_id and i.known_on <= ${day}) as "seeksPartner",
        exists (select 1 from networks_membership m
          where m.organisation_id = ${organisationId} and m.network_id = n.network_id and ${selectHeld(day)}) as "isMember",
        exists (select 1 from registry_actor a join registry_cooperation c on c.cooperation_id = a.cooperation_id
          where a.organisation_id = ${organisationId} and c.network_id = n.network_id and a.known_on <= ${day}) as "isActor"
      from networks_network n
    ) as known
    where cooperations > 0 or "seeksPartner" or "isMember" or "isActor"
    order by slug
  `.execute(context.database)
  return rows
}

/** Every organisation that some network knows, by slug: the pages worth indexing. */
export async function listInUse(context: Context): Promise<{ slug: string; updatedAt: Date }[]> {
  const { rows } = await sql<{ slug: string; updatedAt: Date }>`
    select o.slug, o.updated_at as "updatedAt" from directory_organisation o
    where o.organisation_id in (
      select p.organisation_id from registry_party p join registry_cooperation c on c.cooperation_id = p.cooperation_id
        where p.known_on <= ${context.today} and c.known_on <= ${context.today}
      union select organisation_id from registry_interest where known_on <= ${context.today}
      union select organisation_id from registry_actor where known_on <= ${context.today}
      union select organisation_id from networks_membership where known_on <= ${context.today}
    )
    order by o.slug
  `.execute(context.database)
  return rows
}
