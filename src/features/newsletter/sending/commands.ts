import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { deferReaders, forgetMailing } from '../../../platform/mail/mailing/reader-changes.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { Issue } from '../issues/issue.ts'
import { findLocked } from '../issues/queries.ts'
import { publishIssue } from '../issues/states/commands.ts'
import { listMornings, officeHours } from '../morning.queries.ts'
import { maySendLetters } from '../policy.ts'
import { prepareAt } from './forecast/forecast.ts'
import { findForecast } from './forecast/queries.ts'
import { countSending, lookUpSending, lookUpSendingOf } from './queries.ts'
import type { Sending } from './sending.ts'

/** The job that prepares a sending as soon as it is ordered. */
export const sendingJob = 'newsletter.sending'

type Sender = Pick<Application, 'sendJob'>

/**
 * Orders a letter for its readers: each gets it at nine on their next working morning from a day on. Publishes an approved letter. A second
 * order returns the first sending, so the letter is sent once. Returns the id of the sending.
 */
export async function orderSending(
  application: Sender,
  context: Context,
  named: Pick<Issue, 'id' | 'networkId'>,
  startsOn: string,
): Promise<string> {
  authorize(maySendLetters(context.actor, named.networkId))
  return inTransaction(context, async (inside) => {
    const { state } = await findLocked(inside, named.networkId, named.id)
    const before = await lookUpSendingOf(inside, named.id)
    if (before) return before.id
    if (state === 'approved') await publishIssue(inside, named)
    else if (state !== 'published') throw new Refusal('taken', `The letter is ${state}`)
    const forecast = await findForecast(
      inside,
      { kind: 'issue', networkId: named.networkId, issueId: named.id },
      startsOn,
    )
    const now = inside.clock.now()
    const due = prepareAt(forecast, now)
    const id = newId()
    await inside.database
      .insertInto('newsletter_sending')
      .values({
        sending_id: id,
        network_id: named.networkId,
        kind: 'issue',
        issue_id: named.id,
        starts_on: startsOn,
        ordered_at: now.toString(),
        ordered_by: personIdOf(inside.actor),
        prepare_at: due.toString(),
      })
      .execute()
    await noteSending(inside, { id, networkId: named.networkId }, 'ordered')
    if (Temporal.Instant.compare(due, now) <= 0)
      await application.sendJob(inside.database, sendingJob, { sendingId: id })
    return id
  })
}

/** Retries a sending that could not be prepared: the reason may be gone. */
export async function prepareAgain(
  application: Sender,
  context: Context,
  { id, networkId }: Pick<Sending, 'id' | 'networkId'>,
): Promise<void> {
  authorize(maySendLetters(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('newsletter_sending')
      .set({ trouble: null, trouble_detail: '' })
      .where('sending_id', '=', id)
      .where('trouble', 'is not', null)
      .where('cancelled_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return
    await noteSending(inside, { id, networkId }, 'prepared-again')
    await application.sendJob(inside.database, sendingJob, { sendingId: id })
  })
}

/** Records who did what with a sending. */
export function noteSending(
  context: Context,
  { id, networkId }: Pick<Sending, 'id' | 'networkId'>,
  verb: string,
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'sending', subjectId: id })
}

/** Days for which recipients are kept after the last outcome: bounces arrive sooner. */
const keptDays = 30
/** The platform deletes mailings after a year, ended or not, so their numbers are saved before. */
const longestDays = 330

/** Deletes the recipients of old letters, whatever their outcome; the numbers stay. */
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

interface Late {
  networkId: string
  mailingId: string
  readerId: string
  country: string
}

const atOnce = 500

/**
 * Moves readers whose morning has passed without their letter to another one: the server was off, the sending was paused, or there were too
 * many. Returns how many.
 */
export function deferLate(context: Context): Promise<number> {
  return defer(context, sql`r.until_at <= ${context.clock.now().toString()}`)
}

// The last check before nine, and no more of them than a server with many readers can bear.
const lookMinutes = 15

/** Moves readers whose coming morning has become a day off since it was fixed, by a decree or by their network. Returns how many. */
export async function deferClosed(context: Context): Promise<number> {
  let moved = 0
  for (const { networkId, mailingId, country, untilAt } of await listNear(context)) {
    const morning = await nextMorningOf(context, networkId, country)
    if (morning && morning.untilAt.epochMilliseconds > untilAt.getTime())
      moved += await defer(
        context,
        sql`r.mailing_id = ${mailingId}::uuid and of.country = ${country} and r.until_at = ${untilAt.toISOString()}::timestamptz`,
      )
  }
  return moved
}

async function defer(context: Context, which: RawBuilder<unknown>): Promise<number> {
  for (let moved = 0; ; ) {
    const before = moved
    const late = await list(context, which)
    const groups = Map.groupBy(late, ({ mailingId, country }) => `${mailingId} ${country}`)
    for (const readers of groups.values()) {
      const [first] = readers
      if (!first) continue
      const morning = await nextMorningOf(context, first.networkId, first.country)
      if (!morning) continue
      moved += await deferReaders(
        context,
        first.mailingId,
        readers.map(({ readerId }) => readerId),
        morning,
      )
    }
    if (late.length < atOnce || moved === before) return moved
  }
}

async function nextMorningOf(context: Context, networkId: string, country: string) {
  const mornings = await listMornings(context, networkId, [country], dayOf(context.clock))
  return mornings.get(country)
}

async function list({ database }: Context, which: RawBuilder<unknown>): Promise<Late[]> {
  const { rows } = await sql<Late>`
    select s.network_id as "networkId", r.mailing_id as "mailingId", r.reader_id as "readerId", of.country
    from platform_mailing_reader r
    join newsletter_sending s on s.mailing_id = r.mailing_id
    join newsletter_sending_reader of on of.sending_id = s.sending_id and of.subscription_id = r.reader_id
    join platform_mailing m on m.mailing_id = r.mailing_id
    where r.state = 'waiting' and r.claimed_by is null and m.state = 'sending' and ${which}
    order by r.mailing_id, of.country, r.reader_id
    limit ${atOnce}
  `.execute(database)
  return rows
}

/** Mornings that begin within minutes. A reader who is retried in the middle of a day has had theirs. */
async function listNear({ database, clock }: Context) {
  const now = clock.now()
  const { rows } = await sql<Omit<Late, 'readerId'> & { untilAt: Date }>`
    select distinct s.network_id as "networkId", r.mailing_id as "mailingId", of.country, r.until_at as "untilAt"
    from platform_mailing m
    join newsletter_sending s on s.mailing_id = m.mailing_id
    join platform_mailing_reader r on r.mailing_id = m.mailing_id
    join newsletter_sending_reader of on of.sending_id = s.sending_id and of.subscription_id = r.reader_id
    where m.state = 'sending' and r.state = 'waiting' and r.claimed_by is null
      and r.next_attempt_at > ${now.toString()} and r.next_attempt_at <= ${now.add({ minutes: lookMinutes }).toString()}
      and r.until_at = r.next_attempt_at + ${officeHours} * interval '1 hour'
  `.execute(database)
  return rows
}
