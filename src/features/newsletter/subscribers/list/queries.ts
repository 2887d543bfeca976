import { type RawBuilder, sql } from 'kysely'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import { escapeLike } from '../../../../platform/search/index.ts'
import { type KeptFile, lookUpFile } from '../../../../platform/storage/files.ts'
import { selectSubscriptions } from '../queries.ts'
import { type Subscription, secondClick } from '../subscription.ts'
import type { ListState, SubscriberFilter } from './subscriber-filter.ts'

/** The number of subscriptions in a state, by language and country of reading. */
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
    group by state, language, country
    union all
    select 'returned', s.language, s.country, count(*)::int from newsletter_subscription s
    where s.network_id = ${networkId} and s.address is not null
      and exists (select from newsletter_return r where r.subscription_id = s.subscription_id)
    group by s.language, s.country
    order by language, country
  `.execute(database)
  return rows
}

/** A page of the readers of a letter, by address. Readers who left long ago have no address and are in no list. */
export function listSubscribers(
  context: Context,
  networkId: string,
  filter: SubscriberFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Subscription[]> {
  return selectSubscriptions(
    context,
    meeting(networkId, filter),
    sql`order by s.address, s.subscription_id limit ${limit} offset ${offset}`,
  )
}

/** Counts what a search finds. */
export async function countFound(
  { database }: Context,
  networkId: string,
  filter: SubscriberFilter,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from newsletter_subscription s where ${meeting(networkId, filter)}
  `.execute(database)
  return onlyRow(rows).count
}

const slice = 500

/** All readers of a letter, slice by slice: a list of a hundred thousand is never in memory at once. */
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

function meeting(networkId: string, { state, q }: SubscriberFilter): RawBuilder<boolean> {
  const pattern = `%${escapeLike(q.toLowerCase())}%`
  const isListed =
    state === 'returned'
      ? sql`exists (select from newsletter_return r where r.subscription_id = s.subscription_id)`
      : sql`s.state = ${state}`
  return sql<boolean>`s.network_id = ${networkId} and ${isListed} and s.address is not null and lower(s.address) like ${pattern}`
}

/** The subscription of an address that the actor added by hand seconds ago, or null. */
export async function lookUpJustAdded(
  { database, clock, actor }: Context,
  networkId: string,
  digest: string,
): Promise<string | null> {
  const row = await database
    .selectFrom('newsletter_subscription')
    .select('subscription_id as id')
    .where('network_id', '=', networkId)
    .where('address_digest', '=', digest)
    .where('state', '=', 'subscribed')
    .where('consent_way', '=', 'coordinator')
    .where('declared_by', '=', personIdOf(actor))
    .where('updated_at', '>=', sql<Date>`${clock.now().subtract(secondClick).toString()}`)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Why an address is not added: it reads the letter already; its reader left, or complained; mail to it bounces. */
export type Unwanted = 'subscribed' | 'suppressed' | 'complained' | 'bounced'

/** What is known of some addresses, by their digest: that they read the letter, or why nothing may be sent to them. */
export async function listKnown(
  { database }: Pick<Context, 'database'>,
  networkId: string,
  digests: readonly string[],
): Promise<Map<string, Unwanted>> {
  // Later rows of the list win: the reader’s wish before the server’s message.
  const { rows } = await sql<{ digest: string; known: Unwanted }>`
    select address_digest as digest, 'subscribed' as known, 0 as weight from newsletter_subscription
    where network_id = ${networkId} and state = 'subscribed' and address_digest = any(${[...digests]}::text[])
    union all
    select address_digest,
      case kind when 'bounce' then 'bounced' when 'complaint' then 'complained' else 'suppressed' end,
      case kind when 'bounce' then 1 when 'left' then 2 else 3 end
    from newsletter_suppression
    where network_id = ${networkId} and address_digest = any(${[...digests]}::text[])
    order by weight
  `.execute(database)
  return new Map(rows.map(({ digest, known }) => [digest, known]))
}

/** The document of a proof of a network, or null. */
export async function lookUpProof(context: Context, networkId: string, id: string): Promise<KeptFile | null> {
  if (!isId(id)) return null
  const row = await context.database
    .selectFrom('newsletter_proof')
    .select('file_id')
    .where('network_id', '=', networkId)
    .where('proof_id', '=', id)
    .executeTakeFirst()
  return row ? lookUpFile(context, row.file_id) : null
}
