import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { selectDocument, selectFields } from '../../../platform/records/fields/columns.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type WishDocument, wishFields } from './fields.ts'
import type { Visibility } from './wish.ts'

export interface WishAuthority {
  id: string
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  codes: Record<string, string>
  population: number | null
  latitude: number | null
  longitude: number | null
  /** ISO day on which it ended. */
  validUntil: string | null
  /** Those that took its place. */
  successors: { slug: string; country: string; name: LocalizedName; shortName: LocalizedName }[]
}

/** A wish as lists and pages show it, as known on the context's day. */
export interface Wish extends Omit<WishDocument, 'organisationId' | 'visibility'> {
  id: string
  networkId: string
  slug: string
  organisation: WishAuthority
  visibility: Visibility
  /** Null for what is withdrawn. */
  publishedAt: Date | null
  /** ISO day. */
  renewedOn: string
  updatedAt: Date
}

// The authority is selected whole.
const { organisationId: _authority, ...rowFields } = wishFields

export interface WishSelection {
  condition: RawBuilder<unknown>
  order?: RawBuilder<unknown>
  limit?: number | null
}

/** The wishes that a condition on `w` and its authority `o` lets through, as far as the reader may see them. */
export async function selectWishes(
  context: Context,
  { condition, order = sql`w.known_on desc, w.wish_id desc`, limit = null }: WishSelection,
): Promise<Wish[]> {
  const { rows } = await sql<Wish>`
    select w.wish_id as id, w.network_id as "networkId", w.slug, ${selectFields(rowFields, 'w')}, w.renewed_on as "renewedOn",
      w.published_at as "publishedAt", w.updated_at as "updatedAt", ${selectAuthority()} as organisation
    from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.known_on <= ${context.today} and ${whereVisible(context.actor)} and ${condition}
    order by ${order} limit ${limit}
  `.execute(context.database)
  return rows
}

/** SQL: the organisation `o` as `WishAuthority`. */
export function selectAuthority(): RawBuilder<WishAuthority> {
  return sql<WishAuthority>`json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
    'name', o.name, 'shortName', o.short_name, 'codes', o.codes, 'population', o.population, 'latitude', o.latitude,
    'longitude', o.longitude, 'validUntil', o.valid_until,
    'successors', coalesce((select json_agg(json_build_object('slug', next.slug, 'country', next.country, 'name', next.name,
        'shortName', next.short_name) order by next.slug)
      from directory_succession s join directory_organisation next on next.organisation_id = s.successor_id
      where s.predecessor_id = o.organisation_id), '[]'))`
}

/** What an authority looks for or offers already on one of the themes of a wish: until it has found, and not withdrawn. */
export async function listAlikeWishes(
  context: Context,
  networkId: string,
  { organisationId, kind, themes }: WishDocument,
  most: number,
): Promise<Wish[]> {
  if (organisationId === null) return []
  return selectWishes(context, {
    condition: sql`w.network_id = ${networkId} and w.organisation_id = ${organisationId} and w.kind = ${kind}
      and w.themes && ${themes}::text[] and w.published_at is not null and w.found_on is null`,
    limit: most,
  })
}

/** A wish of a network that the reader may see, or null. */
export async function lookUpWish(
  context: Context,
  networkId: string,
  by: { slug: string } | { id: string },
): Promise<Wish | null> {
  if ('id' in by && !isId(by.id)) return null
  const [wish] = await selectWishes(context, {
    condition: sql`w.network_id = ${networkId} and ${'slug' in by ? sql`w.slug = ${by.slug}` : sql`w.wish_id = ${by.id}`}`,
    limit: 1,
  })
  return wish ?? null
}

/** A wish of a network that the reader may see, or 404. */
export async function findWish(context: Context, networkId: string, slug: string): Promise<Wish> {
  return (await lookUpWish(context, networkId, { slug })) ?? notFound(slug)
}

/** Some wishes with everything that makes them up, as known on the context's day; the shape is `wishDocument`. */
export async function listWishDocuments(
  context: Context,
  networkId: string,
  wishIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  if (wishIds.length === 0) return new Map()
  // The column keeps its earlier visibility until it is published again.
  const visibility = sql`case when w.published_at is null then 'withdrawn' else w.visibility end`
  const { rows } = await sql<{ id: string; document: RecordDocument }>`
    select w.wish_id as id, ${selectDocument(wishFields, 'w', { visibility })} as document
    from partners_wish w
    where w.network_id = ${networkId} and w.wish_id = any(${[...wishIds]}::uuid[]) and w.known_on <= ${context.today}
  `.execute(context.database)
  return new Map(rows.map(({ id, document }) => [id, document]))
}

/** SQL: the wish `w` is published for everybody. */
export function selectPublic(): RawBuilder<boolean> {
  return sql<boolean>`(w.visibility = 'public' and w.published_at is not null)`
}

/**
 * SQL: the actor may see the wish `w`. What the network reads is for all who hold a role in it; what is withdrawn is for the members of
 * its authority and for the secretariat.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return selectPublic()
  const networks = (wanted: (role: string) => boolean) =>
    actor.holdings.filter(({ role }) => wanted(role)).map(({ networkId }) => networkId)
  const members = actor.holdings.filter(({ role }) => role === 'member')
  const own = members.flatMap(({ organisationIds }) => organisationIds)
  return sql<boolean>`(${selectPublic()}
    or (w.published_at is not null and w.network_id = any(${networks(() => true)}::uuid[]))
    or w.network_id = any(${networks((role) => role === 'coordinator' || role === 'chair')}::uuid[])
    or (w.network_id = any(${members.map(({ networkId }) => networkId)}::uuid[]) and w.organisation_id = any(${own}::uuid[])))`
}
