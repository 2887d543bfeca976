import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { describeActor, personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { heldOnceConfirmed } from '../../../platform/input/likely-spam.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { selectState } from '../wishes/board/queries.ts'
import type { Introduction, RefusalReason, Side } from './introduction.ts'

export interface NewIntroduction {
  networkId: string
  wishId: string
  /** The authority that is interested. */
  organisationId: string
  text: string
  language: string
  /** The sender without an account; null where the actor sends. */
  sender: { name: string; address: string; language: string; heldFor: string | null } | null
}

/**
 * Records that an authority is interested in a wish; returns the id. People with an account are heard at once, others when they have
 * confirmed. Refuses a wish that is no longer open, and an authority with which talks about it are going on.
 */
export async function addIntroduction(context: Context, introduction: NewIntroduction): Promise<string> {
  const { networkId, wishId, organisationId, text, language, sender } = introduction
  await holdOpen(context, wishId)
  const id = newId()
  const now = context.clock.now().toString()
  const own = sender === null ? personIdOf(context.actor) : null
  const { numInsertedOrUpdatedRows } = await context.database
    .insertInto('partners_introduction')
    .values({
      introduction_id: id,
      network_id: networkId,
      wish_id: wishId,
      organisation_id: organisationId,
      person_id: own,
      sender_name: sender?.name ?? '',
      sender_address: sender?.address ?? null,
      language: sender?.language ?? language,
      held_for: sender?.heldFor ?? null,
      ...(sender === null ? { confirmed_at: now, vouched_at: now, vouched_by: own } : {}),
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('taken', 'Talks with this authority are going on')
  await addMessage(context, { id, networkId }, 'interest', { text, language })
  if (sender === null) await note(context, { id, networkId }, 'expressed')
  return id
}

/** The wish stays as it is until the transaction ends: closed meanwhile, it is not answered. */
export async function holdOpen(context: Context, wishId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from partners_wish w join directory_organisation o on o.organisation_id = w.organisation_id
    where w.wish_id = ${wishId} and ${selectState(context.today, 'open')} for share of w
  `.execute(context.database)
  if (rows.length === 0) throw new Refusal('tooLate', 'The wish is not answered any more')
}

/** Lets an expression in that was confirmed from its mail; the secretariat sees it then. */
export async function confirmIntroduction(context: Context, introduction: Introduction): Promise<void> {
  await holdOpen(context, introduction.wish.id)
  const open = sql<boolean>`not exists (select 1 from partners_introduction other where other.wish_id = partners_introduction.wish_id
    and other.organisation_id = partners_introduction.organisation_id and other.confirmed_at is not null
    and other.declined_at is null and other.withdrawn_at is null)`
  const { numUpdatedRows } = await context.database
    .updateTable('partners_introduction')
    .set(
      moved(context, {
        confirmed_at: context.clock.now().toString(),
        held_for: heldOnceConfirmed(introduction.heldFor),
      }),
    )
    .where('introduction_id', '=', introduction.id)
    .where('confirmed_at', 'is', null)
    .where(open)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken', 'Talks with this authority are going on')
  await note(context, introduction, 'arrived')
}

/** The secretariat vouches for the interested side: the authority of the wish is notified of it. */
export function vouchFor(context: Context, introduction: Introduction): Promise<void> {
  return change(context, introduction, 'vouched', {
    set: {
      vouched_at: context.clock.now().toString(),
      vouched_by: personIdOf(context.actor),
      held_for: null,
    },
    where: sql`vouched_at is null and declined_at is null and withdrawn_at is null`,
  })
}

export function acceptTalks(context: Context, introduction: Introduction): Promise<void> {
  return change(context, introduction, 'accepted', {
    set: { accepted_at: context.clock.now().toString(), accepted_by: describeActor(context.actor) },
    where: sql`vouched_at is not null and accepted_at is null and declined_at is null and withdrawn_at is null`,
  })
}

/** Declines talks; an authority’s decline is kept as its refusal, also when it goes on elsewhere. */
export async function declineTalks(
  context: Context,
  introduction: Introduction,
  { reason, words, language }: { reason: RefusalReason; words: string; language: string },
): Promise<void> {
  const now = context.clock.now().toString()
  const by = describeActor(context.actor)
  await change(context, introduction, 'declined', {
    set: { declined_at: now, declined_by: by },
    where: sql`declined_at is null and withdrawn_at is null and made_at is null`,
  })
  // What the secretariat does not pass on was refused by no authority; its words are delivered all the same.
  const { id, networkId, vouchedAt, owner, interested, wish } = introduction
  if (vouchedAt === null) {
    if (words !== '') await addMessage(context, introduction, 'adviser', { text: words, language })
    return
  }
  await context.database
    .insertInto('partners_refusal')
    .values({
      refusal_id: newId(),
      network_id: networkId,
      introduction_id: id,
      wish_id: wish.id,
      organisation_id: owner.id,
      refused_id: interested.id,
      reason,
      words,
      language,
      refused_at: now,
      refused_by: by,
      known_on: context.today,
    })
    .execute()
}

/** Takes a refusal back, where no other talks with that authority have begun meanwhile. */
export async function resumeTalks(context: Context, introduction: Introduction): Promise<void> {
  await change(context, introduction, 'resumed', {
    set: { declined_at: null, declined_by: null },
    where: sql`declined_at is not null and not exists (select 1 from partners_introduction other
      where other.wish_id = partners_introduction.wish_id and other.organisation_id = partners_introduction.organisation_id
        and other.introduction_id <> partners_introduction.introduction_id and other.confirmed_at is not null
        and other.declined_at is null and other.withdrawn_at is null)`,
  })
  await context.database
    .updateTable('partners_refusal')
    .set({ revoked_at: context.clock.now().toString() })
    .where('introduction_id', '=', introduction.id)
    .where('revoked_at', 'is', null)
    .execute()
}

export function withdrawInterest(context: Context, introduction: Introduction): Promise<void> {
  return change(context, introduction, 'withdrawn', {
    set: { withdrawn_at: context.clock.now().toString(), withdrawn_by: describeActor(context.actor) },
    where: sql`declined_at is null and withdrawn_at is null and made_at is null`,
  })
}

/** Hands the talks to an adviser. Of two concurrent requests one succeeds; the other is refused. */
export function assignAdviser(
  context: Context,
  introduction: Introduction,
  { personId, seen }: { personId: string; seen: string | null },
): Promise<void> {
  return change(context, introduction, 'assigned', {
    set: { adviser_id: personId },
    where: sql`adviser_id is not distinct from ${seen}::uuid`,
  })
}

/** Adds a message of one side, in its language; returns the message’s id. */
export async function addMessage(
  context: Context,
  { id, networkId }: Pick<Introduction, 'id' | 'networkId'>,
  side: Side,
  { text, language }: { text: string; language: string },
): Promise<string> {
  const messageId = newId()
  const now = context.clock.now().toString()
  await context.database
    .insertInto('partners_introduction_message')
    .values({
      message_id: messageId,
      introduction_id: id,
      side,
      person_id: personIdOf(context.actor),
      text,
      language,
      written_at: now,
    })
    .execute()
  await context.database
    .updateTable('partners_introduction')
    .set({ updated_at: now })
    .where('introduction_id', '=', id)
    .execute()
  await note(context, { id, networkId }, 'answered')
  return messageId
}

interface Move {
  set: Record<string, string | null>
  where: ReturnType<typeof sql>
}

/** Moves talks on from their current state; refuses when another person moved them meanwhile. */
export async function change(
  context: Context,
  introduction: Pick<Introduction, 'id' | 'networkId'>,
  verb: string,
  { set, where }: Move,
): Promise<void> {
  const { numUpdatedRows } = await context.database
    .updateTable('partners_introduction')
    .set(moved(context, set))
    .where('introduction_id', '=', introduction.id)
    .where(sql<boolean>`${where}`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken', 'Somebody else was quicker')
  await note(context, introduction, verb)
}

function moved<S extends Record<string, string | null>>({ clock }: Context, set: S) {
  return { ...set, updated_at: clock.now().toString() }
}

function note(
  context: Context,
  { id, networkId }: Pick<Introduction, 'id' | 'networkId'>,
  verb: string,
): Promise<void> {
  return recordActivity(context, { networkId, verb, subjectKind: 'introduction', subjectId: id })
}
