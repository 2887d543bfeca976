import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { openingKey } from './counted-letter.ts'

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
export async function listCounts({ database }: Ground, issueId: string): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select address, times from newsletter_counted where issue_id = ${issueId}::uuid
    order by (counted_key = ${openingKey}) desc, times desc, address
  `.execute(database)
  return rows
}

/** Where a counted address of a letter of a network leads; null for one that does not stand in it. */
export async function lookUpCounted(
  { database }: Ground,
  networkId: string,
  issueId: string,
  key: string,
): Promise<Pick<Count, 'address'> | null> {
  const { rows } = await sql<Pick<Count, 'address'>>`
    select c.address from newsletter_counted c join newsletter_issue i on i.issue_id = c.issue_id
    where c.issue_id = ${issueId}::uuid and c.counted_key = ${key} and i.network_id = ${networkId}::uuid
  `.execute(database)
  return rows[0] ?? null
}
