import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type CountedOf, openingKey } from './counted-letter.ts'

type Services = Pick<Context, 'database'>

/** Whether a network counts openings and clicks of its letters. */
export async function isCounting({ database }: Services, networkId: string): Promise<boolean> {
  const row = await database
    .selectFrom('newsletter_practice')
    .select('counted_since')
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return row?.counted_since != null
}

/** How often a letter was opened, or one of its links followed. */
export interface Count {
  /** Null for openings. */
  address: string | null
  times: number
}

/** The counts of a letter: openings first, then its links, most followed first. Empty if the letter was sent uncounted. */
export async function listCounts({ database }: Services, { kind, id }: CountedOf): Promise<Count[]> {
  const counted =
    kind === 'issue'
      ? sql`newsletter_counted where issue_id = ${id}::uuid`
      : sql`newsletter_counted_digest where sending_id = ${id}::uuid`
  const { rows } = await sql<Count>`
    select address, times from ${counted} order by (counted_key = ${openingKey}) desc, times desc, address
  `.execute(database)
  return rows
}

/**
 * The target of a counted address in a letter of the network, and the kind of the letter. Null for an address that the letter does not
 * contain.
 */
export async function lookUpCounted(
  { database }: Services,
  networkId: string,
  id: string,
  key: string,
): Promise<Pick<Count & CountedOf, 'address' | 'kind'> | null> {
  const { rows } = await sql<Pick<Count & CountedOf, 'address' | 'kind'>>`
    select c.address, 'issue' as kind from newsletter_counted c join newsletter_issue i on i.issue_id = c.issue_id
    where c.issue_id = ${id}::uuid and c.counted_key = ${key} and i.network_id = ${networkId}::uuid
    union all
    select c.address, 'digest' as kind from newsletter_counted_digest c join newsletter_sending s on s.sending_id = c.sending_id
    where c.sending_id = ${id}::uuid and c.counted_key = ${key} and s.network_id = ${networkId}::uuid
  `.execute(database)
  return rows[0] ?? null
}
