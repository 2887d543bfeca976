import { sql } from 'kysely'
import type { Clock } from '../context/clock.ts'
import type { Connection } from '../database/connection.ts'

export interface MailCounts {
  waiting: number
  /** Due for a quarter of an hour and never tried. */
  late: number
  /** Within the last day. */
  failed: number
  /** What the mail server said last of those that wait or have failed. */
  lastError: string | null
}

/** How the outbox stands, for doctor and for the metrics. */
export async function countMails(database: Connection, clock: Clock): Promise<MailCounts> {
  const now = clock.now()
  const quarterAgo = now.subtract({ minutes: 15 }).toString()
  const dayAgo = now.subtract({ hours: 24 }).toString()
  const { rows } = await sql<MailCounts>`
    select
      (select count(*)::int from platform_mail where next_attempt_at is not null) as waiting,
      (select count(*)::int from platform_mail where next_attempt_at < ${quarterAgo}) as late,
      (select count(*)::int from platform_mail where failed_at > ${dayAgo}) as failed,
      (select last_error from platform_mail
        where last_error is not null and (next_attempt_at is not null or failed_at > ${dayAgo})
        order by mail_id desc limit 1) as "lastError"
  `.execute(database)
  return rows[0] ?? { waiting: 0, late: 0, failed: 0, lastError: null }
}
