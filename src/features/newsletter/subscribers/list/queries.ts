import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { escapeLike } from '../../../../platform/search/index.ts'
import { selectSubscriptions } from '../queries.ts'
import type { Subscription } from '../subscription.ts'
import type { ListFilter, ListState } from './filter.ts'

/** How many subscriptions stand under each state, by language and country of reading. */
export interface SubscriberCount {
  state: ListState
  language: string
  country: string
  count: number
}

export async function countSubscribers({ database }: Context, networkId: string): Promise<SubscriberCount[]> {
  const { rows } = await sql<SubscriberCount>`
    select state, language, country, count(*)::int as count from newsletter_subscription
    where network_id = ${networkId} and address is not null
    group by state, language, country order by language, country
  `.execute(database)
  return rows
}

/** A page of the readers of a letter, by address. Whoever left long ago has no address any more and stands in no list. */
export function listSubscribers(
  context: Context,
  networkId: string,
  filter: ListFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Subscription[]> {
  return selectSubscriptions(
    context,
    meeting(networkId, filter),
    sql`order by s.address, s.subscription_id limit ${limit} offset ${offset}`,
  )
}

/** How many a search lets through. */
export async function countFound(
  { database }: Context,
  networkId: string,
  filter: ListFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from newsletter_subscription s where ${meeting(networkId, filter)}
  `.execute(database)
  return rows[0]?.count ?? 0
}

const slice = 500

/** Everybody who reads a letter, slice by slice: a list of a hundred thousand is never in memory at once. */
export async function* listEverybody(context: Context, networkId: string): AsyncGenerator<Subscription[]> {
  let after: RawBuilder<unknown> = sql`true`
  for (;;) {
    const found = await selectSubscriptions(
      context,
      sql`s.network_id = ${networkId} and s.state = 'subscribed' and ${after}`,
      sql`order by s.subscription_id limit ${slice}`,
    )
    yield found
    const last = found.at(-1)
    if (found.length < slice || !last) return
    after = sql`s.subscription_id > ${last.id}::uuid`
  }
}

function meeting(networkId: string, { state, words }: ListFilter): RawBuilder<boolean> {
  const pattern = `%${escapeLike(words.toLowerCase())}%`
  return sql<boolean>`s.network_id = ${networkId} and s.state = ${state} and s.address is not null and lower(s.address) like ${pattern}`
}
