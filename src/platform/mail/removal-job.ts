import { sql } from 'kysely'
import type { Application } from '../http/application.ts'
import type { Job } from '../jobs/jobs.ts'

type Services = Pick<Application, 'database' | 'clock'>

const textKept = { hours: 30 * 24 }
const secretTextKept = { hours: 1 }
const mailKept = { hours: 365 * 24 }

/** Removes the texts of mails some time after they have left, and after a year the rest of them. */
export function mailRemovalJob(services: Services): Job {
  return { name: 'platform.mailRemoval', cron: '*/15 * * * *', run: () => removeOldMails(services) }
}

/**
 * Removes what is no longer needed: texts an hour after a secret mail was sent, thirty days after any other, thirty days
 * after it was written when it never left. One that waits without its text ends as failed: so does a secret mail of a backup.
 */
export async function removeOldMails({ database, clock }: Services): Promise<void> {
  const now = clock.now()
  const before = (kept: Temporal.DurationLike) => now.subtract(kept).toString()
  await database
    .deleteFrom('platform_mail')
    .where('written_at', '<', sql<Date>`${before(mailKept)}`)
    .execute()
  await database
    .deleteFrom('platform_mailing')
    .where('prepared_at', '<', sql<Date>`${before(mailKept)}`)
    .execute()
  await sql`
    update platform_mail
    set body = null,
      reply_to = case when is_secret then null else reply_to end,
      calendar = null,
      failed_at = case when sent_at is null then coalesce(failed_at, ${now.toString()}) end,
      next_attempt_at = null,
      last_error = case when next_attempt_at is null then last_error else coalesce(last_error, 'It was never sent') end
    where (body is null and next_attempt_at is not null)
      or (
        body is not null
        and (
          written_at < ${before(textKept)}
          or (is_secret and coalesce(sent_at, failed_at) < ${before(secretTextKept)})
        )
      )
  `.execute(database)
}
