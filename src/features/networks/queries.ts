import { type RawBuilder, sql } from 'kysely'
import { scopeOf } from '../../platform/activity/activity.ts'
import { QueryCache } from '../../platform/activity/query-cache.ts'
import { dayOf } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Application, SitemapEntry } from '../../platform/http/application.ts'
import { notFound } from '../../platform/refusal.ts'

export type Network = Awaited<ReturnType<typeof listNetworks>>[number]

// Every page of a group begins with it. Every change of its record moves the directory too, whose home lists it.
const kept = new QueryCache<Network | null>(1000)

/** One country group by its slug, or 404. */
export async function findNetwork(context: Context, slug: string): Promise<Network> {
  const network = await kept.find(context, [scopeOf(null)], slug, () => lookUpNetwork(context, slug))
  return network ?? notFound(slug)
}

/** One country group by its slug, or null. */
export async function lookUpNetwork(context: Context, slug: string) {
  return (await selectNetworks(context).where('slug', '=', slug).executeTakeFirst()) ?? null
}

/** Every country group of this server, by address. */
export async function listNetworks(context: Pick<Context, 'database'>) {
  return selectNetworks(context).orderBy('slug').execute()
}

/** The groups that follow an address ('' for the first ones), by address. */
export async function listNetworksAfter(context: Context, slug: string, limit: number): Promise<Network[]> {
  return selectNetworks(context).where('slug', '>', slug).orderBy('slug').limit(limit).execute()
}

/** How many groups there are, counted up to `most`. */
export async function countNetworks(context: Context, most: number): Promise<number> {
  const counted = context.database
    .selectFrom('networks_network')
    .select('network_id')
    .limit(most)
    .as('counted')
  const { count } = await context.database
    .selectFrom(counted)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export type Membership = Awaited<ReturnType<typeof listMemberships>>[number]

/** The members of a group with their roles, as known on the context’s day: chairs, secretariats, embassies, members. */
export async function listMemberships(context: Context, networkId: string) {
  return context.database
    .selectFrom('networks_membership as m')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'm.organisation_id')
    .leftJoin('directory_organisation as of', 'of.organisation_id', 'm.of_id')
    .select([
      'm.membership_id as id',
      'm.role',
      'm.person',
      'm.held_from as heldFrom',
      'm.from_words as fromWords',
      'm.starts_on as startsOn',
      endKnown(context, 'm.held_until').as('heldUntil'),
      endKnown(context, 'm.ends_on').as('endsOn'),
      'm.until_words as untilWords',
      'm.of_id as ofId',
      'of.slug as ofSlug',
      'o.organisation_id as organisationId',
      'o.slug',
      'o.country',
      'o.kind',
      'o.name',
      'o.short_name as shortName',
      'o.codes',
    ])
    .where('m.network_id', '=', networkId)
    .where('m.known_on', '<=', context.today)
    .orderBy('m.role')
    .orderBy('m.position')
    .execute()
}

/** The number that increases with every change of the members of a group. */
export async function findMembersVersion({ database }: Context, networkId: string): Promise<number> {
  const { version } = await database
    .selectFrom('networks_network')
    .select('members_version as version')
    .where('network_id', '=', networkId)
    .executeTakeFirstOrThrow()
  return version
}

/** The groups of an organisation and its roles in them, as known on the context’s day. */
export async function listNetworksOf(context: Context, organisationId: string) {
  return context.database
    .selectFrom('networks_membership as m')
    .innerJoin('networks_network as n', 'n.network_id', 'm.network_id')
    .select([
      'n.slug',
      'n.name',
      'm.role',
      'm.person',
      'm.held_from as heldFrom',
      endKnown(context, 'm.held_until').as('heldUntil'),
    ])
    .where('m.organisation_id', '=', organisationId)
    .where('m.known_on', '<=', context.today)
    .orderBy('n.slug')
    .orderBy('m.position')
    .execute()
}

export type Landmark = Awaited<ReturnType<typeof listLandmarks>>[number]

/** The dated facts of a group that anniversaries are counted from. */
export async function listLandmarks(context: Context, networkId: string) {
  return context.database
    .selectFrom('networks_landmark')
    .select([
      'landmark_id as id',
      'slug',
      'title',
      'happened',
      'happened_from as happenedFrom',
      'happened_to as happenedTo',
      'concerns',
    ])
    .where('network_id', '=', networkId)
    .where('known_on', '<=', context.today)
    .orderBy('happened_from')
    .execute()
}

/** SQL: the role `m` is held on a day, as known on it: if nobody knew on that day that it had ended, it goes on. */
export function selectHeld(day: string | RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(m.known_on <= ${day} and (m.starts_on is null or m.starts_on <= ${day})
    and (m.ends_on is null or m.ends_on >= ${day} or m.end_known_on > ${day}))`
}

// If nobody knew on that day that a role had ended, it goes on.
function endKnown(context: Context, column: 'm.held_until' | 'm.ends_on') {
  return sql<string | null>`case when m.end_known_on <= ${context.today} then ${sql.ref(column)} end`
}

function selectNetworks({ database }: Pick<Context, 'database'>) {
  return database
    .selectFrom('networks_network')
    .select([
      'network_id as id',
      'slug',
      'name',
      'summary',
      'objectives',
      'countries',
      'languages',
      'themes',
      'publication',
      sql<string | null>`opens_on::text`.as('opensOn'),
      'updated_at as updatedAt',
    ])
}

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
