import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { type Holder, type HolderRow, toHolder } from '../holders/holder.ts'
import { selectHolder } from '../holders/queries.ts'
import type { PostKind } from '../legal.ts'
import { type ContactFilter, freshness, noFilter } from '../list/contact-filter.ts'
import { type Trade, tradesOf } from '../trades/trades.ts'
import { redact, type Viewer } from '../visibility.ts'

export interface Post {
  id: string
  organisation: OrganisationRef & { level: number | null }
  function: LocalizedText
  kind: PostKind
  themes: string[]
  trades: Trade[]
  /** EDTF; null for a post that has a holder, or of which nothing is known. */
  vacantSince: string | null
  announcedFor: string | null
  position: number
  isHeld: boolean
  /** The holder as far as the reader may see them; null if there is none, and for the public. */
  holder: Holder | null
}

type PostRow = Omit<Post, 'holder' | 'isHeld'> & { holder: HolderRow | null }

/** The posts of a network with their holders, by country and organisation, as a reader may see them. */
export async function listPosts(
  context: Context,
  viewer: Viewer,
  filter: ContactFilter = noFilter,
): Promise<Post[]> {
  const { rows } = await select(
    context,
    sql`p.network_id = ${viewer.networkId}
      and (${filter.organisation}::uuid is null or p.organisation_id = ${filter.organisation})
      and (${filter.kind}::text is null or p.kind = ${filter.kind})
      and (${filter.theme}::text is null or ${filter.theme} = any(p.themes) or p.trades && ${tradesOf(filter.theme)}::text[])
      and (${filter.trade}::text is null or ${filter.trade} = any(p.trades))
      and (${filter.country}::text is null or o.country = ${filter.country})
      and (${filter.level}::text is null or o.level::text = ${filter.level})`,
  )
  return rows.map((row) => asSeen(viewer, row)).filter((post) => isInState(context, post, filter))
}

/** One post of a network, or 404. */
export async function findPost(context: Context, viewer: Viewer, id: string): Promise<Post> {
  if (!isId(id)) notFound(id)
  const { rows } = await select(context, sql`p.network_id = ${viewer.networkId} and p.post_id = ${id}`)
  return rows[0] ? asSeen(viewer, rows[0]) : notFound(id)
}

/** Whether an organisation has posts that a network lets the public see. */
export async function hasPublishedPosts(
  { database }: Context,
  networkId: string,
  organisationId: string,
): Promise<boolean> {
  const found = await database
    .selectFrom('contacts_post as post')
    .innerJoin('contacts_processing as processing', 'processing.network_id', 'post.network_id')
    .select('post.post_id')
    .where('processing.shows_functions', '=', true)
    .where('post.network_id', '=', networkId)
    .where('post.organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

function isInState({ clock }: Context, post: Post, { state }: ContactFilter): boolean {
  const { holder, isHeld } = post
  if (state === null) return true
  if (state === 'vacant') return !isHeld
  if (holder === null) return false
  const age = freshness(post, holder.confirmedAt, clock.now())
  return age === state || (state === 'six_months' && age === 'year')
}

function asSeen(viewer: Viewer, { holder, ...post }: PostRow): Post {
  const seen = holder === null ? null : redact(viewer, post.organisation.id, toHolder(holder))
  return { ...post, isHeld: holder !== null, holder: seen }
}

function select(context: Context, condition: ReturnType<typeof sql>) {
  return sql<PostRow>`
    select p.post_id as id, p.function, p.kind, p.themes, p.trades, p.position,
      p.vacant_since as "vacantSince", p.announced_for as "announcedFor",
      json_build_object(
        'id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'level', o.level,
        'name', o.name, 'shortName', o.short_name, 'codes', o.codes
      ) as organisation,
      case when h.holding_id is not null then ${selectHolder(context)} end as holder
    from contacts_post p
    join directory_organisation o on o.organisation_id = p.organisation_id
    left join contacts_holding h on h.post_id = p.post_id and h.left_at is null
    left join contacts_person c on c.contact_id = h.contact_id
    left join people_person confirmer on confirmer.id = c.confirmed_by
    where ${condition}
    order by o.country, o.slug, p.position, p.post_id
  `.execute(context.database)
}
