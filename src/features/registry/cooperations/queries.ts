import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { queryPlan } from '../../../platform/search/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { AgreementKind, AgreementState, Confirmation, Status, Theme } from '../codes.ts'
import { cutOffs, type Standing } from '../dormancy.ts'
import type { CooperationFilter } from './filter.ts'

export interface Party {
  id: string
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  codes: Record<string, string>
  capacity: 'party' | 'ecosystem'
  latitude: number | null
  longitude: number | null
}

/** A cooperation as lists, maps and timelines show it, as known on the context's day. */
export interface CooperationRow {
  id: string
  slug: string
  listed: boolean
  since: string | null
  sinceFrom: string | null
  sinceWords: LocalizedText
  summary: LocalizedText
  confirmation: Confirmation
  parties: Party[]
  themes: Theme[]
  /** The tie's own instrument that weighs most: signed before unsigned, the newest first. */
  agreement: { kind: AgreementKind; state: AgreementState | null; happened: string | null } | null
  standing: Standing
  disputes: number
  updatedAt: Date
}

/** Which part of a list: `after` is the id of the last row seen (keyset), `offset` the rows to pass over (pages). */
export interface Slice {
  limit: number
  offset?: number
  after?: { sort: string | null; id: string }
}

/** The cooperations of a network that a filter lets through; `side` sorts by the first or the second country's names. */
export async function listCooperations(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
  slice: Slice,
  side: 'first' | 'second' = 'first',
): Promise<(CooperationRow & { sortKey: string | null })[]> {
  const key = sortKey(filter, side)
  const descending = filter.sort.startsWith('-')
  const direction = descending ? sql`desc` : sql`asc`
  const after = slice.after ? sql`and ${comesAfter(key, descending, slice.after)}` : sql``
  const { rows } = await sql<CooperationRow & { sortKey: string | null }>`
    with page as (
      select c.cooperation_id
      from registry_cooperation c ${joins(context, filter)}
      where ${conditions(context, networkId, filter)} ${after}
      order by ${key} ${direction} nulls last, c.cooperation_id ${direction}
      limit ${slice.limit} offset ${slice.offset ?? 0}
    )
    select ${columns(context)}, ${key} as "sortKey"
    from page join registry_cooperation c on c.cooperation_id = page.cooperation_id ${standing(context)}
    order by ${key} ${direction} nulls last, c.cooperation_id ${direction}
  `.execute(context.database)
  return rows
}

