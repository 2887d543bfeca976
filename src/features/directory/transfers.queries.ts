import { type RawBuilder, sql } from 'kysely'

interface LatestTransfer {
  organisation_id: string
  parent_id: string
  codes: Record<string, string>
}

/** SQL: the last transfer of each authority that had happened by an ISO day, to join as a table. */
export function selectLatestTransfers(on: string): RawBuilder<LatestTransfer> {
  return sql`(
    select distinct on (organisation_id) organisation_id, parent_id, codes from directory_transfer
    where happened_on <= ${on} order by organisation_id, happened_on desc
  )`
}

/** SQL: the joins to what the organisation `o` lies in on an ISO day, as `above`, and what that lies in, as `top`. */
export function selectAncestors(on: string): RawBuilder<unknown> {
  return sql`
    left join ${selectLatestTransfers(on)} moved on moved.organisation_id = o.organisation_id
    left join directory_organisation above on above.organisation_id = coalesce(moved.parent_id, o.parent_id)
    left join ${selectLatestTransfers(on)} above_moved on above_moved.organisation_id = above.organisation_id
    left join directory_organisation top on top.organisation_id = coalesce(above_moved.parent_id, above.parent_id)`
}
