import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application, SitemapEntry } from '../../../platform/http/application.ts'
import { selectPublic } from './sight.queries.ts'

/** The public pages of the agenda of every network, each as known on its own day. */
export async function listEventPages({ database, clock, settings }: Application): Promise<SitemapEntry[]> {
  const { rows } = await sql<SitemapEntry>`
    with network as (
      select network_id, slug, updated_at, coalesce(${settings.now}::date, opens_on, ${dayOf(clock)}::date) as day
      from networks_network
    )
    select n.slug as first, '' as second, '/' || n.slug || '/agenda' as path, n.updated_at as "changedAt" from network n
    union all
    select n.slug, e.slug, '/' || n.slug || '/agenda/' || e.slug, e.updated_at
    from network n join agenda_event e on e.network_id = n.network_id and e.known_on <= n.day and ${selectPublic()}
    order by first, second
  `.execute(database)
  return rows.map(({ path, changedAt }) => ({ path, changedAt }))
}