/** How many cooperations a filter lets through, counted up to `most`: beyond it nobody needs the exact number. */
export async function countCooperations(context: Context, networkId: string, filter: CooperationFilter, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from registry_cooperation c ${joins(context, filter)}
      where ${conditions(context, networkId, filter)}
      limit ${most}
    ) as counted
  `.execute(context.database)
  return rows[0]?.count ?? 0
}

/** One cooperation of a network by its slug, or 404; what became known later does not exist yet. */
export async function findCooperation(context: Context, networkId: string, slug: string): Promise<CooperationRow> {
  const { rows } = await sql<CooperationRow>`
    select ${columns(context)}
    from registry_cooperation c ${standing(context)}
    where c.network_id = ${networkId} and c.slug = ${slug} and c.known_on <= ${context.today}
  `.execute(context.database)
  return rows[0] ?? notFound(slug)
}

export interface Choices {
  themes: Theme[]
  statuses: Status[]
  kinds: AgreementKind[]
  levels: number[]
  regions: OrganisationRef[]
}

/** What the filters of a network can offer: codes, levels and regions that occur in it on the context's day. */
export async function findChoices(context: Context, networkId: string): Promise<Choices> {
  const { today } = context
  const { rows } = await sql<Choices>`
    with ties as (
      select c.cooperation_id, ${status(context)} as status
      from registry_cooperation c ${standing(context)}
      where c.network_id = ${networkId} and c.known_on <= ${today}
    ), holders as (
      select distinct o.organisation_id, o.level, coalesce(top.organisation_id, above.organisation_id, o.organisation_id) as region_id
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      left join directory_organisation above on above.organisation_id = o.parent_id
      left join directory_organisation top on top.organisation_id = above.parent_id
      where p.network_id = ${networkId} and p.known_on <= ${today}
    )
    select
      coalesce((select json_agg(distinct t.theme) from registry_theme t where t.network_id = ${networkId} and t.known_on <= ${today}), '[]') as themes,
      coalesce((select json_agg(distinct status) from ties), '[]') as statuses,
      coalesce((select json_agg(distinct a.kind) from registry_agreement a where a.network_id = ${networkId} and a.known_on <= ${today}), '[]') as kinds,
      coalesce((select json_agg(distinct level) from holders where level is not null), '[]') as levels,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
          'name', o.name, 'shortName', o.short_name, 'codes', o.codes) order by o.country, o.slug)
        from directory_organisation o where o.level = 1 and o.organisation_id in (select region_id from holders)), '[]') as regions
  `.execute(context.database)
  return rows[0] ?? { themes: [], statuses: [], kinds: [], levels: [], regions: [] }
}

export interface Actor {
  slug: string
  country: string
  kind: string
  name: LocalizedName
  shortName: LocalizedName
  role: LocalizedText
}

export interface Prospect {
  text: LocalizedText
  horizon: string | null
  position: number
}

export interface CooperationDetails {
  actors: Actor[]
  prospects: Prospect[]
  themes: { theme: Theme; wished: boolean }[]
  /** What was said of the tie's state, the newest first. */
  standings: { status: Status; intention: string | null; reason: LocalizedText; statedOn: string; saidBy: LocalizedName | null }[]
  inheritance: { happenedOn: string; reference: LocalizedText; predecessor: LinkedName; successor: LinkedName; confirmedOn: string | null } | null
}

export interface LinkedName {
  slug: string
  name: LocalizedName
}

/** What only a cooperation's own page shows: actors, prospects, wished themes, standings and succession. */
export async function findCooperationDetails(context: Context, cooperationId: string): Promise<CooperationDetails> {
  return (await listCooperationDetails(context, [cooperationId]))[0] ?? notFound(cooperationId)
}

/** The same for several cooperations, in no order. */
export async function listCooperationDetails(context: Context, ids: string[]): Promise<(CooperationDetails & { id: string })[]> {
  if (ids.length === 0) return []
  const { today } = context
  const { rows } = await sql<CooperationDetails & { id: string }>`
    select c.cooperation_id as id,
      coalesce((select json_agg(json_build_object('slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
          'shortName', o.short_name, 'role', a.role) order by a.position)
        from registry_actor a join directory_organisation o on o.organisation_id = a.organisation_id
        where a.cooperation_id = c.cooperation_id and a.known_on <= ${today}), '[]') as actors,
      coalesce((select json_agg(json_build_object('text', p.text, 'horizon', p.horizon, 'position', p.position) order by p.position)
        from registry_prospect p where p.cooperation_id = c.cooperation_id and p.known_on <= ${today}), '[]') as prospects,
      coalesce((select json_agg(json_build_object('theme', t.theme, 'wished', t.wished) order by t.position)
        from registry_theme t where t.cooperation_id = c.cooperation_id and t.known_on <= ${today}), '[]') as themes,
      coalesce((select json_agg(json_build_object('status', st.status, 'intention', st.intention, 'reason', st.reason,
          'statedOn', st.stated_on, 'saidBy', o.name) order by st.stated_on desc)
        from registry_standing st left join directory_organisation o on o.organisation_id = st.said_by
        where st.cooperation_id = c.cooperation_id and st.known_on <= ${today} and st.stated_on <= ${today}), '[]') as standings,
      (select json_build_object('happenedOn', c.inheritance->>'happenedOn', 'reference', c.inheritance->'reference',
          'confirmedOn', c.inheritance->>'confirmedOn',
          'predecessor', json_build_object('slug', f.slug, 'name', f.name), 'successor', json_build_object('slug', s.slug, 'name', s.name))
        from directory_organisation f, directory_organisation s
        where f.organisation_id = (c.inheritance->>'fromId')::uuid and s.organisation_id = (c.inheritance->>'toId')::uuid) as inheritance
    from registry_cooperation c where c.cooperation_id = any(${ids}::uuid[])
  `.execute(context.database)
  return rows
}

/** Other cooperations of the network that share the most themes with this one. */
export async function listNeighbours(context: Context, networkId: string, cooperationId: string, most: number): Promise<CooperationRow[]> {
  const { rows } = await sql<CooperationRow>`
    with near as (
      select t.cooperation_id, count(*) as shared
      from registry_theme t
      where t.network_id = ${networkId} and t.cooperation_id <> ${cooperationId} and t.known_on <= ${context.today}
        and t.theme in (select own.theme from registry_theme own where own.cooperation_id = ${cooperationId} and own.known_on <= ${context.today})
      group by t.cooperation_id
      order by shared desc, t.cooperation_id
      limit ${most}
    )
    select ${columns(context)}
    from near join registry_cooperation c on c.cooperation_id = near.cooperation_id ${standing(context)}
    where c.known_on <= ${context.today}
    order by near.shared desc, c.sort_first
  `.execute(context.database)
  return rows
}

/** The cooperations in which an organisation takes part, and how: as a party, linked to it, as an actor, or through its communes. */
export async function listCooperationsOf(context: Context, networkId: string, organisationId: string): Promise<(CooperationRow & { part: Part })[]> {
  const { today } = context
  const { rows } = await sql<CooperationRow & { part: Part }>`
    with parts as (
      select p.cooperation_id, p.capacity as part, 0 as rank from registry_party p
        where p.organisation_id = ${organisationId} and p.network_id = ${networkId} and p.known_on <= ${today}
      union all
      select a.cooperation_id, 'actor', 1 from registry_actor a
        where a.organisation_id = ${organisationId} and a.known_on <= ${today}
      union all
      select ap.cooperation_id, 'actor', 1 from registry_agreement_party part join registry_agreement ap on ap.agreement_id = part.agreement_id
        where part.organisation_id = ${organisationId} and ap.known_on <= ${today}
      union all
      select p.cooperation_id, 'member', 2 from directory_membership m join registry_party p on p.organisation_id = m.member_id
        where m.union_id = ${organisationId} and p.network_id = ${networkId} and p.known_on <= ${today} and p.capacity = 'party'
    ), best as (
      select distinct on (cooperation_id) cooperation_id, part, rank from parts order by cooperation_id, rank
    )
    select ${columns(context)}, best.part
    from best join registry_cooperation c on c.cooperation_id = best.cooperation_id ${standing(context)}
    where c.network_id = ${networkId} and c.known_on <= ${today}
    order by best.rank, c.sort_first
  `.execute(context.database)
  return rows
}

/** How an organisation stands to a cooperation; `member`: a commune of this intercommunality is the party, not it. */
export type Part = 'party' | 'ecosystem' | 'actor' | 'member'

// What has no date stands at the end, whichever way one sorts.
function comesAfter(key: RawBuilder<unknown>, descending: boolean, after: { sort: string | null; id: string }): RawBuilder<unknown> {
  const beyond = descending ? sql`<` : sql`>`
  if (after.sort === null) return sql`(${key} is null and c.cooperation_id ${beyond} ${after.id}::uuid)`
  return sql`((${key}, c.cooperation_id) ${beyond} (${after.sort}, ${after.id}::uuid) or ${key} is null)`
}

function sortKey(filter: CooperationFilter, side: 'first' | 'second'): RawBuilder<unknown> {
  if (filter.sort.endsWith('since')) return sql.ref('c.since_from')
  return sql.ref(side === 'first' ? 'c.sort_first' : 'c.sort_second')
}

function columns(context: Context): RawBuilder<unknown> {
  return sql`
    c.cooperation_id as id, c.slug, c.listed, c.since, c.since_from as "sinceFrom", c.since_words as "sinceWords", c.summary,
    c.confirmation, c.updated_at as "updatedAt",
    (select json_agg(json_build_object(
        'id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind, 'name', o.name,
        'shortName', o.short_name, 'codes', o.codes, 'capacity', p.capacity, 'latitude', o.latitude, 'longitude', o.longitude
      ) order by p.position)
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and p.known_on <= ${context.today}) as parties,
    coalesce((select json_agg(t.theme order by t.position) from registry_theme t
      where t.cooperation_id = c.cooperation_id and t.known_on <= ${context.today} and not t.wished), '[]') as themes,
    (select json_build_object('kind', a.kind, 'state', s.state, 'happened', s.happened)
      from registry_agreement a ${latestStep(context)}
      where a.cooperation_id = c.cooperation_id and a.parent_id is null and a.known_on <= ${context.today}
      order by s.state in ('signed', 'transmitted', 'in_force', 'amended') desc nulls last, s.happened_from desc nulls last, a.position
      limit 1) as agreement,
    (select count(*)::int from registry_dispute d
      where d.subject_id = c.cooperation_id and d.known_on <= ${context.today}) as disputes,
    json_build_object(
      'status', ${status(context)}, 'intention', stated.intention, 'lastExchangeOn', exchange.last_on,
      'stated', case when stated.status is not null then json_build_object('status', stated.status, 'statedOn', stated.stated_on) end
    ) as standing
  `
}

/** The newest state of an agreement `a` that is known and reached on the day. */
function latestStep(context: Context): RawBuilder<unknown> {
  return sql`left join lateral (
    select step.state, step.happened, step.happened_from
    from registry_agreement_step step
    where step.agreement_id = a.agreement_id and step.known_on <= ${context.today}
      and (step.happened_from is null or step.happened_from <= ${context.today})
    order by step.position desc limit 1
  ) s on true`
}

// What was last said of the tie, and its last exchange: only what is past and known counts, a plan is not yet an exchange.
function standing(context: Context): RawBuilder<unknown> {
  return sql`
    left join lateral (
      select st.status, st.intention, st.stated_on from registry_standing st
      where st.cooperation_id = c.cooperation_id and st.known_on <= ${context.today} and st.stated_on <= ${context.today}
      order by st.stated_on desc, st.known_on desc limit 1
    ) stated on true
    left join lateral (
      select max(happened_on) as last_on from (
        select least(e.ends_on, ${context.today}::date) as happened_on
        from registry_activity_cooperation link join registry_activity e on e.activity_id = link.activity_id
        where link.cooperation_id = c.cooperation_id and e.state = 'past' and e.known_on <= ${context.today}
          and e.starts_on <= ${context.today}
        union all
        select least(step.happened_to, ${context.today}::date)
        from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
        where a.cooperation_id = c.cooperation_id and step.known_on <= ${context.today}
          and step.state in ('signed', 'amended') and step.happened_from <= ${context.today}
      ) as exchanges
    ) exchange on true`
}

// The rule of dormancy.ts where the database can filter by it.
function status(context: Context): RawBuilder<Status> {
  const { activeSince, slowSince } = cutOffs(context.today)
  return sql`case
    when stated.status in ('ended', 'suspended', 'prospective') then stated.status
    when stated.status = 'dormant' and (exchange.last_on is null or exchange.last_on <= stated.stated_on) then 'dormant'
    when greatest(exchange.last_on, stated.stated_on) >= ${activeSince}::date
      then case when stated.status is null or stated.status = 'dormant' then 'active' else stated.status end
    when greatest(exchange.last_on, stated.stated_on) >= ${slowSince}::date then 'slow'
    when stated.status is null and exchange.last_on is null
      and not exists (select 1 from registry_agreement a where a.cooperation_id = c.cooperation_id and a.kind <> 'none') then 'prospective'
    else 'dormant'
  end`
}

function joins(context: Context, filter: CooperationFilter): RawBuilder<unknown> {
  return filter.statuses.length > 0 ? standing(context) : sql``
}

function conditions(context: Context, networkId: string, filter: CooperationFilter): RawBuilder<unknown> {
  const { today } = context
  const all: RawBuilder<unknown>[] = [sql`c.network_id = ${networkId} and c.known_on <= ${today}`]
  const plan = queryPlan(filter.text)
  if (plan.kind === 'match') {
    all.push(sql`c.grams @> ${plan.grams}::text[]`, ...plan.likes.map((like) => sql`c.search like ${like}`))
  } else if (plan.kind === 'tooShort') all.push(sql`(' ' || c.search) like ${`% ${plan.prefix}%`}`)
  else if (filter.text !== '') all.push(sql`false`)
  if (filter.themes.length > 0) {
    all.push(sql`exists (select 1 from registry_theme t where t.network_id = ${networkId} and t.theme = any(${filter.themes}::text[])
      and t.cooperation_id = c.cooperation_id and t.known_on <= ${today})`)
  }
  if (filter.kinds.length > 0) {
    all.push(sql`exists (select 1 from registry_agreement a where a.network_id = ${networkId} and a.kind = any(${filter.kinds}::text[])
      and a.cooperation_id = c.cooperation_id and a.known_on <= ${today})`)
  }
  if (filter.statuses.length > 0) all.push(sql`${status(context)} = any(${filter.statuses}::text[])`)
  if (filter.country) {
    all.push(sql`exists (select 1 from registry_party p where p.cooperation_id = c.cooperation_id and p.country = ${filter.country})`)
  }
  if (filter.within) {
    all.push(sql`exists (select 1 from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      left join directory_organisation above on above.organisation_id = o.parent_id
      left join directory_organisation top on top.organisation_id = above.parent_id
      where p.cooperation_id = c.cooperation_id and ${filter.within} in (o.slug, above.slug, top.slug))`)
  }
  if (filter.level !== null) {
    all.push(sql`exists (select 1 from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and o.level = ${filter.level})`)
  }
  if (filter.from !== null || filter.to !== null) all.push(during(context, filter))
  return sql.join(all, sql` and `)
}

// A tie belongs to a period when it began in it, or an exchange or an act of it is dated in it.
function during(context: Context, filter: CooperationFilter): RawBuilder<unknown> {
  const from = `${filter.from ?? 1}`.padStart(4, '0').concat('-01-01')
  const to = `${filter.to ?? 9999}-12-31`
  return sql`(c.since_from <= ${to}::date and c.since_to >= ${from}::date
    or exists (select 1 from registry_activity_cooperation link join registry_activity e on e.activity_id = link.activity_id
      where link.cooperation_id = c.cooperation_id and e.known_on <= ${context.today} and e.starts_on <= ${to}::date and e.ends_on >= ${from}::date)
    or exists (select 1 from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
      where a.cooperation_id = c.cooperation_id and step.known_on <= ${context.today}
        and step.happened_from <= ${to}::date and step.happened_to >= ${from}::date))`
}
