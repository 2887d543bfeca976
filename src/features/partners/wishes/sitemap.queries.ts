import { sql } from 'kysely'
import { listNetworkPages } from '../../networks/index.ts'
import { selectPublic } from './queries.ts'

/** The board of every network and its public wishes that are open. */
export const listWishPages = listNetworkPages(
  ['/partners'],
  sql`select w.slug, '/partners/' || w.slug, w.updated_at
    from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.network_id = n.network_id and w.known_on <= n.day and ${selectPublic()} and w.found_on is null
      and w.expires_on >= n.day and coalesce(o.valid_until > n.day, true)`,
)
