import { sql } from 'kysely'
import type { SendMailOptions } from 'nodemailer'
import type { Application } from '../../http/application.ts'
import { isInvented } from '../../settings/exercise.ts'
import { type DkimKey, domainOf } from '../dkim-key.ts'
import { createMailingDeliverer } from '../mailing/mailing-deliverer.ts'
import { ownWords } from '../returns/mail-return.ts'
import { signMessage } from '../sign-message.ts'
import { asStoredMail, type StoredMail, storedMailColumns } from '../stored-mail.ts'
import { type Failure, readFailure } from './failure.ts'
import { compose, messageOf } from './message.ts'
import { pauseAfter } from './pauses.ts'
import { openSending, type Sending } from './sending.ts'

const pollEveryMs = 2000
const beatEveryMs = 15_000
const longestStopMs = 10_000

export interface Delivery {
  stop(): Promise<void>
}

/** Looks for mails and letters every two seconds and delivers what is due; does nothing without SMTP_URL. */
export function startDelivery(services: DeliveryServices): Delivery {
  const { smtpUrl } = services.settings
  if (smtpUrl === null) return { stop: async () => undefined }
  const sending = openSending(services.settings, smtpUrl)
  const mails = createDeliverer(services, sending)
  const mailings = createMailingDeliverer(services, sending)
  // Apart: a letter to thousands does not delay a sign-in link.
  const loops = [
    repeat(services, mails.deliverDue, pollEveryMs),
    repeat(services, mailings.deliverDue, pollEveryMs),
    repeat(services, mailings.beat, beatEveryMs),
  ]
  return {
    // What is under way may end; the rest is due again when its claim ends.
    stop: async () => {
      const rounds = loops.map((stopLoop) => stopLoop())
      mails.stop()
      mailings.stop()
      const patience = new Promise((resolve) => setTimeout(resolve, longestStopMs).unref())
      await Promise.race([Promise.all(rounds), patience])
      sending.servers.close()
      await mailings.end().catch((error: unknown) => services.log.error({ err: error }, 'mail delivery'))
    },
  }
}

function repeat(
  services: DeliveryServices,
  work: () => Promise<unknown>,
  everyMs: number,
): () => Promise<unknown> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<unknown> = Promise.resolve()
  const next = () => {
    round = work()
      .catch((error: unknown) => services.log.error({ err: error }, 'mail delivery'))
      .finally(() => {
        if (!stopped) timer = setTimeout(next, everyMs)
      })
  }
  next()
  return () => {
    stopped = true
    clearTimeout(timer)
    return round
  }
}

type DeliveryServices = Pick<Application, 'settings' | 'translate' | 'clock' | 'database' | 'log'>

export interface Deliverer {
  /** Tries everything that is due, a few mails at a time; returns how many were tried. */
  deliverDue(): Promise<number>
  /** Takes up no further mails. */
  stop(): void
}

const notInTime = { words: ownWords.notInTime, isPermanent: true }
const invented = { words: ownWords.invented, isPermanent: true }
const withoutText = { words: ownWords.withoutText, isPermanent: true }

/** Delivers mails of the outbox to the mail servers; any number of them may work at the same time. */
export function createDeliverer(
  services: DeliveryServices,
  { key, servers, domains, connections }: Sending,
): Deliverer {
  const { returns } = services.settings
  let stopped = false

  async function deliver(mail: StoredMail): Promise<void> {
    if (mail.uselessAt.getTime() <= services.clock.now().epochMilliseconds)
      return recordFailure(services, mail, notInTime)
    if (isInvented(mail.toAddress)) return recordFailure(services, mail, invented)
    const message = messageOf(services, mail)
    if (message === null) return recordFailure(services, mail, withoutText)
    const domain = domainOf(mail.toAddress)
    if (!domains.take(domain)) return giveBack(services, mail)
    try {
      const raw = await bytesOf(message, key)
      const isSent = await servers.send({ envelope: { from: returns.address, to: mail.toAddress }, raw })
      if (!isSent) return giveBack(services, mail)
      domains.worked(domain)
    } catch (error) {
      domains.failed(domain, error)
      const failure = readFailure(error)
      // The log names no recipient.
      services.log.warn(
        { mail: mail.id, kind: mail.kind, attempts: mail.attempts, ...failure },
        'mail not sent',
      )
      return recordFailure(services, mail, failure)
    }
    return recordSent(services, mail)
  }

  return {
    deliverDue: async () => {
      let tried = 0
      while (!stopped && servers.isOpen()) {
        const mails = await claimMails(services, connections, domains.closed())
        if (mails.length === 0) break
        await Promise.all(mails.map(deliver))
        tried += mails.length
      }
      return tried
    },
    stop: () => {
      stopped = true
    },
  }
}

async function bytesOf(message: SendMailOptions, key: DkimKey | null): Promise<Buffer> {
  const composed = await compose(message)
  return key === null ? composed : signMessage(key, composed)
}

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
async function giveBack(services: Services, mail: StoredMail): Promise<void> {
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
