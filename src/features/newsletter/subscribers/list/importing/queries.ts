import { sql } from 'kysely'
import type { Context } from '../../../../../platform/context/context.ts'

/** What is known of some addresses already, by their hash: that they read the letter, or that nothing may be sent to them. */
export async function listKnown(
  { database }: Pick<Context, 'database'>,
  networkId: string,
  digests: readonly string[],
): Promise<Map<string, 'subscribed' | 'suppressed'>> {
  const { rows } = await sql<{ digest: string; known: 'subscribed' | 'suppressed' }>`
    select address_digest as digest, 'subscribed' as known from newsletter_subscription
    where network_id = ${networkId} and state = 'subscribed' and address_digest = any(${[...digests]}::text[])
    union all
    select distinct address_digest, 'suppressed' from newsletter_suppression
    where network_id = ${networkId} and address_digest = any(${[...digests]}::text[])
  `.execute(database)
  return new Map(rows.map(({ digest, known }) => [digest, known]))
}
