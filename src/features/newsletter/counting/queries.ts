import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type CountedOf, openingKey } from './counted-letter.ts'

type Ground = Pick<Context, 'database'>

/** Whether a network counts what is opened and followed of its letters. */
export async function isCounting({ database }: Ground, networkId: string): Promise<boolean> {
  const row = await database
    .selectFrom('newsletter_practice')
    .select('counted_since')
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  return row?.counted_since != null
}

/** How often an address of a letter was followed, or the letter opened. */
export interface Count {
  /** Null of openings. */
  address: string | null
  times: number
}

/** What was counted of a letter: its openings, then what was followed, the most first; nothing where it left uncounted. */
export async function listCounts({ database }: Ground, { kind, id }: CountedOf): Promise<Count[]> {
  const counted =
    kind === 'issue'
      ? sql`newsletter_counted where issue_id = ${id}::uuid`
      : sql`newsletter_counted_digest where sending_id = ${id}::uuid`
  const { rows } = await sql<Count>`
    select address, times from ${counted} order by (counted_key = ${openingKey}) desc, times desc, address
  `.execute(database)
  return rows
}

/** Where a counted address of a letter of a network leads, and which letter that is; null for one that does not stand in it. */
export async function lookUpCounted(
  { database }: Ground,
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
