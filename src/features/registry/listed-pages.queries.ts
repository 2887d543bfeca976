import { sql } from 'kysely'
import { listNetworkPages } from '../networks/index.ts'

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
