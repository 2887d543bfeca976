import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { escapeLike, queryPlan, whereFound } from '../../../../platform/search/index.ts'
import { kindsOf } from '../../../directory/index.ts'
import { type Tier, tiersOf } from '../../competence.ts'
import { listSaid, type Said } from '../from-sources/queries.ts'
import { selectWishes, type Wish, whereVisible } from '../queries.ts'
import type { BoardFilter, BoardState, WishFilter } from './board-filter.ts'

/** An entry of the board: a wish, or what a source says of an authority that has not said it itself. */
export type BoardEntry = { source: 'wish'; wish: Wish } | { source: 'said'; said: Said }

interface Slice {
  limit: number
  offset?: number
  /** The reader’s own country: it comes first where the board is in the order of sides. */
  ownCountry: string | null
}

/** A page of what a filter lets through, in three statements. */
export async function listBoard(
  context: Context,
  networkId: string,
  filter: BoardFilter,
  { limit, offset = 0, ownCountry }: Slice,
): Promise<BoardEntry[]> {
  const { rows } = await sql<EntryPlace>`
    select b.source, b.id from ${selectBoard(context, networkId, filter)} as b
    order by ${selectOrder(filter, ownCountry)} limit ${limit} offset ${offset}
  `.execute(context.database)
  return listEntries(context, rows)
}

interface EntryPlace {
  source: 'wish' | 'said'
  id: string
}

/** Entries of the board by their reference, in their order. */
export async function listEntries(context: Context, rows: readonly EntryPlace[]): Promise<BoardEntry[]> {
  const idsOf = (source: string) => rows.flatMap((row) => (row.source === source ? [row.id] : []))
  const [wishes, said] = await Promise.all([
    selectWishes(context, { condition: sql`w.wish_id = any(${idsOf('wish')}::uuid[])` }),
    listSaid(context, idsOf('said')),
  ])
  const byId = new Map<string, BoardEntry>([
    ...wishes.map((wish): [string, BoardEntry] => [wish.id, { source: 'wish', wish }]),
    ...said.map((each): [string, BoardEntry] => [each.id, { source: 'said', said: each }]),
  ])
  return rows.flatMap(({ id }) => byId.get(id) ?? [])
}

