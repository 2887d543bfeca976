import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { withdrawReaders } from '../../../../platform/mail/mailing/reader-changes.ts'
import type { ReturnedMail } from '../../../../platform/mail/returns/mail-return.ts'
import { selectSubscriptions } from '../queries.ts'
import type { Subscription } from '../subscription.ts'
import { isPatienceOver } from './patience.ts'
import { listSoftReturns, lookUpLastThrough } from './queries.ts'

/**
 * Acts on a letter, or a mail about a subscription, that came back. Ends a subscription whose address does not exist, whose letters came
 * back for too long, or whose reader reports them as junk.
 */
export async function hearOfReturn(context: Context, returned: ReturnedMail): Promise<void> {
  for (const subscription of await listMeant(context, returned)) {
    const { mendedAt } = subscription
    // The mail left before the address was confirmed to work, so it says nothing new.
    const isOld = mendedAt !== null && returned.leftAt < mendedAt && returned.kind !== 'complaint'
    if (!isOld) await actOn(context, subscription, returned)
  }
}

/** A letter names its reader. Of a mail about a subscription only the address is known, in whichever networks it subscribes. */
async function listMeant(
  context: Context,
  { mailKind, networkId, readerId, address }: ReturnedMail,
): Promise<Subscription[]> {
  if (!mailKind.startsWith('newsletter.')) return []
  const isAddress = sql`lower(s.address) = ${address.toLowerCase()}`
  if (readerId !== null)
    return selectSubscriptions(
      context,
      sql`s.subscription_id = ${readerId}::uuid and s.network_id = ${networkId}::uuid and ${isAddress}`,
    )
  return mailKind === 'newsletter.subscription' ? selectSubscriptions(context, isAddress) : []
}

async function actOn(context: Context, subscription: Subscription, returned: ReturnedMail): Promise<void> {
  const { id, state } = subscription
  const { kind } = returned
  if (state === 'unconfirmed') {
    if (kind === 'complaint') await suppress(context, id, kind)
    return
  }
  await keepReturn(context, id, returned)
  if (kind === 'complaint') return end(context, id, 'complaint', sql`'subscribed', 'left'`)
  const isOver =
    kind === 'hard' ||
    isPatienceOver(await listSoftReturns(context, id), await lookUpLastThrough(context, subscription))
  if (isOver && state === 'subscribed') await end(context, id, 'bounce', sql`'subscribed'`)
}

async function keepReturn({ database }: Context, id: string, returned: ReturnedMail): Promise<void> {
  const { id: mailId, kind, words, leftAt } = returned
  await sql`
    insert into newsletter_return as r (subscription_id, mail_id, kind, words, returned_at)
    values (${id}::uuid, ${mailId}::uuid, ${kind}, ${words}, ${leftAt.toISOString()}::timestamptz)
    on conflict (subscription_id, mail_id) do update set kind = excluded.kind, words = excluded.words
    where r.kind = 'soft' or excluded.kind = 'complaint'
  `.execute(database)
}

async function end(
  context: Context,
  id: string,
  why: 'bounce' | 'complaint',
  from: RawBuilder<unknown>,
): Promise<void> {
  const now = context.clock.now().toString()
  await sql`
    update newsletter_subscription
    set state = 'left', left_at = coalesce(left_at, ${now}::timestamptz), left_by = 'network', left_reason = ${why}, new_address = null,
      new_address_at = null, updated_at = ${now}
    where subscription_id = ${id}::uuid and state in (${from})
  `.execute(context.database)
  await suppress(context, id, why)
  await withdrawReaders(context, [id])
}

async function suppress(
  { clock, database }: Context,
  id: string,
  kind: 'bounce' | 'complaint',
): Promise<void> {
  await sql`
    insert into newsletter_suppression (network_id, address_digest, kind, since)
    select network_id, address_digest, ${kind}, ${clock.now().toString()}::timestamptz
    from newsletter_subscription where subscription_id = ${id}::uuid
    on conflict do nothing
  `.execute(database)
}

/** Deletes the returns of a subscription, since its reader or a coordinator says that the address takes mail again. */
export async function trustAddress({ clock, database }: Context, id: string): Promise<void> {
  await sql`delete from newsletter_return where subscription_id = ${id}::uuid`.execute(database)
  await sql`
    update newsletter_subscription set mended_at = ${clock.now().toString()} where subscription_id = ${id}::uuid
  `.execute(database)
}
