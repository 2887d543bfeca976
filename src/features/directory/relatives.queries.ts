import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { OrganisationRef } from './organisation.ts'
import { isAmong, selectLatestTransfers } from './queries.ts'

/** The authorities that contain an authority, from the nearest upwards: its département, its région. */
export async function listAncestors(context: Context, organisationId: string): Promise<OrganisationRef[]> {
  const moved = sql`${selectLatestTransfers(context.today)} moved`
  const { rows } = await sql<OrganisationRef>`
    with recursive above as (
      select coalesce(moved.parent_id, o.parent_id) as parent_id, 1 as height
      from directory_organisation o left join ${moved} on moved.organisation_id = o.organisation_id
      where o.organisation_id = ${organisationId}
      union all
      select coalesce(moved.parent_id, o.parent_id), above.height + 1
      from above join directory_organisation o on o.organisation_id = above.parent_id
      left join ${moved} on moved.organisation_id = o.organisation_id
      where above.height < 6
    )
    select o.organisation_id as id, o.slug, o.country, o.kind, o.name, o.short_name as "shortName", o.codes
    from above join directory_organisation o on o.organisation_id = above.parent_id
    order by above.height
  `.execute(context.database)
  return rows
}

/** The unions a commune belongs to, and the parts of a union or the children of an authority, by name. */
export async function listRelatives(context: Context, organisationId: string, most = 500) {
  const ref = [
    'o.organisation_id as id',
    'o.slug',
    'o.country',
    'o.kind',
    'o.name',
    'o.short_name as shortName',
    'o.codes',
  ] as const
  const [unions, members, children] = await Promise.all([
    context.database
      .selectFrom('directory_membership as m')
      .innerJoin('directory_organisation as o', 'o.organisation_id', 'm.union_id')
      .select(ref)
      .where('m.member_id', '=', organisationId)
      .orderBy('o.slug')
      .execute(),
    context.database
      .selectFrom('directory_membership as m')
      .innerJoin('directory_organisation as o', 'o.organisation_id', 'm.member_id')
      .select(ref)
      .where('m.union_id', '=', organisationId)
      .orderBy('o.slug')
      .limit(most)
      .execute(),
    context.database
      .selectFrom('directory_organisation as o')
      .select(ref)
      .where(liesIn(context, organisationId))
      .where('o.kind', '!=', 'commune')
      .where(isAmong({ on: context.today }))
      .orderBy('o.kind')
      .orderBy('o.slug')
      .limit(most)
      .execute(),
  ])
  return { unions, members, children }
}

// The children of an authority on the context's day, transfers up to that day applied.
function liesIn({ today }: Context, parentId: string) {
  return sql<boolean>`(
    (o.parent_id = ${parentId} and o.organisation_id not in (select organisation_id from ${selectLatestTransfers(today)} moved))
    or o.organisation_id in (select organisation_id from ${selectLatestTransfers(today)} moved where parent_id = ${parentId})
  )`
}
