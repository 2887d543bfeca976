import { type RawBuilder, sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { statementLinks } from './links.ts'
import type { Trade } from './trades.ts'

export const decisions = ['yes', 'no', 'somebody_else'] as const
export const ways = ['mail', 'page'] as const
/** Where asking a holder stands: a decision, or none yet. */
export const askingStates = ['open', 'no_address', 'silent', ...decisions] as const

/** Somebody who holds a post with a trade, with what they say of being asked. */
export interface Peer {
  contactId: string
  name: LocalizedName
  email: string | null
  /** The account with the same address, if there is one. */
  accountId: string | null
  organisationId: string
  organisationSlug: string
  country: string
  kind: string
  level: string | null
  /** A post with two trades stands here twice. */
  posts: { id: string; function: LocalizedText; trade: Trade }[]
  languages: string[]
  /** They said yes, it has not ended, an address is kept, and they agreed to be read abroad where that is asked for. */
  consents: boolean
  /** Questions in 30 days. */
  quota: number
  notOn: Trade[]
  notThemes: string[]
  by: (typeof ways)[number]
  /** ISO days, both included. */
  quiet: [string, string][]
  absentUntil: string | null
}

/** A holder as the secretariat asks them; `posts` is empty for a desk without a trade. */
export interface AskedHolder extends Peer {
  postId: string
  function: LocalizedText
  organisation: LocalizedName
  state: (typeof askingStates)[number]
  /** What may be written to them now: the question or its one reminder. */
  due: 'first' | 'reminder' | null
  /** Whether their post answers for the authority's relations abroad, by its trade (1) or its kind (2), and was not asked as such yet. */
  desk: 1 | 2 | null
  decision: (typeof decisions)[number] | null
  /** ISO day. */
  until: string | null
  linkEndsAt: Date | null
  words: string
  /** Whether being asked from abroad takes a consent of its own. */
  needsConsent: boolean
  agreesAbroad: boolean
}

const hasTrade = sql`cardinality(p.trades) > 0`
const desk = sql`case when 'international_relations' = any(p.trades) then 1 when p.kind = 'desk_officer' then 2 end`

/** Those who hold a post with a trade now, with their statement or none; by the clock, whatever day the network is shown on. */
export function listPeers(context: Context, networkId: string): Promise<Peer[]> {
  return select(context, networkId, hasTrade)
}

/** Those whom a secretariat may ask: holders of a post with a trade, and desks. */
export function listAskedHolders(context: Context, networkId: string): Promise<AskedHolder[]> {
  return select(context, networkId, sql`(${hasTrade} or ${desk} is not null)`)
}

/** The holder that a link leads to or, without one, whose address is that of the account that asks; or null. */
export async function lookUpHolder(
  context: Context,
  networkId: string,
  token: string | null = null,
): Promise<AskedHolder | null> {
  const link = token === null ? null : await statementLinks.lookUp(context, token)
  if (token !== null && link === null) return null
  const own = sql`${hasTrade} and account.id = ${personIdOf(context.actor)}`
  const [holder] = await select(context, networkId, link ? sql`c.contact_id = ${link.contact_id}` : own)
  return holder ?? null
}

/** By country: how many authorities have somebody with a trade, and how many somebody who may be asked. */
export function countAuthorities(peers: readonly Peer[]) {
  const count = (those: readonly Peer[]) => new Set(those.map((peer) => peer.organisationId)).size
  return [...Map.groupBy(peers, ({ country }) => country)].map(([country, theirs]) => ({
    country,
    authorities: count(theirs),
    askable: count(theirs.filter(({ consents }) => consents)),
  }))
}

async function select({ clock, database }: Context, networkId: string, condition: RawBuilder<unknown>) {
  const day = dayOf(clock)
  const weekAgo = Temporal.PlainDate.from(day).subtract({ days: 7 }).toString()
  const needsConsent = sql`(c.residence = 'KR' or c.transfer_basis = 'separate_consent')`
  // A yes that has ended is asked for again.
  const isAnswered = sql`coalesce(s.decision is not null and coalesce(s.until >= ${day}, true), false)`
  const first = (column: RawBuilder<unknown>) => sql`(array_agg(${column} order by p.position, p.post_id))[1]`
  const { rows } = await sql<AskedHolder>`
    select c.contact_id as "contactId", c.name, c.email, account.id as "accountId", o.organisation_id as "organisationId",
      o.slug as "organisationSlug", (o.name || o.short_name) as organisation, o.country, o.kind, o.level::text as level,
      coalesce(jsonb_agg(jsonb_build_object('id', p.post_id, 'function', p.function, 'trade', t.trade)
        order by p.position, p.post_id, t.place) filter (where t.trade is not null), '[]') as posts,
      ${first(sql`p.post_id`)} as "postId", ${first(sql`p.function`)} as function,
      case when s.desk_asked_at is null then min(${desk}) end as desk,
      case when cardinality(s.languages) > 0 then s.languages else c.languages end as languages,
      coalesce(s.decision = 'yes' and s.until >= ${day}, false) and c.email is not null
        and c.transfer_basis <> 'no_transfer' and (not ${needsConsent} or s.abroad_at is not null) as consents,
      coalesce(s.quota, 2) as quota, coalesce(s.not_on, '{}') as "notOn",
      coalesce(s.not_themes, '{}') as "notThemes", coalesce(s.way, 'mail') as by,
      coalesce(s.quiet, '[]') as quiet, s.absent_until::text as "absentUntil",
      case when ${isAnswered} then s.decision when c.email is null then 'no_address'
        when s.asked_at is null then 'open' else 'silent' end as state,
      case when ${isAnswered} or c.email is null or max(cardinality(p.trades)) = 0 then null when s.asked_at is null then 'first'
        when s.reminded_at is null and s.asked_at < ${weekAgo} then 'reminder' end as due,
      s.decision, s.until::text as until, s.link_ends_at as "linkEndsAt", coalesce(s.words, '') as words,
      ${needsConsent} as "needsConsent", s.abroad_at is not null as "agreesAbroad"
    from contacts_post p
    join contacts_holding h on h.post_id = p.post_id and h.left_at is null
    join contacts_person c on c.contact_id = h.contact_id and c.removed_at is null and c.retention_until >= ${day}
    join directory_organisation o on o.organisation_id = p.organisation_id
    left join lateral unnest(p.trades) with ordinality as t (trade, place) on true
    left join contacts_statement s on s.contact_id = c.contact_id
    left join people_person account on account.email = c.email and account.erased_at is null
    where p.network_id = ${networkId} and ${condition}
    group by c.contact_id, o.organisation_id, s.contact_id, account.id
    order by o.country, o.slug, "postId"
  `.execute(database)
  return rows
}
