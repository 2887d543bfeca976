import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { personIdOf } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { withdrawReaders } from '../../../../platform/mail/mailing/reader-changes.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { keepFile } from '../../../../platform/storage/files.ts'
import type { Storage } from '../../../../platform/storage/storage.ts'
import { mayKeepSubscribers } from '../../policy.ts'
import { columnsOf } from '../commands.ts'
import { lookUpSubscription, selectSubscriptions } from '../queries.ts'
import { trustAddress } from '../returns/commands.ts'
import type { Choices, Subscription } from '../subscription.ts'
import { listKnown, type Unwanted } from './queries.ts'

interface Declared {
  networkId: string
  address: string
  digest: string
  choices: Choices
  /** How they agreed, as the coordinator states. */
  words: string
  way: 'coordinator' | 'import' | 'member'
  /** The person, for a member who gets the letter while they are one. */
  personId?: string | null
  /** The ISO day on which they agreed. */
  givenOn: string
  /** The document that proves it. */
  proofId?: string | null
}

/** Adds a reader who agreed elsewhere, with the proof. */
export async function addDeclared(context: Context, declared: Declared): Promise<Subscription | Unwanted> {
  authorize(mayKeepSubscribers(context.actor, declared.networkId))
  return addReader(context, declared)
}

/** Adds a reader who did not fill in the form, as `addReaders` does. */
export async function addReader(
  context: Context,
  { networkId, ...reader }: Declared,
): Promise<Subscription | Unwanted> {
  return (await addReaders(context, networkId, [reader])).get(reader.digest) ?? notFound('subscription')
}

/**
 * Adds readers who did not fill in the form, a few hundred at most. Returns, by digest, the subscription or the reason why there is none.
 * Readers who left by themselves or complained, and addresses that bounced, are not added.
 */
export async function addReaders(
  context: Context,
  networkId: string,
  readers: readonly Omit<Declared, 'networkId'>[],
): Promise<Map<string, Subscription | Unwanted>> {
  const digests = readers.map(({ digest }) => digest)
  const known: Map<string, Subscription | Unwanted> = await listKnown(context, networkId, digests)
  const rows = readers
    .filter(({ digest }) => !known.has(digest))
    .map((reader) => rowOf(context, networkId, reader))
  if (rows.length === 0) return known
  // A reader who subscribes at this very moment stays unchanged.
  const { rows: added } = await sql<{ id: string; digest: string }>`
    insert into newsletter_subscription as s (${columnsAdded})
    select ${columnsAdded} from jsonb_populate_recordset(null::newsletter_subscription, ${JSON.stringify(rows)}::text::jsonb)
    on conflict (network_id, address_digest) do update set address = excluded.address, state = 'subscribed',
      language = excluded.language, country = excluded.country, frequency = excluded.frequency, themes = excluded.themes,
      organisation_id = excluded.organisation_id, asked = null, consent_way = excluded.consent_way,
      consent_at = excluded.consent_at, consent_words = excluded.consent_words, person_id = excluded.person_id,
      declared_by = excluded.declared_by, proof_id = excluded.proof_id, left_at = null, left_by = null, left_reason = null,
      left_word = '', updated_at = excluded.updated_at
    where s.state <> 'subscribed'
    returning s.subscription_id as id, s.address_digest as digest
  `.execute(context.database)
  const ids = added.map(({ id }) => id)
  const found = await selectSubscriptions(context, sql`s.subscription_id = any(${ids}::uuid[])`)
  const byId = new Map(found.map((subscription) => [subscription.id, subscription]))
  for (const { digest } of readers) if (!known.has(digest)) known.set(digest, 'subscribed')
  for (const { id, digest } of added) known.set(digest, byId.get(id) ?? 'subscribed')
  return known
}

