import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import type { Context } from '../../platform/context/context.ts'
import { onlyRow } from '../../platform/database/only-row.ts'
import type { LocalizedName } from '../../platform/i18n/localized-text.ts'
import { notFound } from '../../platform/refusal.ts'
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

/** SQL: the organisation of an alias as `OrganisationRef`, with the day on which it ended. */
export function selectRef(alias: string): RawBuilder<OrganisationRef & { validUntil: string | null }> {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql`json_build_object('id', ${of('organisation_id')}, 'slug', ${of('slug')}, 'country', ${of('country')}, 'kind', ${of('kind')},
    'name', ${of('name')}, 'shortName', ${of('short_name')}, 'codes', ${of('codes')}, 'validUntil', ${of('valid_until')})`
}

export type OrganisationRecord = Awaited<ReturnType<typeof listOrganisations>>[number]

/**
 * Whole records of organisations, with parent and codes as on the context's day, transfers, predecessors and successors; unknown ids
 * are left out.
 */
export async function listOrganisations(context: Context, ids: string[]) {
  if (ids.length === 0) return []
  return selectRecords(context).where('o.organisation_id', '=', sql<string>`any(${ids}::uuid[])`).execute()
}

/** What a list of the directory is filtered by; `on` keeps only what existed on that ISO day. */
export interface OrganisationsAmong {
  country?: string
  kind?: string
  on?: string
}

/** The organisations that follow a place in the list, by country, kind and slug; null for the start of the list. */
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
  return onlyRow(rows).count
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

/** SQL: whether the organisation `o` matches the filter of a list. */
export function isAmong({ country, kind, on }: OrganisationsAmong) {
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
    .leftJoin(selectLatestTransfers(context.today).as('moved'), 'moved.organisation_id', 'o.organisation_id')
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
      sql<Record<string, string>>`o.codes || coalesce(moved.codes, '{}')`.as('codes'),
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
          .where('p.organisation_id', '=', sql<string>`coalesce(moved.parent_id, o.parent_id)`),
      ).as('parent'),
      jsonArrayFrom(
        context.database
          .selectFrom('directory_transfer as t')
          .innerJoin('directory_organisation as p', 'p.organisation_id', 't.parent_id')
          .select([
            'p.slug',
            'p.country',
            'p.kind',
            'p.name',
            't.codes',
            sql<string>`t.happened_on::text`.as('happenedOn'),
            't.reported_by as reportedBy',
            't.source',
          ])
          .where('t.organisation_id', '=', sql.ref<string>('o.organisation_id'))
          .orderBy('t.happened_on'),
      ).as('transfers'),
      successionOf('successor_id', 'predecessor_id').as('predecessors'),
      successionOf('predecessor_id', 'successor_id').as('successors'),
    ])
}

interface LatestTransfer {
  organisation_id: string
  parent_id: string
  codes: Record<string, string>
}

/** SQL: the last transfer of each authority up to an ISO day, to join as a table. */
export function selectLatestTransfers(on: string): RawBuilder<LatestTransfer> {
  return sql`(
    select distinct on (organisation_id) organisation_id, parent_id, codes from directory_transfer
    where happened_on <= ${on} order by organisation_id, happened_on desc
  )`
}

/** SQL: joins the parent of the organisation `o` on an ISO day as `above`, and the parent of that as `top`. */
export function selectAncestors(on: string): RawBuilder<unknown> {
  return sql`
    left join ${selectLatestTransfers(on)} moved on moved.organisation_id = o.organisation_id
    left join directory_organisation above on above.organisation_id = coalesce(moved.parent_id, o.parent_id)
    left join ${selectLatestTransfers(on)} above_moved on above_moved.organisation_id = above.organisation_id
    left join directory_organisation top on top.organisation_id = coalesce(above_moved.parent_id, above.parent_id)`
}

export interface Place {
  name: LocalizedName
  latitude: number
  longitude: number
}

export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

// Kinds shown on a map as a point: a region or a union of communes has no centre that a reader would look for.
const towns = [
  'commune',
  'ville_paris',
  'special_city',
  'metropolitan_city',
  'special_self_governing_city',
  'si',
  'gun',
  'autonomous_gu',
  'municipality',
]

/** The largest towns between these meridians and parallels, by their short names. */
export async function listPlacesWithin(
  context: Context,
  { west, south, east, north }: Bounds,
  most: number,
): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select o.name || o.short_name as name, o.latitude, o.longitude from directory_organisation o
    where o.latitude between ${south} and ${north} and o.longitude between ${west} and ${east}
      and o.kind = any(${towns}::text[]) and o.population is not null
      and (o.valid_from is null or o.valid_from <= ${context.today}::date)
      and (o.valid_until is null or o.valid_until > ${context.today}::date)
    order by o.population desc, o.slug limit ${most}
  `.execute(context.database)
  return rows
}
