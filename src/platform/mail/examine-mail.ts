import { sql } from 'kysely'
import type { Finding } from '../cli/finding.ts'
import { onlyRow } from '../database/only-row.ts'
import type { Application } from '../http/application.ts'
import { isOpenDemonstration } from '../settings/open-demonstration.ts'
import { countMails } from './count-mails.ts'
import { mailboxInWords } from './mail-address.ts'

type Services = Pick<Application, 'settings' | 'database' | 'clock'>

/** Whether mail is configured, how much of it waits or has failed, and what to do about it. */
export async function examineMail(services: Services): Promise<Finding> {
  const { settings, database, clock } = services
  const { waiting, failed } = await countMails(database, clock)
  const server = settings.smtpUrl === null ? 'no mail server' : `from ${mailboxInWords(settings.mailFrom)}`
  const says = `${server}, ${waiting} waiting, ${failed} failed since yesterday`
  return { subject: 'mail', says, remedy: await findRemedy(services, waiting) }
}

async function findRemedy(services: Services, waiting: number): Promise<string | null> {
  if (services.settings.smtpUrl === null) {
    const isWanted = waiting > 0 && !isOpenDemonstration(services.settings)
    return isWanted ? 'set SMTP_URL: mails wait, and nothing delivers them' : null
  }
  const { late, stuck, refused, left, lastError } = await readTroubles(services)
  if (late > 0)
    return `${late} have been due for 15 minutes: start a process with ROLE=all or ROLE=worker, and read its log`
  // One address that does not exist, or one server that is slow to trust us, needs no operator.
  const isTrouble = stuck > 0 || (refused > 0 && left === 0)
  return isTrouble ? `the mail server said last: ${lastError ?? 'nothing'}` : null
}

interface Troubles {
  /** Due for a quarter of an hour: nobody delivers. */
  late: number
  /** Tried three times or more. */
  stuck: number
  /** Given up within a day, and those that left within it. */
  refused: number
  left: number
  lastError: string | null
}

async function readTroubles({ database, clock }: Services): Promise<Troubles> {
  const now = clock.now()
  const quarterAgo = now.subtract({ minutes: 15 }).toString()
  const dayAgo = now.subtract({ hours: 24 }).toString()
  const { rows } = await sql<Troubles>`
    select
      count(*) filter (where next_attempt_at < ${quarterAgo})::int as late,
      count(*) filter (where next_attempt_at is not null and attempts >= 3 and last_error is not null)::int as stuck,
      count(*) filter (where failed_at > ${dayAgo})::int as refused,
      count(*) filter (where sent_at > ${dayAgo})::int as left,
      -- Of what is still tried before what was given up: that is where something can be done.
      (array_agg(last_error order by next_attempt_at desc nulls last, failed_at desc) filter (
        where last_error is not null and (next_attempt_at is not null or failed_at > ${dayAgo})
      ))[1] as "lastError"
    from platform_mail
  `.execute(database)
  return onlyRow(rows)
}
