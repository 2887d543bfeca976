import { type RawBuilder, sql } from 'kysely'
import { scopeOf } from '../../../platform/activity/activity.ts'
import { QueryCache } from '../../../platform/activity/query-cache.ts'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { notFound } from '../../../platform/refusal.ts'
import { whereFound } from '../../../platform/search/index.ts'
import { selectPublic } from '../../agenda/events/index.ts'
import { type OrganisationRef, selectAncestors } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { AgreementKind, Confirmation, Status } from '../codes.ts'
import type { CooperationFilter } from './cooperation-filter.ts'
import {
  type CooperationSummary,
  listRows,
  selectColumns,
  selectStatus,
  selectTieStatus,
  selectTieStatuses,
} from './summary.queries.ts'

/** A part of a list: `after` is the id of the last row seen (keyset), `offset` the number of rows to skip (pages). */
export interface Slice {
  limit: number
  offset?: number
  after?: { sort: string | null; id: string }
}

/** The cooperations of a network that match a filter; `side` sorts by the first or the second country’s names. */
export async function listCooperations(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
  slice: Slice,
  side: 'first' | 'second' = 'first',
): Promise<(CooperationSummary & { sortKey: string | null })[]> {
  const key = sortKey(filter, side)
  const descending = filter.sort.startsWith('-')
  const isDated = filter.sort.endsWith('since')
  const direction = descending ? sql`desc` : sql`asc`
  // Every tie has names: `nulls last` would only keep the database from reading its index backwards.
  const nulls = isDated ? sql`nulls last` : sql``
  const after = slice.after ? sql`and ${comesAfter(key, { descending, isDated }, slice.after)}` : sql``
  const { rows: places } = await sql<{ id: string; sortKey: string | null }>`
    select c.cooperation_id as id, ${key} as "sortKey"
    from registry_cooperation c ${joins(context, networkId, filter)}
    where ${selectConditions(context, networkId, filter)} ${after}
    order by ${key} ${direction} ${nulls}, c.cooperation_id ${direction}
    limit ${slice.limit} offset ${slice.offset ?? 0}
  `.execute(context.database)
  const rows = await listRows(
    context,
    networkId,
    places.map((place) => place.id),
  )
  return places.flatMap(({ id, sortKey }) => {
    const row = rows.get(id)
    return row ? [{ ...row, sortKey }] : []
  })
}

/** How many cooperations match a filter, counted up to `most`: beyond it nobody needs the exact number. */
export function countCooperations(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
  most: number,
): Promise<number> {
  const key = JSON.stringify([networkId, context.today, { ...filter, sort: '' }, most])
  return counts.find(context, [scopeOf(null), scopeOf(networkId)], key, () =>
    count(context, networkId, filter, most),
  )
}

// Readers turn over the pages of one filter; a few hundred filters are in use at a time.
const counts = new QueryCache<number>(500)

