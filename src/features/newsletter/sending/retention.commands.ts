import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { forgetMailing } from '../../../platform/mail/mailing/reader-changes.ts'
import { lookUpSending } from './queries.ts'
import { countSending } from './reports.queries.ts'

/** How long it is kept who got a letter, after the last one has its outcome: what comes back of a mail comes sooner. */
const keptDays = 30
/** The platform forgets mailings after a year, ended or not: their numbers are kept before. */
const longestDays = 330

/** Forgets who got the letters of long ago, whatever their outcome; the numbers stay. */
export async function forgetRecipients(context: Context): Promise<void> {
  const now = context.clock.now()
  const before = (days: number) => now.subtract({ hours: days * 24 }).toString()
  const { rows } = await sql<{ id: string }>`
    select s.sending_id as id from newsletter_sending s
    left join platform_mailing m on m.mailing_id = s.mailing_id
    where s.report is null and (
      m.ended_at < ${before(keptDays)} or s.cancelled_at < ${before(keptDays)} or m.prepared_at < ${before(longestDays)}
    )
  `.execute(context.database)
  for (const { id } of rows) await inTransaction(context, (inside) => forget(inside, id))
}

async function forget(context: Context, id: string): Promise<void> {
  const sending = await lookUpSending(context, id)
  if (!sending) return
  const report = await countSending(context, sending)
  await context.database
    .updateTable('newsletter_sending')
    .set({ report: JSON.stringify(report) })
    .where('sending_id', '=', id)
    .execute()
  await context.database.deleteFrom('newsletter_sending_reader').where('sending_id', '=', id).execute()
  if (sending.mailingId !== null) await forgetMailing(context, sending.mailingId)
}