const columnsAdded = sql.raw(
  `subscription_id, network_id, address, address_digest, state, language, country, frequency, themes, organisation_id, consent_way,
  consent_at, consent_words, person_id, declared_by, proof_id, left_word, consent_version, serial, mailed, created_at, updated_at`,
)

function rowOf({ actor, clock }: Context, networkId: string, reader: Omit<Declared, 'networkId'>) {
  const now = clock.now().toString()
  return {
    subscription_id: newId(),
    network_id: networkId,
    address: reader.address,
    address_digest: reader.digest,
    state: 'subscribed',
    ...columnsOf(reader.choices),
    consent_way: reader.way,
    consent_at: `${reader.givenOn}T00:00:00Z`,
    consent_words: reader.words,
    person_id: reader.personId ?? null,
    declared_by: personIdOf(actor),
    proof_id: reader.proofId ?? null,
    left_word: '',
    consent_version: '',
    serial: 1,
    mailed: 0,
    created_at: now,
    updated_at: now,
  }
}

/** Records that a reader was added by hand. */
export function noteAdded(context: Context, subscription: Subscription): Promise<void> {
  return note(context, subscription, 'added')
}

/** Removes a reader from the list. A coordinator can reverse it. */
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

/**
 * Reverses a removal, or the end of an address that bounced and works again, as its reader says. Readers who left by themselves or
 * complained can only come back by themselves.
 */
export async function returnSubscriber(context: Context, networkId: string, id: string): Promise<void> {
  authorize(mayKeepSubscribers(context.actor, networkId))
  const subscription = (await lookUpSubscription(context, networkId, id)) ?? notFound('subscription')
  const { numUpdatedRows } = await context.database
    .updateTable('newsletter_subscription')
    .set({
      state: 'subscribed',
      left_at: null,
      left_by: null,
      left_reason: null,
      updated_at: context.clock.now().toString(),
    })
    .where('subscription_id', '=', id)
    .where('state', '=', 'left')
    .where((is) => is.or([is('left_by', '=', 'coordinator'), is('left_reason', '=', 'bounce')]))
    .where('address', 'is not', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) {
    // Pressed twice: the first press has brought them back.
    const now = await lookUpSubscription(context, networkId, id)
    return now?.state === 'subscribed' ? undefined : notFound('subscription')
  }
  await context.database
    .deleteFrom('newsletter_suppression')
    .using('newsletter_subscription as s')
    .where('s.subscription_id', '=', id)
    .whereRef('newsletter_suppression.network_id', '=', 's.network_id')
    .whereRef('newsletter_suppression.address_digest', '=', 's.address_digest')
    .where('newsletter_suppression.kind', '=', 'bounce')
    .execute()
  await trustAddress(context, id)
  await note(context, subscription, 'restored')
}

// Without the address, which the log would keep.
function note(context: Context, { id, networkId }: Subscription, verb: string): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'subscription', subjectId: id })
}

/** Stores a document that proves consent. Returns its id. It is deleted after a day unless a subscription rests on it. */
export async function keepProof(
  context: Context,
  storage: Storage,
  networkId: string,
  { path, name, type }: { path: string; name: string; type: string },
): Promise<string> {
  authorize(mayKeepSubscribers(context.actor, networkId))
  const { fileId } = await keepFile(context, storage, { path }, { name, type })
  const proofId = newId()
  await context.database
    .insertInto('newsletter_proof')
    .values({
      proof_id: proofId,
      network_id: networkId,
      file_id: fileId,
      kept_at: context.clock.now().toString(),
    })
    .execute()
  return proofId
}

/** Deletes the documents to which no subscription refers; their bytes go the following night. */
export async function forgetProofs({ clock, database }: Context): Promise<void> {
  const dayAgo = clock.now().subtract({ hours: 24 }).toString()
  await sql`
    delete from newsletter_proof p
    where p.kept_at < ${dayAgo}
      and not exists (select from newsletter_subscription s where s.proof_id = p.proof_id)
  `.execute(database)
}
