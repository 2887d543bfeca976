import { sql } from 'kysely'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { forgetFormerOf } from '../former/removal.commands.ts'
import type { LegalBasis, Provenance, TransferBasis } from '../legal.ts'
import { changing, noteChange } from '../posts/commands.ts'
import { findProcessing } from '../processing/queries.ts'
import { keepUntil } from '../retention/keep-until.ts'
import { forgetAsking, removeAddresses } from '../retention/removals.commands.ts'

export interface TypedHolder {
  name: LocalizedName
  salutation: LocalizedName
  languages: string[]
  email: string | null
  telephone: string | null
  /** EDTF. */
  from: string | null
  residence: string
  provenance: Provenance
  provenanceNote: string
  legalBasis: LegalBasis
  transferBasis: TransferBasis
  /** ISO day; null for the network’s usual period. */
  retentionUntil: string | null
}

/** Puts a person into a vacant post. */
export async function addHolder(
  context: Context,
  networkId: string,
  postId: string,
  typed: TypedHolder,
): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (present) throw new Refusal('taken', 'Somebody holds this post: hand it over')
    await insertHolder(inside, networkId, postId, typed)
    await noteChange(inside, networkId, postId, 'filled')
  })
}

/** Corrects the data of the person in a post; a correction is also a confirmation. */
export async function correctHolder(
  context: Context,
  networkId: string,
  postId: string,
  typed: TypedHolder,
): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (!present) notFound(postId)
    // Whoever reads the mails of another address no longer answers for them.
    await sql`
      delete from contacts_statement_link l using contacts_person c
      where l.contact_id = ${present.contactId} and c.contact_id = l.contact_id and c.email is distinct from ${typed.email}::text
    `.execute(inside.database)
    await inside.database
      .updateTable('contacts_person')
      .set(await personColumns(inside, networkId, typed))
      .where('contact_id', '=', present.contactId)
      .where('removed_at', 'is', null)
      .execute()
    await inside.database
      .updateTable('contacts_holding')
      .set({ held_from: typed.from })
      .where('holding_id', '=', present.holdingId)
      .execute()
    await noteChange(inside, networkId, postId, 'corrected')
  })
}

/** Hands a post over: the previous holder becomes history, without addresses, and the next one follows. */
export async function handOver(
  context: Context,
  networkId: string,
  postId: string,
  { until, next }: { until: string | null; next: TypedHolder },
): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (!present) notFound(postId)
    await leave(inside, present, until)
    const holdingId = await insertHolder(inside, networkId, postId, next)
    await inside.database
      .updateTable('contacts_holding')
      .set({ handed_to: holdingId })
      .where('holding_id', '=', present.holdingId)
      .execute()
    await noteChange(inside, networkId, postId, 'handedOver')
  })
}

/** Declares a post vacant, since when, and for when a successor is announced; the previous holder becomes history. */
export async function declareVacancy(
  context: Context,
  networkId: string,
  postId: string,
  { since, announcedFor }: { since: string | null; announcedFor: string | null },
): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (present) await leave(inside, present, since)
    await inside.database
      .updateTable('contacts_post')
      .set({
        vacant_since: since,
        announced_for: announcedFor,
        updated_at: inside.clock.now().toString(),
      })
      .where('post_id', '=', postId)
      .execute()
    await noteChange(inside, networkId, postId, 'vacated')
  })
}

/** Confirms that everything about the person in a post still holds, which prolongs their retention. */
export async function confirmHolder(context: Context, networkId: string, postId: string): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (!present) notFound(postId)
    const confirmed = await inside.database
      .updateTable('contacts_person')
      .set({
        ...confirmation(inside),
        retention_until: await usualEnd(inside, networkId),
        retention_warned_at: null,
      })
      .where('contact_id', '=', present.contactId)
      .where('removed_at', 'is', null)
      .executeTakeFirst()
    if (confirmed.numUpdatedRows !== 1n) notFound(postId)
    await noteChange(inside, networkId, postId, 'confirmed')
  })
}

async function insertHolder(context: Context, networkId: string, postId: string, typed: TypedHolder) {
  const { database, clock } = context
  const [contactId, holdingId] = [newId(), newId()]
  const now = clock.now().toString()
  await database
    .insertInto('contacts_person')
    .values({
      contact_id: contactId,
      network_id: networkId,
      ...(await personColumns(context, networkId, typed)),
      created_at: now,
    })
    .execute()
  await database
    .insertInto('contacts_holding')
    .values({
      holding_id: holdingId,
      post_id: postId,
      contact_id: contactId,
      held_from: typed.from,
      created_at: now,
    })
    .execute()
  await database
    .updateTable('contacts_post')
    .set({ vacant_since: null, announced_for: null, updated_at: now })
    .where('post_id', '=', postId)
    .execute()
  return holdingId
}

// Nobody needs to reach a person in a post that they have left: only their identity is kept, until the day that was set.
async function leave(
  context: Context,
  { holdingId, contactId }: { holdingId: string; contactId: string },
  until: string | null,
): Promise<void> {
  await context.database
    .updateTable('contacts_holding')
    .set({ held_until: until, left_at: context.clock.now().toString() })
    .where('holding_id', '=', holdingId)
    .execute()
  await removeAddresses(context, contactId)
}

async function personColumns(context: Context, networkId: string, typed: TypedHolder) {
  return {
    name: JSON.stringify(typed.name),
    salutation: JSON.stringify(typed.salutation),
    languages: typed.languages,
    email: typed.email,
    telephone: typed.telephone,
    residence: typed.residence,
    provenance: typed.provenance,
    provenance_note: typed.provenanceNote,
    legal_basis: typed.legalBasis,
    transfer_basis: typed.transferBasis,
    ...confirmation(context),
    retention_until: typed.retentionUntil ?? (await usualEnd(context, networkId)),
    retention_warned_at: null,
  }
}

function confirmation({ actor, clock }: Context) {
  const now = clock.now().toString()
  return {
    confirmed_at: now,
    confirmed_by: personIdOf(actor),
    updated_at: now,
  }
}

async function usualEnd(context: Context, networkId: string): Promise<string> {
  const { retentionMonths } = await findProcessing(context, networkId)
  return keepUntil(context.clock, retentionMonths)
}

/** Removes a person from a post into which they were put by mistake: nothing of it is kept, and a person who holds another post stays. */
export async function removeHolder(context: Context, networkId: string, postId: string): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (!present) return
    const { database } = inside
    await forgetFormerOf(inside, [present.contactId])
    await database.deleteFrom('contacts_holding').where('holding_id', '=', present.holdingId).execute()
    await forgetAsking(inside, [present.contactId])
    const alone = sql<boolean>`contact_id = ${present.contactId}
      and not exists (select 1 from contacts_holding h where h.contact_id = x.contact_id)`
    await sql`delete from contacts_consent as x where ${alone}`.execute(database)
    await sql`delete from contacts_person as x where ${alone}`.execute(database)
    await noteChange(inside, networkId, postId, 'vacated')
  })
}
