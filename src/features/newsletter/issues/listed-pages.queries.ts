import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Application, SitemapEntry } from '../../../platform/http/application.ts'

/** The letters of every network, each as known on its own day, for search engines. */
export async function listIssuePages({ database, clock, settings }: Application): Promise<SitemapEntry[]> {
  const { rows } = await sql<SitemapEntry>`
    with network as (
      select network_id, slug, updated_at, coalesce(${settings.now}::date, opens_on, ${dayOf(clock)}::date) as day
      from networks_network
    )
    select n.slug as first, 0 as second, '/' || n.slug || '/newsletter' as path, n.updated_at as "changedAt" from network n
    union all
    select n.slug, i.number, '/' || n.slug || '/newsletter/' || i.number, i.published_at
    from network n join newsletter_issue i on i.network_id = n.network_id and i.published_on <= n.day
    where i.state = 'published'
    order by first, second
  `.execute(database)
  return rows.map(({ path, changedAt }) => ({ path, changedAt }))
}
