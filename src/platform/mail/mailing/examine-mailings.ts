import { sql } from 'kysely'
import type { Finding } from '../../cli/finding.ts'
import { onlyRow } from '../../database/only-row.ts'
import type { Application } from '../../http/application.ts'
import { isOpenDemonstration } from '../../settings/open-demonstration.ts'

interface MailingCounts {
  sending: number
  paused: number
  waiting: number
  /** Could have left for a quarter of an hour: nobody delivers. */
  late: number
}

/** Reports how many letters to many are on their way, how many of them are held back, and whether a process delivers them. */
export async function examineMailings({
  settings,
  database,
  clock,
}: Pick<Application, 'settings' | 'database' | 'clock'>): Promise<Finding> {
  const now = clock.now()
  const { rows } = await sql<MailingCounts>`
    select
      (select count(*)::int from platform_mailing where state = 'sending') as sending,
      (select count(*)::int from platform_mailing where state = 'paused') as paused,
      count(*)::int as waiting,
      count(*) filter (
        where m.state = 'sending' and r.claimed_by is null and r.attempts = 0
          and r.next_attempt_at < ${now.subtract({ minutes: 15 }).toString()}
          and (r.until_at is null or r.until_at > ${now.toString()})
      )::int as late
    from platform_mailing_reader r
    join platform_mailing m using (mailing_id)
    where r.state = 'waiting' and m.state in ('sending', 'paused')
  `.execute(database)
  const { sending, paused, waiting, late } = onlyRow(rows)
  const says = `${sending} being sent and ${paused} paused, ${waiting} readers waiting`
  return { subject: 'letters', says, remedy: remedyFor() }

  function remedyFor(): string | null {
    if (settings.smtpUrl === null)
      return waiting > 0 && !isOpenDemonstration(settings)
        ? 'set SMTP_URL: letters wait, and nothing delivers them'
        : null
    // Rates may hold back a part of many, and nobody is late then as long as others leave.
    return late > 0 && late === waiting
      ? `${late} have been due for 15 minutes: start a process with ROLE=all or ROLE=worker, and read its log`
      : null
  }
}