/** How much a filter lets through, counted up to `most`. */
export async function countBoard(
  context: Context,
  networkId: string,
  filter: BoardFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${selectBoard(context, networkId, filter)} as b limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

function selectOrder({ sort }: BoardFilter, ownCountry: string | null): RawBuilder<unknown> {
  // What an authority says itself comes before what a source says of it.
  const newest = sql`b.source desc, b.known_on desc, b.id desc`
  if (sort === 'newest') return sql`b.known_on desc, b.source desc, b.id desc`
  if (sort === 'expiry') return sql`b.expires_on nulls last, b.id`
  return sql`b.country = ${ownCountry ?? ''} desc, b.country, ${newest}`
}

/** SQL: what a filter lets through, by `source` and `id`, with what it is ordered by. */
export function selectBoard(context: Context, networkId: string, filter: BoardFilter): RawBuilder<unknown> {
  const { today } = context
  const wished = sql`select 'wish' as source, w.wish_id as id, o.country, w.known_on, w.expires_on
    from ${selectWished(context, networkId, filter)}`
  if (!mayBeSaid(filter)) return sql`(${wished})`
  return sql`(${wished} union all
    select 'said', i.interest_id, o.country, i.known_on, null
    from registry_interest i join directory_organisation o on o.organisation_id = i.organisation_id
    where i.network_id = ${networkId} and i.known_on <= ${today}
      and not exists (select 1 from partners_wish w where w.interest_id = i.interest_id and w.published_at is not null
        and w.known_on <= ${today} and ${whereVisible(context.actor)})
      and ${sql.join(saidConditions(filter), sql` and `)})`
}

// The wishes `w` of authorities `o` that a filter lets through, for a `from` clause.
function selectWished(context: Context, networkId: string, filter: WishFilter): RawBuilder<unknown> {
  const { today } = context
  return sql`partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.network_id = ${networkId} and w.known_on <= ${today} and ${whereVisible(context.actor)}
      and ${sql.join(wishConditions(today, filter), sql` and `)}`
}

// A source says what an authority seeks, and neither by which form nor until when.
function mayBeSaid({ kind, form, status }: BoardFilter): boolean {
  return (
    form.length === 0 && (kind.length === 0 || kind.includes('search')) && ['open', 'all'].includes(status)
  )
}

function wishConditions(today: string, filter: WishFilter): RawBuilder<unknown>[] {
  const all = [selectState(today, filter.status), ...authorityConditions(filter)]
  if (filter.q !== '') all.push(whereFound('w', filter.q))
  if (filter.kind.length > 0) all.push(sql`w.kind = any(${filter.kind}::text[])`)
  if (filter.theme.length > 0) all.push(sql`w.themes && ${filter.theme}::text[]`)
  if (filter.form.length > 0) all.push(sql`w.forms && ${filter.form}::text[]`)
  return all
}

// There is one a network and authority: they are read through without an index.
function saidConditions(filter: BoardFilter): RawBuilder<unknown>[] {
  const all: RawBuilder<unknown>[] = [sql`true`, ...authorityConditions(filter)]
  const plan = queryPlan(filter.q)
  const words = sql`i.seeks::text ilike ${`%${escapeLike(filter.q)}%`}`
  if (plan.kind === 'match')
    all.push(
      sql`((${sql.join(
        plan.likes.map((like) => sql`o.search like ${like}`),
        sql` and `,
      )}) or ${words})`,
    )
  else if (filter.q !== '') all.push(words)
  if (filter.theme.length > 0) all.push(sql`i.themes && ${filter.theme}::text[]`)
  return all
}

function authorityConditions({ country, organisation, level }: WishFilter): RawBuilder<unknown>[] {
  return [
    ...(country === null ? [] : [sql`o.country = ${country}`]),
    ...(organisation === null ? [] : [sql`o.slug = ${organisation}`]),
    ...(level.length === 0 ? [] : [selectLevels(level)]),
  ]
}

// Jeju alone among those of its kind is the lower level too.
function selectLevels(levels: readonly Tier[]): RawBuilder<unknown> {
  const kinds = [...kindsOf('FR'), ...kindsOf('KR')].filter((kind) =>
    tiersOf({ kind }).some((tier) => levels.includes(tier)),
  )
  const jeju = levels.includes('basic')
    ? sql`or (o.kind = 'special_self_governing_do' and o.codes ->> 'kr' = '50')`
    : sql``
  return sql`(o.kind = any(${kinds}::text[]) ${jeju})`
}

/** SQL: the wish `w` of the authority `o` is in a state on a day, by the rule of `stateOf`. */
export function selectState(today: string, state: BoardState): RawBuilder<unknown> {
  const here = sql`w.published_at is not null`
  const isFound = sql`coalesce(w.found_on <= ${today}, false)`
  const isThere = sql`coalesce(o.valid_until > ${today}, true)`
  if (state === 'all') return here
  if (state === 'found') return sql`(${here} and ${isFound})`
  if (state === 'expired')
    return sql`(${here} and not ${isFound} and (w.expires_on < ${today} or not ${isThere}))`
  return sql`(${here} and not ${isFound} and ${isThere} and w.expires_on >= ${today})`
}

/** The wishes alone that a filter lets through, the newest first, from a place in that order on. */
export async function listWishes(
  context: Context,
  networkId: string,
  filter: WishFilter,
  { limit, after }: { limit: number; after: { knownOn: string; id: string } | null },
): Promise<Wish[]> {
  const conditions = [
    sql`w.network_id = ${networkId}`,
    ...wishConditions(context.today, filter),
    ...(after === null ? [] : [sql`(w.known_on, w.wish_id) < (${after.knownOn}::date, ${after.id}::uuid)`]),
  ]
  return selectWishes(context, { condition: sql.join(conditions, sql` and `), limit })
}

/** How many there are, counted up to `most`. */
export async function countWishes(
  context: Context,
  networkId: string,
  filter: WishFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from ${selectWished(context, networkId, filter)} limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

/** Other open wishes on one of the themes of a wish, those of other authorities, the newest first. */
export async function listOnThemes(context: Context, wish: Wish, most: number): Promise<Wish[]> {
  return selectWishes(context, {
    condition: sql`w.network_id = ${wish.networkId} and w.wish_id <> ${wish.id} and w.themes && ${wish.themes}::text[]
      and w.organisation_id <> ${wish.organisation.id} and ${selectState(context.today, 'open')}`,
    limit: most,
  })
}

/**
 * The open wishes of other authorities for an exchange of practitioners, on one of some themes, or on any where none is given: those who would
 * join an immersion, or receive one.
 */
export function listExchangeWishes(
  context: Context,
  networkId: string,
  { themes, without }: { themes: readonly string[]; without: readonly string[] },
  most: number,
): Promise<Wish[]> {
  const onTheme = themes.length === 0 ? sql`true` : sql`w.themes && ${themes}::text[]`
  return selectWishes(context, {
    condition: sql`w.network_id = ${networkId} and 'practitioner_exchange' = any(w.forms) and ${onTheme}
      and w.organisation_id <> all(${without}::uuid[]) and ${selectState(context.today, 'open')}`,
    limit: most,
  })
}

/** How many open wishes an authority has in a network. */
export async function countWishesOf(
  context: Context,
  networkId: string,
  organisationId: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.network_id = ${networkId} and w.organisation_id = ${organisationId} and w.known_on <= ${context.today}
      and ${whereVisible(context.actor)} and ${selectState(context.today, 'open')}
  `.execute(context.database)
  return onlyRow(rows).count
}
