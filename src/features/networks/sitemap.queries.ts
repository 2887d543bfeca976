import { type RawBuilder, sql } from 'kysely'
import { dayOf } from '../../platform/context/clock.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'

/**
 * The public pages of every network, for search engines, each network as known on its own day (`n.day`): `paths` that each network has, and
 * those of `records`, SQL that selects name, path after the network `n` and time of the last change. Records are in the order of their
 * names.
 */
export function listNetworkPages(paths: readonly string[], records: RawBuilder<unknown>) {
  return async ({ database, clock, settings }: Application): Promise<SitemapEntry[]> => {
    const { rows } = await sql<SitemapEntry>`
      with network as (
        select network_id, slug, updated_at, coalesce(${settings.now}::date, opens_on, ${dayOf(clock)}::date) as day
        from networks_network
      )
      select n.slug as first, null as second, '/' || n.slug || page.path as path, n.updated_at as "changedAt"
      from network n cross join unnest(${[...paths]}::text[]) as page (path)
      union all
      select n.slug, record.name, '/' || n.slug || record.path, record.changed_at
      from network n cross join lateral (${records}) as record (name, path, changed_at)
      order by first, second nulls first, path
    `.execute(database)
    return rows.map(({ path, changedAt }) => ({ path, changedAt }))
  }
}
