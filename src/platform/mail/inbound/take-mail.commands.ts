import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { anonymous } from '../../context/actor.ts'
import { dayOf, readOnce } from '../../context/clock.ts'
import type { Context } from '../../context/context.ts'
import { isId, newId } from '../../context/identifier.ts'
import { digestOf } from '../../context/secret-token.ts'
import { inTransaction } from '../../database/transaction.ts'
import type { Application } from '../../http/application.ts'
import { tokensIn } from './answer-address.ts'
import type { InboundMessage } from './answer-taker.ts'
import type { ReadInbound } from './read-inbound.ts'

/** What taking a mail needs. */
export type TakingServices = Pick<Application, 'database' | 'clock' | 'log' | 'settings' | 'answerTakers'>

/** `repeated`: it was taken before. `left`: it is no answer to us, and stays where it is. `waits`: it is to be handed over again in an hour. */
export type Taken = 'taken' | 'repeated' | 'automatic' | 'left' | 'waits'

// More than anybody writes by hand: what comes beyond it in an hour waits in the mailbox.
const mostAnHour = { most: 30, hours: 1 }
const onceADay = { most: 1, hours: 24 }
const cutKept = { hours: 30 * 24 }

/** Hands a mail to the feature to which it belongs, once; of an absence note, the day until which its writer is absent. */
export async function takeMail(
  services: TakingServices,
  read: ReadInbound,
  bytes: Uint8Array,
): Promise<Taken> {
  const { database, settings, answerTakers } = services
  const clock = readOnce(services.clock)
  const now = clock.now()
  const context = { actor: anonymous, clock, database, today: dayOf(clock) }
  const { tokens, place } = tokensIn(settings.answers.address, read.recipients)
  const named =
    tokens.length > 0 ? tokens : await listTokensOfThread(context, settings.answers.address, read.thread)
  const digests = named.map(digestOf)
  if (read.from === null || read.answer.is === 'return') return 'left'
  const { address } = read.from
  if (read.answer.is === 'automatic' && read.calendarReply === null) {
    const until = read.answer.absentUntil
    if (until !== null)
      for (const digest of digests)
        for (const taker of answerTakers) await taker.hearAbsence?.(context, { digest, from: address, until })
    return digests.length > 0 || read.thread.length > 0 ? 'automatic' : 'left'
  }
  return inTransaction(context, async (inside) => {
    const id = newId()
    const key = createHash('sha256')
      .update(read.messageId ?? bytes)
      .digest('base64url')
    const { answer, calendarReply } = read
    const isProven = read.proof === 'proven'
    // Whom a calendar’s answer is not shown to be of is asked, once a day: whoever invents senders for it counts as one.
    const isUnshown = calendarReply !== null && !(isProven && calendarReply.attendee === address)
    const sender = isUnshown ? calendarReply.attendee : address
    // Nobody uses up the hour of somebody else by writing in their name.
    const counted = isUnshown ? `calendar ${sender}` : isProven ? address : (digests[0] ?? '')
    const countedAs = digestOf(counted)
    const { numInsertedOrUpdatedRows: isNew } = await inside.database
      .insertInto('platform_inbound_mail')
      .values({
        ...{ inbound_id: id, message_key: key, from_address: sender, counted_as: countedAs },
        ...{ received_at: now.toString(), cut: withoutSecrets(answer.cut, digests) || null },
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (isNew !== 1n) return 'repeated'
    const forget = () =>
      inside.database.deleteFrom('platform_inbound_mail').where('inbound_id', '=', id).execute()
    if (await isFlood(inside, countedAs, now, isUnshown ? onceADay : mostAnHour)) {
      services.log.warn({ inbound: id }, 'more mails of one sender than a person writes')
      await forget()
      // Whom a calendar's answers are not shown to be of was asked already, and answers for all of them.
      return isUnshown ? 'left' : 'waits'
    }
    const message: Omit<InboundMessage, 'digest'> = {
      ...{ id, digests, place, from: read.from ?? { address, name: '' }, isProven },
      answer: { ...answer, text: withoutSecrets(answer.text, digests) },
      files: read.files,
      calendarReply,
    }
    let isTaken = false
    for (const digest of digests.length > 0 ? digests : [null])
      for (const taker of answerTakers)
        if ((await taker.takes(inside, { ...message, digest })) === 'taken') {
          isTaken = true
          break
        }
    if (isTaken) return 'taken'
    await forget()
    return 'left'
  })
}

async function isFlood(
  { database }: Context,
  countedAs: string,
  now: Temporal.Instant,
  { most, hours }: { most: number; hours: number },
): Promise<boolean> {
  const since = now.subtract({ hours }).toString()
  const { count } = await database
    .selectFrom('platform_inbound_mail')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('counted_as', '=', countedAs)
    .where('received_at', '>', sql<Date>`${since}`)
    .executeTakeFirstOrThrow()
  return Number(count) > most
}

/** A mail that names no token goes on one of ours that had one: absence notes go to the address of returns. */
async function listTokensOfThread(
  { database }: Context,
  address: string | null,
  thread: readonly string[],
): Promise<string[]> {
  const ids = thread.map((each) => each.slice(1).split('@', 1)[0] ?? '').filter(isId)
  if (ids.length === 0) return []
  const rows = await database
    .selectFrom('platform_mail')
    .select('reply_to')
    .where('mail_id', 'in', ids)
    .where('reply_to', 'is not', null)
    .execute()
  return tokensIn(
    address,
    rows.map(({ reply_to: to }) => to ?? ''),
  ).tokens
}

// Quoted mails of ours have links and addresses that let their bearer in (see newToken, answerToken).
function withoutSecrets(text: string, digests: readonly string[]): string {
  return text.replaceAll(/[\da-f]{32,64}/gi, (figures) =>
    figures.length === 48 || digests.includes(digestOf(figures.toLowerCase())) ? '…' : figures,
  )
}

/** Removes what was cut of mails after thirty days, and after a year what told them apart. */
export async function removeOldInboundMails({
  database,
  clock,
}: Pick<Application, 'database' | 'clock'>): Promise<void> {
  const before = (kept: Temporal.DurationLike) => sql<Date>`${clock.now().subtract(kept).toString()}`
  await database
    .updateTable('platform_inbound_mail')
    .set({ cut: null, from_address: '', counted_as: '' })
    .where('from_address', '<>', '')
    .where('received_at', '<', before(cutKept))
    .execute()
  await database
    .deleteFrom('platform_inbound_mail')
    .where('received_at', '<', before({ hours: 365 * 24 }))
    .execute()
}

/** What was cut of a mail; null after thirty days, or for none. */
export async function lookUpCut({ database }: Pick<Context, 'database'>, id: string): Promise<string | null> {
  const row = await database
    .selectFrom('platform_inbound_mail')
    .select('cut')
    .where('inbound_id', '=', id)
    .executeTakeFirst()
  return row?.cut ?? null
}
