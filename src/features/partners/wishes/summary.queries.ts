import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { selectFields } from '../../../platform/records/fields/columns.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Visibility } from './codes.ts'
import { type WishDocument, wishFields } from './fields.ts'
import { whereVisible } from './visibility.queries.ts'

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
