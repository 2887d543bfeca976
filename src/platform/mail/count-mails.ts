import { sql } from 'kysely'
import type { Clock } from '../context/clock.ts'
import type { Connection } from '../database/connection.ts'
import { onlyRow } from '../database/only-row.ts'

export interface MailCounts {
  waiting: number
  /** Within the last day. */
  failed: number
}

/** How many mails wait and how many have failed: asked for at every look at the metrics. */
export async function countMails(database: Connection, clock: Clock): Promise<MailCounts> {
  const dayAgo = clock.now().subtract({ hours: 24 }).toString()
  const { rows } = await sql<MailCounts>`
    select
      (select count(*)::int from platform_mail where next_attempt_at is not null) as waiting,
      (select count(*)::int from platform_mail where failed_at > ${dayAgo}) as failed
  `.execute(database)
  return onlyRow(rows)
}
