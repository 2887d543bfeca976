import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { isId, newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import {
  type LocalizedText,
  mergeLocalizedText,
  type TypedText,
} from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { forgetFormerOf } from '../former/removal.commands.ts'
import type { PostKind } from '../legal.ts'
import { mayEditContacts } from '../policy.ts'
import { forgetAsking } from '../retention/removals.commands.ts'
import type { Trade } from '../trades/trades.ts'

export interface TypedPost {
  function: TypedText
  kind: PostKind
  themes: string[]
  /** Left as they are where none are given, as by an import. */
  trades?: Trade[]
  position: number
}

/** Adds a post of an organisation to a network’s list; returns its id. */
export async function addPost(
  context: Context,
  networkId: string,
  { organisationId, ...post }: TypedPost & { organisationId: string },
): Promise<string> {
  authorize(mayEditContacts(context.actor, networkId, organisationId))
  return inTransaction(context, async (inside) => {
    const postId = newId()
    const now = inside.clock.now().toString()
    await inside.database
      .insertInto('contacts_post')
      .values({
        post_id: postId,
        network_id: networkId,
        organisation_id: organisationId,
        function: JSON.stringify(mergeLocalizedText({}, post.function)),
        kind: post.kind,
        themes: post.themes,
        trades: post.trades ?? [],
        position: post.position,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await noteChange(inside, networkId, postId, 'added')
    return postId
  })
}

/** Changes a post’s name, what it is about and its place in the list. */
export async function changePost(
  context: Context,
  networkId: string,
  postId: string,
  post: TypedPost,
): Promise<void> {
  await changing(context, networkId, postId, async (inside, stored) => {
    await inside.database
      .updateTable('contacts_post')
      .set({
        function: JSON.stringify(mergeLocalizedText(stored.function, post.function)),
        kind: post.kind,
        themes: post.themes,
        ...(post.trades ? { trades: post.trades } : {}),
        position: post.position,
        updated_at: inside.clock.now().toString(),
      })
      .where('post_id', '=', postId)
      .execute()
    await noteChange(inside, networkId, postId, 'changed')
  })
}

/** Removes a post and everything kept about its holders. */
export async function removePost(context: Context, networkId: string, postId: string): Promise<void> {
  await changing(context, networkId, postId, async (inside) => {
    const { database } = inside
    await database.deleteFrom('contacts_former').where('post_id', '=', postId).execute()
    const held = await database
      .deleteFrom('contacts_holding')
      .where('post_id', '=', postId)
      .returning('contact_id')
      .execute()
    const ids = held.map((row) => row.contact_id)
    await forgetFormerOf(inside, ids)
    await forgetAsking(inside, ids)
    // A person who holds another post stays.
    const alone = sql<boolean>`contact_id = any(${ids}::uuid[])
      and not exists (select 1 from contacts_holding h where h.contact_id = x.contact_id)`
    await sql`delete from contacts_consent as x where ${alone}`.execute(database)
    await sql`delete from contacts_person as x where ${alone}`.execute(database)
    await database.deleteFrom('contacts_post').where('post_id', '=', postId).execute()
    await noteChange(inside, networkId, postId, 'removed')
  })
}

export interface StoredPost {
  organisationId: string
  function: LocalizedText
  present: { holdingId: string; contactId: string } | null
}

/** Changes a post in one transaction that locks its row. 404 for actors who may not change it. */
export async function changing<Result>(
  context: Context,
  networkId: string,
  postId: string,
  work: (inside: Context, post: StoredPost) => Promise<Result>,
): Promise<Result> {
  if (!isId(postId)) notFound(postId)
  return inTransaction(context, async (inside) => {
    const post = await inside.database
      .selectFrom('contacts_post')
      .select(['organisation_id as organisationId', 'function'])
      .where('network_id', '=', networkId)
      .where('post_id', '=', postId)
      .forUpdate()
      .executeTakeFirst()
    if (!post || !mayEditContacts(inside.actor, networkId, post.organisationId)) notFound(postId)
    const present = await inside.database
      .selectFrom('contacts_holding')
      .select(['holding_id as holdingId', 'contact_id as contactId'])
      .where('post_id', '=', postId)
      .where('left_at', 'is', null)
      .executeTakeFirst()
    return work(inside, { ...post, present: present ?? null })
  })
}

/** Records that a post was changed: neither what changed, nor for which person. */
export async function noteChange(
  context: Context,
  networkId: string,
  postId: string,
  verb: string,
): Promise<void> {
  await recordActivity(context, { networkId, verb, subjectKind: 'contact', subjectId: postId })
}