async function count(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from registry_cooperation c ${joins(context, networkId, filter)}
      where ${selectConditions(context, networkId, filter)}
      limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

/** One cooperation of a network by its slug, or 404; what became known later does not exist yet. */
export async function findCooperation(
  context: Context,
  networkId: string,
  slug: string,
): Promise<CooperationSummary> {
  const { rows } = await sql<CooperationSummary>`
    select ${selectColumns(context)}
    from registry_cooperation c ${selectTieStatus(context)}
    where c.network_id = ${networkId} and c.slug = ${slug} and c.known_on <= ${context.today}
  `.execute(context.database)
  return rows[0] ?? notFound(slug)
}

// Ties without a date come last, in either direction.
function comesAfter(
  key: RawBuilder<unknown>,
  { descending, isDated }: { descending: boolean; isDated: boolean },
  after: { sort: string | null; id: string },
): RawBuilder<unknown> {
  const beyond = descending ? sql`<` : sql`>`
  if (after.sort === null) return sql`(${key} is null and c.cooperation_id ${beyond} ${after.id}::uuid)`
  const follows = sql`(${key}, c.cooperation_id) ${beyond} (${after.sort}, ${after.id}::uuid)`
  return isDated ? sql`(${follows} or ${key} is null)` : follows
}

function sortKey(filter: CooperationFilter, side: 'first' | 'second'): RawBuilder<unknown> {
  if (filter.sort.endsWith('since')) return sql.ref('c.since_from')
  return sql.ref(side === 'first' ? 'c.sort_first' : 'c.sort_second')
}

function joins(context: Context, networkId: string, filter: CooperationFilter): RawBuilder<unknown> {
  return filter.status.length > 0 ? selectTieStatuses(context, networkId) : sql``
}

export interface Choices {
  themes: Theme[]
  statuses: Status[]
  kinds: AgreementKind[]
  confirmations: Confirmation[]
  levels: number[]
  regions: OrganisationRef[]
}

// The days and networks in use at a time.
const kept = new QueryCache<Choices>(50)

/** The choices for a network’s filters: codes, levels and regions that occur in it on the context’s day. */
export function findChoices(context: Context, networkId: string): Promise<Choices> {
  const scopes = [scopeOf(null), scopeOf(networkId)]
  return kept.find(context, scopes, `${networkId} ${context.today}`, () => gatherChoices(context, networkId))
}

async function gatherChoices(context: Context, networkId: string): Promise<Choices> {
  const { today } = context
  const { rows } = await sql<Choices>`
    with ties as (
      select c.cooperation_id, ${selectStatus(context)} as status, c.confirmation
      from registry_cooperation c ${selectTieStatuses(context, networkId)}
      where c.network_id = ${networkId} and c.known_on <= ${today}
    ), holders as (
      select distinct o.organisation_id, o.level, coalesce(top.organisation_id, above.organisation_id, o.organisation_id) as region_id
      from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      ${selectAncestors(today)}
      where p.network_id = ${networkId} and p.known_on <= ${today}
    )
    select
      coalesce((select json_agg(distinct t.theme) from registry_theme t where t.network_id = ${networkId} and t.known_on <= ${today}), '[]') as themes,
      coalesce((select json_agg(distinct status) from ties), '[]') as statuses,
      coalesce((select json_agg(distinct a.kind) from registry_agreement a where a.network_id = ${networkId} and a.known_on <= ${today}), '[]') as kinds,
      coalesce((select json_agg(distinct confirmation) from ties), '[]') as confirmations,
      coalesce((select json_agg(distinct level) from holders where level is not null), '[]') as levels,
      coalesce((select json_agg(json_build_object('id', o.organisation_id, 'slug', o.slug, 'country', o.country, 'kind', o.kind,
          'name', o.name, 'shortName', o.short_name, 'codes', o.codes) order by o.country, o.slug)
        from directory_organisation o where o.level = 1 and o.organisation_id in (select region_id from holders)), '[]') as regions
  `.execute(context.database)
  return onlyRow(rows)
}

function selectConditions(
  context: Context,
  networkId: string,
  filter: CooperationFilter,
): RawBuilder<unknown> {
  const { today } = context
  const all: RawBuilder<unknown>[] = [
    sql`c.network_id = ${networkId} and c.known_on <= ${today}`,
    ...(filter.scope === 'listed' ? [sql`c.listed`] : []),
  ]
  if (filter.q !== '') all.push(whereFound('c', filter.q))
  if (filter.theme.length > 0) {
    all.push(sql`exists (select 1 from registry_theme t where t.network_id = ${networkId} and t.theme = any(${filter.theme}::text[])
      and t.cooperation_id = c.cooperation_id and t.known_on <= ${today})`)
  }
  if (filter.kind.length > 0) {
    all.push(sql`exists (select 1 from registry_agreement a where a.network_id = ${networkId} and a.kind = any(${filter.kind}::text[])
      and a.cooperation_id = c.cooperation_id and a.known_on <= ${today})`)
  }
  if (filter.status.length > 0) all.push(sql`${selectStatus(context)} = any(${filter.status}::text[])`)
  if (filter.confirmation.length > 0) all.push(sql`c.confirmation = any(${filter.confirmation}::text[])`)
  if (filter.country) {
    all.push(
      sql`exists (select 1 from registry_party p where p.cooperation_id = c.cooperation_id and p.country = ${filter.country})`,
    )
  }
  if (filter.within) {
    all.push(sql`exists (select 1 from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      ${selectAncestors(today)}
      where p.cooperation_id = c.cooperation_id and ${filter.within} in (o.slug, above.slug, top.slug))`)
  }
  if (filter.level !== null) {
    all.push(sql`exists (select 1 from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
      where p.cooperation_id = c.cooperation_id and o.level = ${filter.level})`)
  }
  if (filter.from !== null || filter.to !== null) all.push(during(context, filter))
  return sql.join(all, sql` and `)
}

// A tie belongs to a period if it began in it, or an exchange or an act of it is dated in it.
function during(context: Context, filter: CooperationFilter): RawBuilder<unknown> {
  const from = `${filter.from ?? 1}`.padStart(4, '0').concat('-01-01')
  const to = `${filter.to ?? 9999}-12-31`
  return sql`(c.since_from <= ${to}::date and c.since_to >= ${from}::date
    or exists (select 1 from agenda_event_cooperation link join agenda_event e on e.event_id = link.event_id
      where link.cooperation_id = c.cooperation_id and ${selectPublic()} and e.known_on <= ${context.today} and e.starts_on <= ${to}::date and e.ends_on >= ${from}::date)
    or exists (select 1 from registry_agreement a join registry_agreement_step step on step.agreement_id = a.agreement_id
      where a.cooperation_id = c.cooperation_id and step.known_on <= ${context.today}
        and step.happened_from <= ${to}::date and step.happened_to >= ${from}::date))`
}
