import { type RawBuilder, sql } from 'kysely'
import { queryPlan } from './query-plan.ts'

/** SQL: the record `alias`, found by the columns of `recordSearch`, holds what is asked for; every record does where nothing is. */
export function whereFound(alias: string, query: string): RawBuilder<boolean> {
  const plan = queryPlan(query)
  const search = sql.ref(`${alias}.search`)
  if (plan.kind === 'tooShort') return sql<boolean>`(' ' || ${search}) like ${`% ${plan.prefix}%`}`
  if (plan.kind === 'empty') return query === '' ? sql<boolean>`true` : sql<boolean>`false`
  const likes = plan.likes.map((pattern) => sql`${search} like ${pattern}`)
  return sql<boolean>`(${sql.ref(`${alias}.grams`)} @> ${plan.grams}::text[] and ${sql.join(likes, sql` and `)})`
}
