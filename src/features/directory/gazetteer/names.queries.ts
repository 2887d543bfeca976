import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { startLength } from '../organisation-names.ts'

/** What an organisation must satisfy besides having a name. */
export interface NamesAmong {
  country?: string
  kind?: string
  /** Only what existed on this ISO day. */
  on?: string
}

export interface NameRow {
  id: string
  text: string
  folded: string
  weight: number
  kind: string
  nameKind: string
  /** Existed on the context's day. */
  exists: boolean
}

// Of one name the weightiest are enough: no page would show the rest.
const mostNamesakes = 1000

/** Organisations with exactly one of some folded names, the weightiest first. */
export function listNamesakes(
  context: Context,
  among: NamesAmong,
  folded: string[],
  most: number,
): Promise<NameRow[]> {
  const named = sql`select * from directory_name where folded = any(${folded}::text[]) order by weight desc limit ${mostNamesakes}`
  return listNames(context, among, named, most)
}

// So many names are sorted; where more begin alike, an approximate place among all that share the first letters is enough.
const mostOrdered = 2000

/** Organisations with a name that begins with folded letters, the weightiest first; none for too few letters. */
export async function listBeginning(
  context: Context,
  among: NamesAmong,
  folded: string,
  most: number,
): Promise<NameRow[]> {
  const length = startLength(folded)
  if (folded.length < length) return []
  if (folded.length > length) {
    const { rows, isCut } = await listOrdered(context, among, folded, most)
    if (!isCut) return rows
  }
  const weighed = sql`
    select * from directory_name
    where start = ${folded.slice(0, length)} and left(folded, ${folded.length}) = ${folded}
    order by weight desc limit ${isNarrowed(among) ? mostOrdered : most}
  `
  return listNames(context, among, weighed, most)
}

async function listOrdered(context: Context, among: NamesAmong, folded: string, most: number) {
  const { rows } = await sql<NameRow & { total: number }>`
    with started as (
      select * from directory_name where folded >= ${folded} and folded < ${`${folded}\u{10ffff}`}
      order by folded limit ${mostOrdered + 1}
    )
    select ${columns(context)}, (select count(*)::int from started) as total
    from ${isNarrowed(among) ? sql`started` : sql`(select * from started order by weight desc limit ${most})`} n
    join directory_organisation o on o.organisation_id = n.organisation_id
    where true ${limits(among)} order by n.weight desc limit ${most}
  `.execute(context.database)
  const total = rows[0]?.total ?? (isNarrowed(among) ? mostOrdered + 1 : 0)
  return { rows, isCut: total > mostOrdered }
}

/** Each key is looked up by itself: the index holds its names by weight, and only the first few are read. */
export function listSounding(
  context: Context,
  among: NamesAmong,
  keys: string[],
  most: { ofKey: number; inAll: number },
): Promise<NameRow[]> {
  // Upper levels were written first, so they are found first.
  const sounding = sql`
    select found.* from unnest(${keys}::text[]) as asked (key)
    cross join lateral (
      select * from directory_name where skeleton = asked.key order by weight desc limit ${most.ofKey}
    ) found`
  return listNames(context, among, sounding, most.inAll)
}

// Upper levels were written first, so they are found first.
const mostContaining = 500

/** Organisations whose names contain the words of a query plan, those with most inhabitants first. */
export async function listContaining(
  context: Context,
  among: NamesAmong,
  plan: { grams: string[]; likes: string[] },
  most: number,
): Promise<(NameRow & { names: LocalizedName[] })[]> {
  const recheck = sql.join(
    plan.likes.map((like) => sql`o.search like ${like}`),
    sql` and `,
  )
  const { rows } = await sql<NameRow & { names: LocalizedName[] }>`
    select * from (
      select o.organisation_id as id, o.slug as text, '' as folded, json_build_array(o.short_name, o.name) as names, o.kind,
        'search' as "nameKind", coalesce(o.population, 0) as weight, ${existence(context)} as exists
      from directory_organisation o
      where o.grams @> ${plan.grams}::text[] and ${recheck} ${limits(among)}
      limit ${mostContaining}
    ) as found
    order by weight desc
    limit ${most}
  `.execute(context.database)
  return rows
}

async function listNames(
  context: Context,
  among: NamesAmong,
  names: RawBuilder<unknown>,
  most: number,
): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`
    select ${columns(context)} from (${names}) n
    join directory_organisation o on o.organisation_id = n.organisation_id
    where true ${limits(among)} order by n.weight desc limit ${most}
  `.execute(context.database)
  return rows
}

function columns(context: Context): RawBuilder<unknown> {
  return sql`n.organisation_id as id, n.text, n.folded, n.weight, o.kind, n.kind as "nameKind", ${existence(context)} as exists`
}

function existence(context: Context): RawBuilder<unknown> {
  return sql`((o.valid_from is null or o.valid_from <= ${context.today}) and (o.valid_until is null or o.valid_until > ${context.today}))`
}

function isNarrowed({ country, kind, on }: NamesAmong): boolean {
  return country !== undefined || kind !== undefined || on !== undefined
}

function limits({ country, kind, on }: NamesAmong): RawBuilder<unknown> {
  return sql`
    ${country ? sql`and o.country = ${country}` : sql``}
    ${kind ? sql`and o.kind = ${kind}` : sql``}
    ${on ? sql`and (o.valid_from is null or o.valid_from <= ${on}) and (o.valid_until is null or o.valid_until > ${on})` : sql``}
  `
}
