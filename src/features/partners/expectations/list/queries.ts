import { type RawBuilder, sql } from 'kysely'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { queryPlan } from '../../../../platform/search/index.ts'
import { lateSince } from '../ageing.ts'
import type { Expectation } from '../expectation.ts'
import { selectConcerned, selectExpectations, selectParts, selectState, whereVisible } from '../queries.ts'
import type { ExpectationFilter } from './expectation-filter.ts'

/** The expectations of a network that a filter lets through and the reader may see: the newest first, received ones the oldest first. */
export async function listExpectations(
  context: Context,
  networkId: string,
  filter: ExpectationFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Expectation[]> {
  return selectExpectations(context, {
    condition: selectFiltered(context, networkId, filter),
    ...(filter.view === 'received' ? { order: sql`x.known_on, x.expectation_id` } : {}),
    limit,
    offset,
  })
}

/** Counts them, up to `most`. */
export async function countExpectations(
  context: Context,
  networkId: string,
  filter: ExpectationFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from partners_expectation x
      join directory_organisation asker on asker.organisation_id = x.asker_id
      ${selectParts(context.today)}
      where x.known_on <= ${context.today} and ${selectFiltered(context, networkId, filter)} limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

/** The late ones of a network, the oldest first: all of them, or those that concern the reader. The caller checks who may ask for all. */
export async function listLate(
  context: Context,
  networkId: string,
  whose: 'all' | 'own',
  limit: number,
): Promise<Expectation[]> {
  const condition = whose === 'all' ? sql`true` : selectConcerned(context.actor)
  return selectExpectations(context, {
    condition: sql`x.network_id = ${networkId} and ${condition} and ${selectLate(context.today)}`,
    order: sql`x.known_on, x.expectation_id`,
    limit,
  })
}

/** SQL: `x` is open and late on an ISO day, as `isLate` says. */
export function selectLate(today: string): RawBuilder<boolean> {
  return sql<boolean>`(closing.outcome is null and (x.deadline < ${today} or (x.deadline is null and x.known_on < ${lateSince(today)})))`
}

function selectFiltered(context: Context, networkId: string, filter: ExpectationFilter): RawBuilder<unknown> {
  const { actor, today } = context
  const own = organisationsOf(actor, networkId, ['member', 'contributor'])
  const before = (days: number) => Temporal.PlainDate.from(today).subtract({ days }).toString()
  const conditions = [
    sql`x.network_id = ${networkId}`,
    whereVisible(actor),
    ...(filter.view === 'received'
      ? [
          sql`exists (select 1 from partners_expectation_request received where received.expectation_id = x.expectation_id
            and received.organisation_id = any(${own}::uuid[]))`,
        ]
      : []),
    ...(filter.view === 'sent' ? [sql`x.asker_id = any(${own}::uuid[])`] : []),
    ...(filter.q === '' ? [] : [selectText(filter.q)]),
    ...(filter.theme === null ? [] : [sql`${filter.theme} = any(x.themes)`]),
    ...(filter.country === null ? [] : [sql`asker.country = ${filter.country}`]),
    ...(filter.status === 'open' ? [sql`closing.outcome is null`] : []),
    ...(filter.status === null || filter.status === 'open' ? [] : [sql`${selectState()} = ${filter.status}`]),
    ...(filter.age === 'late' ? [selectLate(today)] : []),
    ...(filter.age === 'month' ? [sql`closing.outcome is null and x.known_on < ${before(30)}`] : []),
    ...(filter.age === 'quarter' ? [sql`closing.outcome is null and x.known_on < ${before(90)}`] : []),
  ]
  return sql`${sql.join(conditions, sql` and `)}`
}

function selectText(text: string): RawBuilder<unknown> {
  const plan = queryPlan(text)
  if (plan.kind !== 'match')
    return plan.kind === 'empty' ? sql`true` : sql`x.search like ${`% ${plan.prefix}%`}`
  const likes = plan.likes.map((pattern) => sql`x.search like ${pattern}`)
  return sql`(x.grams @> ${plan.grams}::text[] and ${sql.join(likes, sql` and `)})`
}
