import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'

/** A public page of a network: its path after the language, and when what it shows was last changed. */
export interface ListedPage {
  path: string
  changedAt: Date
}

/**
 * Every public page of every network that search engines should know, each network as known on its own day.
 * `fixedDay` (ISO) is the day that the server wants for all of them, null for each one's own.
 */
export async function listPages(context: Context, fixedDay: string | null): Promise<ListedPage[]> {
  const { rows } = await sql<ListedPage>`
    with network as (
      select network_id, slug, updated_at, coalesce(${fixedDay}::date, opens_on, ${context.today}::date) as day
      from networks_network
    ), involved as (
      select p.network_id, p.organisation_id, p.known_on from registry_party p
      union all select i.network_id, i.organisation_id, i.known_on from registry_interest i
      union all select m.network_id, m.organisation_id, m.known_on from networks_membership m
    )
    select n.slug as first, '' as second, '/' || n.slug || page.path as path, n.updated_at as "changedAt"
    from network n
    cross join (values (''), ('/cooperations'), ('/organisations'), ('/map'), ('/group'), ('/sources')) as page (path)
    union all
    select n.slug, c.slug, '/' || n.slug || '/cooperations/' || c.slug, c.updated_at
    from network n join registry_cooperation c on c.network_id = n.network_id and c.known_on <= n.day
    union all
    select n.slug, o.slug, '/' || n.slug || '/organisations/' || o.slug, o.updated_at
    from network n join directory_organisation o on o.organisation_id in (
      select involved.organisation_id from involved where involved.network_id = n.network_id and involved.known_on <= n.day
    )
    order by first, second, path
  `.execute(context.database)
  return rows.map(({ path, changedAt }) => ({ path, changedAt }))
}
