import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application, SitemapEntry } from '../../../platform/http/application.ts'
import { selectPublic } from './sight.queries.ts'

/** The board of every network and its public wishes that are open, each as known on its own day. */
export async function listWishPages({ database, clock, settings }: Application): Promise<SitemapEntry[]> {
  const { rows } = await sql<SitemapEntry>`
    with network as (
      select network_id, slug, updated_at, coalesce(${settings.now}::date, opens_on, ${dayOf(clock)}::date) as day
      from networks_network
    )
    select n.slug as first, '' as second, '/' || n.slug || '/partners' as path, n.updated_at as "changedAt" from network n
    union all
    select n.slug, w.slug, '/' || n.slug || '/partners/' || w.slug, w.updated_at
    from network n join partners_wish w on w.network_id = n.network_id
    join directory_organisation o on o.organisation_id = w.organisation_id
    where w.known_on <= n.day and ${selectPublic()} and w.found_on is null and w.expires_on >= n.day
      and coalesce(o.valid_until > n.day, true)
    order by first, second
  `.execute(database)
  return rows.map(({ path, changedAt }) => ({ path, changedAt }))
}
