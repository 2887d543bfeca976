import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { withdrawReaders } from '../../../../platform/mail/mailing/reader-changes.ts'
import { liftSuppressions, notLeft } from '../commands.ts'
import { returnReasons, type Subscription } from '../subscription.ts'

/** Ends a subscription for good: no import and no coordinator brings it back. Leaving twice changes nothing. */
export async function leave({ clock, database }: Context, { id }: Subscription): Promise<void> {
  const now = clock.now().toString()
  const left = await database
    .updateTable('newsletter_subscription')
    .set({ state: 'left', left_at: now, left_by: 'reader', new_address: null, updated_at: now })
    .where('subscription_id', '=', id)
    .where('state', '=', 'subscribed')
    .executeTakeFirst()
  if (left.numUpdatedRows === 0n) return
  await withdrawReaders({ database, clock }, [id])
  await sql`
    insert into newsletter_suppression (network_id, address_digest, kind, since)
    select network_id, address_digest, 'left', ${now}::timestamptz from newsletter_subscription where subscription_id = ${id}
    on conflict do nothing
  `.execute(database)
}

/** Records why a reader left, with their own words. */
export async function sayWhy(
  { database }: Context,
  { id }: Subscription,
  { reason, word }: { reason: string; word: string },
): Promise<void> {
  await database
    .updateTable('newsletter_subscription')
    .set({ left_reason: reason, left_word: word })
    .where('subscription_id', '=', id)
    .where('state', '=', 'left')
    // A reader cannot replace the reason of a bounce or a complaint.
    .where(sql<boolean>`coalesce(left_reason, '') <> all(${[...returnReasons]}::text[])`)
    .execute()
}

/** Lets a reader who left return, as long as their address is kept. Returns false after that. */
export async function comeBack(context: Context, { id }: Subscription): Promise<boolean> {
  const { clock, database } = context
  const returned = await database
    .updateTable('newsletter_subscription')
    .set({ ...notLeft, state: 'subscribed', updated_at: clock.now().toString() })
    .where('subscription_id', '=', id)
    .where('state', '=', 'left')
    // A subscription that the network ended (a former member, a bounce, a complaint) needs a new request.
    .where('left_by', '!=', 'network')
    .where('address', 'is not', null)
    .executeTakeFirst()
  if (returned.numUpdatedRows === 0n) return false
  await liftSuppressions(context, id, ['left'])
  return true
}
