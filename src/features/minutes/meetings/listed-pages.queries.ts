import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application, SitemapEntry } from '../../../platform/http/application.ts'

/** The public pages of meetings of every network, each as known on its own day. */
export async function listMeetingPages({ database, clock, settings }: Application): Promise<SitemapEntry[]> {
  const { rows } = await sql<SitemapEntry>`
    with network as (
      select network_id, slug, updated_at, coalesce(${settings.now}::date, opens_on, ${dayOf(clock)}::date) as day
      from networks_network
    )
    select n.slug as first, '' as second, '/' || n.slug || '/meetings' as path, n.updated_at as "changedAt" from network n
    union all
    select n.slug, m.slug, '/' || n.slug || '/meetings/' || m.slug, m.updated_at
    from network n join minutes_meeting m on m.network_id = n.network_id and m.known_on <= n.day
    where m.announced_at is not null or m.held_at is not null
    order by first, second
  `.execute(database)
  return rows.map(({ path, changedAt }) => ({ path, changedAt }))
}
