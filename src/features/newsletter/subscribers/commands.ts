import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { moveReader, restoreReader, withdrawReaders } from '../../../platform/mail/mailing/reader-changes.ts'
import type { NotificationContext } from '../../../platform/mail/notify.ts'
import { placeOf } from './link.ts'
import { lookUpSubscription, lookUpSubscriptionOf, selectSubscriptions } from './queries.ts'
import { trustAddress } from './returns/commands.ts'
import {
  type Choices,
  type Consent,
  isAnswerable,
  returnReasons,
  type Subscription,
  secondClick,
} from './subscription.ts'

interface Asked {
  networkId: string
  address: string
  digest: string
  choices: Choices
  consent: Consent
}

// Per day, from one form or several.
const mostMails = 5

/**
 * Keeps the choices of a visitor until they confirm them from their address. A confirmed subscription stays unchanged. Returns the
 * subscription when a mail about it may be sent; null after too many requests, or when a first click has already sent one.
 */
export async function askToSubscribe(
  context: Context,
  { networkId, address, digest, choices, consent }: Asked,
): Promise<Subscription | null> {
  const { clock, database } = context
  const at = clock.now()
  const now = at.toString()
  await database
    .insertInto('newsletter_subscription')
    .values({
      subscription_id: newId(),
      network_id: networkId,
      address,
      address_digest: digest,
      state: 'unconfirmed',
      ...columnsOf(choices),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.columns(['network_id', 'address_digest']).doNothing())
    .execute()
  const asked = JSON.stringify({ ...choices, ...consent })
  // A reader who left long ago has no address here any longer, so it is written again.
  const { numUpdatedRows } = await database
    .updateTable('newsletter_subscription')
    .set({ address, asked, asked_at: now, updated_at: now })
    .where('network_id', '=', networkId)
    .where('address_digest', '=', digest)
    .where('state', '!=', 'subscribed')
    .where(
      sql<boolean>`(
        asked is distinct from ${asked}::jsonb or asked_at < ${at.subtract(secondClick).toString()}::timestamptz
      )`,
    )
    .executeTakeFirstOrThrow()
  const subscription = await lookUpSubscriptionOf(context, networkId, digest)
  if (numUpdatedRows === 0n && subscription?.state !== 'subscribed') return null
  return subscription && (await mayMail(context, subscription)) ? subscription : null
}

/** Counts a requested mail. Returns false when the day’s limit is reached, or the subscription is gone. */
async function mayMail({ clock, database }: Context, { id }: Subscription): Promise<boolean> {
  const day = clock.now().toString().slice(0, 10)
  const { rows } = await sql<{ mailed: number }>`
    update newsletter_subscription
    set mailed = case when mailed_on = ${day}::date then least(mailed + 1, ${mostMails + 1}) else 1 end, mailed_on = ${day}::date
    where subscription_id = ${id} returning mailed
  `.execute(database)
  const [counted] = rows
  return counted !== undefined && counted.mailed <= mostMails
}

/** Confirms a requested subscription, also of a reader who had left. Returns false if that was done already, or came too late. */
export async function confirmSubscription(context: Context, subscription: Subscription): Promise<boolean> {
  const { clock, database } = context
  const { asked, askedAt, id } = subscription
  const now = clock.now()
  if (asked === null || !isAnswerable(askedAt, now.epochMilliseconds)) return false
  const { words, version, ...choices } = asked
  const confirmed = await database
    .updateTable('newsletter_subscription')
    .set({
      ...columnsOf(choices),
      ...notLeft,
      state: 'subscribed',
      asked: null,
      consent_way: 'form',
      consent_at: now.toString(),
      consent_words: words,
      consent_version: version,
      declared_by: null,
      proof_id: null,
      person_id: null,
      updated_at: now.toString(),
    })
    .where('subscription_id', '=', id)
    .where('asked', 'is not', null)
    .executeTakeFirst()
  if (confirmed.numUpdatedRows === 0n) return false
  await liftSuppressions(context, id)
  await trustAddress(context, id)
  return true
}

/** Changes the choices of a reader. */
export async function changeChoices(
  { clock, database }: Context,
  { id }: Subscription,
  choices: Choices,
): Promise<void> {
  await database
    .updateTable('newsletter_subscription')
    .set({ ...columnsOf(choices), updated_at: clock.now().toString() })
    .where('subscription_id', '=', id)
    .execute()
}

/** Records whether a reader’s openings and clicks may be counted. */
export async function allowCounting(
  { clock, database }: Context,
  { id }: Subscription,
  isAllowed: boolean,
): Promise<void> {
  const now = clock.now().toString()
  await database
    .updateTable('newsletter_subscription')
    .set({ uncounted_at: isAllowed ? null : now, updated_at: now })
    .where('subscription_id', '=', id)
    .execute()
}

/** The values of a subscription whose reader is back. */
export const notLeft = { left_at: null, left_by: null, left_reason: null, left_word: '' }

/** Lifts the suppressions of an address, since its reader has answered from there. */
export async function liftSuppressions(
  { database }: Context,
  id: string,
  kinds: readonly string[] = ['left', ...returnReasons],
): Promise<void> {
  await sql`
    delete from newsletter_suppression p using newsletter_subscription s
    where s.subscription_id = ${id} and p.network_id = s.network_id and p.address_digest = s.address_digest
      and p.kind = any(${[...kinds]}::text[])
  `.execute(database)
}

/**
 * Keeps the address to which a reader wants to move. Returns `tooMany` after too many mails, or `onItsWay` when a first click has already
 * sent one.
 */
export async function askNewAddress(
  context: Context,
  subscription: Subscription,
  address: string,
): Promise<Subscription | 'tooMany' | 'onItsWay'> {
  const now = context.clock.now()
  const [held] = await selectSubscriptions(
    context,
    sql`s.subscription_id = ${subscription.id}::uuid`,
    sql`for update`,
  )
  const askedAt = held?.newAddress === address ? held.newAddressAt : null
  if (askedAt && askedAt.getTime() >= now.subtract(secondClick).epochMilliseconds) return 'onItsWay'
  if (!(await mayMail(context, subscription))) return 'tooMany'
  const at = now.toString()
  await context.database
    .updateTable('newsletter_subscription')
    .set({ new_address: address, new_address_at: at, updated_at: at })
    .where('subscription_id', '=', subscription.id)
    .execute()
  return {
    ...subscription,
    newAddress: address,
    newAddressAt: new Date(now.epochMilliseconds),
  }
}

/**
 * Moves a subscription to its new address, and ends all links sent to the old one. If the new address is subscribed already, the old
 * subscription is deleted.
 */
export async function moveSubscription(
  context: Context,
  subscription: Subscription,
  digest: string,
): Promise<void> {
  const { clock, database } = context
  const other = await lookUpSubscriptionOf(context, subscription.networkId, digest)
  const goes = other?.state === 'subscribed' ? subscription.id : other?.id
  if (goes !== undefined && other?.id !== subscription.id) {
    await withdrawReaders(context, [goes])
    await database.deleteFrom('newsletter_subscription').where('subscription_id', '=', goes).execute()
  }
  if (goes === subscription.id) return
  await database
    .updateTable('newsletter_subscription')
    .set({
      address: subscription.newAddress,
      address_digest: digest,
      new_address: null,
      new_address_at: null,
      serial: sql`serial + 1`,
      updated_at: clock.now().toString(),
    })
    .where('subscription_id', '=', subscription.id)
    .execute()
  await liftSuppressions(context, subscription.id)
  await trustAddress(context, subscription.id)
}

/** Choices as the table stores them. */
export function columnsOf({ language, country, frequency, themes, organisationId }: Choices) {
  return { language, country, frequency, themes, organisation_id: organisationId }
}

/**
 * Redirects a waiting letter to the reader’s present address after a move, and restores it for a reader who comes back before it leaves.
 */
export async function followReader(
  { application, writing, network }: NotificationContext,
  subscriptionId: string,
): Promise<void> {
  const subscription = await lookUpSubscription(writing, network.id, subscriptionId)
  if (subscription?.state !== 'subscribed') return
  const { settings, secret } = application
  const place = placeOf(network, subscription, { baseUrl: settings.baseUrl, secret })
  await moveReader(writing, subscription.id, place)
  await restoreReader(writing, subscription.id, place)
}
