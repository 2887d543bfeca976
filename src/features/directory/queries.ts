import { sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Context } from '../../platform/context/context.ts'
import { notFound } from '../../platform/refusals/refusal.ts'
import type { OrganisationRef } from './organisation.ts'

/** The editions of the reference files that are loaded. */
export async function listDatasets(context: Context): Promise<{ name: string; checksum: string }[]> {
  return context.database
    .selectFrom('directory_dataset')
    .select(['name', 'checksum'])
    .orderBy('name')
    .execute()
}

/** Organisations by slug, those that exist, in no order: to turn names in files into ids. */
export async function listOrganisationsBySlug(context: Context, slugs: string[]) {
  if (slugs.length === 0) return []
  return context.database
    .selectFrom('directory_organisation')
    .select(['organisation_id as id', 'slug', 'country', 'kind', 'name', 'short_name as shortName', 'codes'])
    .where('slug', '=', sql<string>`any(${slugs}::text[])`)
    .execute()
}

export type OrganisationRecord = Awaited<ReturnType<typeof listOrganisations>>[number]

/** Whole records of organisations, with parent, predecessors and successors; ids that do not exist are left out. */
export async function listOrganisations(context: Context, ids: string[]) {
  if (ids.length === 0) return []
  return selectRecords(context).where('o.organisation_id', '=', sql<string>`any(${ids}::uuid[])`).execute()
}

/** What a list of the directory is narrowed to; `on` keeps only what existed on that ISO day. */
export interface OrganisationsAmong {
  country?: string
  kind?: string
  on?: string
}

/** The organisations that follow a place in the list, by country, kind and slug; null for the first ones. */
export async function listOrganisationsAfter(
  context: Context,
  among: OrganisationsAmong,
  after: [country: string, kind: string, slug: string] | null,
  limit: number,
): Promise<OrganisationRecord[]> {
  const beyond = after
    ? sql<boolean>`(o.country, o.kind, o.slug) > (${after[0]}, ${after[1]}, ${after[2]})`
    : sql<boolean>`true`
  return selectRecords(context)
    .where(isAmong(among))
    .where(beyond)
    .orderBy('o.country')
    .orderBy('o.kind')
    .orderBy('o.slug')
    .limit(limit)
    .execute()
}

/** How many organisations there are, counted up to `most`. */
export async function countOrganisations(
  context: Context,
  among: OrganisationsAmong,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from directory_organisation o where ${isAmong(among)} limit ${most}
    ) as counted
  `.execute(context.database)
  return rows[0]?.count ?? 0
}

/** One organisation by its slug, or 404. */
export async function findOrganisation(context: Context, slug: string): Promise<OrganisationRecord> {
  const found = await selectRecords(context).where('o.slug', '=', slug).executeTakeFirst()
  return found ?? notFound(slug)
}

/** How many organisations of each country and kind exist on an ISO day. */
export async function countByKind(
  context: Context,
  on = context.today,
): Promise<{ country: string; kind: string; count: number }[]> {
  return context.database
    .selectFrom('directory_organisation')
    .select(['country', 'kind', sql<number>`count(*)::int`.as('count')])
    .where(sql<boolean>`(valid_from is null or valid_from <= ${on}::date)`)
    .where(sql<boolean>`(valid_until is null or valid_until > ${on}::date)`)
    .groupBy(['country', 'kind'])
    .orderBy('country')
    .orderBy('kind')
    .execute()
}

/** What an authority lies in, from the nearest upwards: its département, its région. */
export async function listAncestors(context: Context, organisationId: string): Promise<OrganisationRef[]> {
  const { rows } = await sql<OrganisationRef>`
    with recursive above as (
      select parent_id, 1 as height from directory_organisation where organisation_id = ${organisationId}
      union all
      select o.parent_id, above.height + 1 from above
      join directory_organisation o on o.organisation_id = above.parent_id
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
      .where('o.parent_id', '=', organisationId)
      .where('o.kind', '!=', 'commune')
      .where('o.valid_until', 'is', null)
      .orderBy('o.kind')
      .orderBy('o.slug')
      .limit(most)
      .execute(),
  ])
  return { unions, members, children }
}

function isAmong({ country, kind, on }: OrganisationsAmong) {
  const all = [
    ...(country ? [sql`o.country = ${country}`] : []),
    ...(kind ? [sql`o.kind = ${kind}`] : []),
    ...(on
      ? [
          sql`(o.valid_from is null or o.valid_from <= ${on}) and (o.valid_until is null or o.valid_until > ${on})`,
        ]
      : []),
  ]
  return sql<boolean>`${all.length === 0 ? sql`true` : sql.join(all, sql` and `)}`
}

function selectRecords(context: Context) {
  const successionOf = (side: 'predecessor_id' | 'successor_id', other: 'predecessor_id' | 'successor_id') =>
    jsonArrayFrom(
      context.database
        .selectFrom('directory_succession as s')
        .innerJoin('directory_organisation as r', 'r.organisation_id', `s.${other}`)
        .select([
          'r.slug',
          'r.country',
          'r.kind',
          'r.name',
          'r.codes',
          's.kind as change',
          sql<string | null>`s.happened_on::text`.as('happenedOn'),
          's.reported_by as reportedBy',
          's.source',
        ])
        .where(`s.${side}`, '=', sql.ref<string>('o.organisation_id'))
        .orderBy('s.happened_on')
        .orderBy('r.slug'),
    )
  return context.database
    .selectFrom('directory_organisation as o')
    .select([
      'o.organisation_id as id',
      'o.key',
      'o.slug',
      'o.country',
      'o.kind',
      'o.level',
      'o.name',
      'o.short_name as shortName',
      'o.machine_names as machineNames',
      'o.about',
      'o.codes',
      'o.population',
      'o.population_year as populationYear',
      'o.latitude',
      'o.longitude',
      'o.valid_from as validFrom',
      'o.valid_until as validUntil',
      'o.validity_reported_by as validityReportedBy',
      'o.updated_at as updatedAt',
      jsonObjectFrom(
        context.database
          .selectFrom('directory_organisation as p')
          .select(['p.slug', 'p.kind', 'p.country', 'p.name', 'p.short_name as shortName', 'p.codes'])
          .where('p.organisation_id', '=', sql.ref<string>('o.parent_id')),
      ).as('parent'),
      successionOf('successor_id', 'predecessor_id').as('predecessors'),
      successionOf('predecessor_id', 'successor_id').as('successors'),
    ])
}
