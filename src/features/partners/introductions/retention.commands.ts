import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { introductionLinks } from '../links.ts'

const keptMonths = 12
const unconfirmedHours = introductionLinks.confirmationDays * 24

/** Forgets what was not confirmed within a week, and people without an account a year after the last step. */
export async function forgetSenders(context: Context): Promise<void> {
  const { clock, database } = context
  const now = clock.now()
  await database
    .deleteFrom('partners_introduction')
    .where('confirmed_at', 'is', null)
    .where('created_at', '<', new Date(now.subtract({ hours: unconfirmedHours }).epochMilliseconds))
    .execute()
  const limit = now.toZonedDateTimeISO('UTC').subtract({ months: keptMonths }).toInstant()
  const overdue = await database
    .selectFrom('partners_introduction')
    .select('introduction_id')
    .where('sender_address', 'is not', null)
    .where('updated_at', '<', new Date(limit.epochMilliseconds))
    .execute()
  await forget(
    context,
    overdue.map(({ introduction_id }) => introduction_id),
  )
}

/** Erases, at their wish, all that is kept about a person who took part in talks without an account, the mails to them included. */
export async function forgetSenderOf(context: Context, introductionId: string): Promise<void> {
  const { address } = await context.database
    .selectFrom('partners_introduction')
    .select('sender_address as address')
    .where('introduction_id', '=', introductionId)
    .executeTakeFirstOrThrow()
  if (address === null) return
  const addresses = [address.toLowerCase()]
  await forgetAddresses(context, addresses)
  await removeMailsTo(context, addresses, 'partners.introduction')
}

/** Erases by addresses, in small letters, in every network. */
export async function forgetAddresses(context: Context, addresses: readonly string[]): Promise<void> {
  const rows = await context.database
    .selectFrom('partners_introduction')
    .select('introduction_id')
    .where(sql`lower(sender_address)`, '=', sql`any(${addresses}::text[])`)
    .execute()
  await forget(
    context,
    rows.map(({ introduction_id }) => introduction_id),
  )
}

// Messages stay, attributed to the authority; their author goes, with the links by which they came back.
async function forget(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await context.database
    .updateTable('partners_introduction')
    .set({ sender_address: null, sender_name: '' })
    .where('introduction_id', 'in', ids)
    .execute()
  await introductionLinks.end(context, { introduction_id: ids })
}
