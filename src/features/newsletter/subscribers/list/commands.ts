import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { withdrawReaders } from '../../../../platform/mail/mailing/reader-changes.ts'
import { authorize, notFound } from '../../../../platform/refusals/refusal.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { columnsOf } from '../commands.ts'
import { lookUpSubscription, lookUpSubscriptionOf } from '../queries.ts'
import type { Choices, Subscription } from '../subscription.ts'

interface Declared {
  networkId: string
  address: string
  digest: string
  choices: Choices
  /** How they agreed, as the coordinator says. */
  words: string
  way: 'coordinator' | 'import' | 'member'
  /** Of a member who gets it as long as they are one. */
  personId?: string | null
  /** When, an ISO day. */
  givenOn: string
}

/** Adds somebody who agreed elsewhere, with the proof of it. */
export async function addDeclared(
  context: Context,
  declared: Declared,
): Promise<Subscription | 'suppressed' | 'subscribed'> {
  authorize(mayKeepSubscribers(context.actor, declared.networkId))
  return addReader(context, declared)
}

/** Adds a reader who did not fill in the form. Whoever left, or whose mailbox refused the letter, is not added: they alone bring themselves back. */
export async function addReader(
  context: Context,
  { networkId, address, digest, choices, words, way, givenOn, personId = null }: Declared,
): Promise<Subscription | 'suppressed' | 'subscribed'> {
  const { clock, database } = context
  const suppressed = await database
    .selectFrom('newsletter_suppression')
    .select('kind')
    .where('network_id', '=', networkId)
    .where('address_digest', '=', digest)
    .executeTakeFirst()
  if (suppressed) return 'suppressed'
  const now = clock.now().toString()
  const added = {
    address,
    state: 'subscribed',
    ...columnsOf(choices),
    asked: null,
    consent_way: way,
    consent_at: sql<Date>`${givenOn}::date`,
    consent_words: words,
    person_id: personId,
    declared_by: personIdOf(context.actor),
    left_at: null,
    left_by: null,
    left_reason: null,
    left_word: '',
    updated_at: now,
  } as const
  const { rows } = await sql<{ id: string }>`select subscription_id as id from newsletter_subscription
    where network_id = ${networkId} and address_digest = ${digest} and state = 'subscribed'`.execute(database)
  if (rows.length > 0) return 'subscribed'
  await database
    .insertInto('newsletter_subscription')
    .values({
      subscription_id: newId(),
      network_id: networkId,
      address_digest: digest,
      created_at: now,
      ...added,
    })
    .onConflict((conflict) => conflict.columns(['network_id', 'address_digest']).doUpdateSet(added))
    .execute()
  const subscription = (await lookUpSubscriptionOf(context, networkId, digest)) ?? notFound('subscription')
  return subscription
}

/** Writes down that somebody was added by hand. */
export function noteAdded(context: Context, subscription: Subscription): Promise<void> {
  return note(context, subscription, 'added')
}

/** Takes somebody off the list; the coordinator who erred takes that back. */
export async function removeSubscriber(context: Context, networkId: string, id: string): Promise<void> {
  authorize(mayKeepSubscribers(context.actor, networkId))
  const subscription = (await lookUpSubscription(context, networkId, id)) ?? notFound('subscription')
  const now = context.clock.now().toString()
  const { numUpdatedRows } = await context.database
    .updateTable('newsletter_subscription')
    .set({ state: 'left', left_at: now, left_by: 'coordinator', updated_at: now })
    .where('subscription_id', '=', id)
    .where('state', '=', 'subscribed')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return
  await withdrawReaders(context, [id])
  await note(context, subscription, 'removed')
}

/** Takes back a removal. Who left by themselves comes back by themselves. */
export async function returnSubscriber(context: Context, networkId: string, id: string): Promise<void> {
  authorize(mayKeepSubscribers(context.actor, networkId))
  const subscription = (await lookUpSubscription(context, networkId, id)) ?? notFound('subscription')
  const { numUpdatedRows } = await context.database
    .updateTable('newsletter_subscription')
    .set({ state: 'subscribed', left_at: null, left_by: null, updated_at: context.clock.now().toString() })
    .where('subscription_id', '=', id)
    .where('state', '=', 'left')
    .where('left_by', '=', 'coordinator')
    .where('address', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) notFound('subscription')
  await note(context, subscription, 'restored')
}

// Without the address, which the log would keep.
function note(context: Context, { id, networkId }: Subscription, verb: string): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'subscription', subjectId: id })
}
