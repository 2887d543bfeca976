import { sql } from 'kysely'
import type { Application } from '../../http/application.ts'
import { asStoredMail, type StoredMail, storedMailColumns } from '../stored-mail.ts'
import type { Failure } from './failure.ts'
import { pauseAfter } from './pauses.ts'

type Services = Pick<Application, 'database' | 'clock'>

// Longer than any attempt takes, see transport.ts: a worker that has not come back after it has died.
const claimed = { minutes: 5 }

/**
 * Takes mails that are due, the longest waiting first, so that no other deliverer takes them too: their next attempt
 * moves beyond the time that this one needs. When it dies in between, they are due again then. Those to closed domains
 * wait, unless they have expired.
 */
export async function claimMails(
  { database, clock }: Services,
  most: number,
  closedDomains: readonly string[] = [],
): Promise<StoredMail[]> {
  const now = clock.now()
  const rows = await database
    // Materialized, so that no plan runs it twice and takes more than it was asked for.
    .with(
      (due) => due('due').materialized(),
      (query) =>
        query
          .selectFrom('platform_mail')
          .select('mail_id')
          .where('next_attempt_at', '<=', sql<Date>`${now.toString()}`)
          .where(
            sql<boolean>`(
              lower(split_part(to_address, '@', 2)) <> all(${closedDomains}::text[])
              or useless_at <= ${now.toString()}
            )`,
          )
          .orderBy('next_attempt_at')
          .limit(most)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('platform_mail')
    .set({ next_attempt_at: now.add(claimed).toString(), attempts: sql`attempts + 1` })
    .where('mail_id', 'in', (query) => query.selectFrom('due').select('due.mail_id'))
    .returning(storedMailColumns)
    .execute()
  return rows.map(asStoredMail)
}

/** Writes down that a claimed mail has left. */
export async function recordSent(services: Services, mail: StoredMail): Promise<void> {
  await update(services, mail, {
    sent_at: services.clock.now().toString(),
    next_attempt_at: null,
    last_error: null,
  })
}

/** Writes down why a claimed mail has not left: it is tried again after a pause, unless that is of no use. */
export async function recordFailure(services: Services, mail: StoredMail, failure: Failure): Promise<void> {
  const now = services.clock.now()
  const next = now.add(pauseAfter(mail.attempts))
  const ends = failure.isPermanent || next.epochMilliseconds >= mail.uselessAt.getTime()
  await update(services, mail, {
    last_error: failure.words,
    failed_at: ends ? now.toString() : null,
    next_attempt_at: ends ? null : next.toString(),
  })
}

/** Gives back a claimed mail that was not tried: it is due as it was before. */
export async function giveBack(services: Services, mail: StoredMail): Promise<void> {
  await update(services, mail, {
    attempts: mail.attempts - 1,
    next_attempt_at: services.clock.now().toString(),
  })
}

interface Outcome {
  sent_at?: string
  failed_at?: string | null
  next_attempt_at: string | null
  last_error?: string | null
  attempts?: number
}

// When an attempt took longer than its claim, another attempt has newer results.
async function update({ database }: Services, { id, attempts }: StoredMail, outcome: Outcome): Promise<void> {
  await database
    .updateTable('platform_mail')
    .set(outcome)
    .where('mail_id', '=', id)
    .where('attempts', '=', attempts)
    .where('sent_at', 'is', null)
    .execute()
}
