import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { sendMail } from '../../../platform/mail/send-mail.ts'
import { notFound } from '../../../platform/refusal.ts'
import { changing, noteChange } from '../posts/commands.ts'
import { findProcessing } from '../processing/queries.ts'
import { listCoordinators } from '../reminders/queries.ts'
import { keepUntil } from './keep-until.ts'
import { listEnding } from './queries.ts'
import { removePersonal } from './removals.commands.ts'
import { retentionMail } from './retention-mail.ts'

/** Keeps the person in a post for another usual period of the network. */
export async function extendRetention(context: Context, networkId: string, postId: string): Promise<void> {
  await changing(context, networkId, postId, async (inside, { present }) => {
    if (!present) notFound(postId)
    const { retentionMonths } = await findProcessing(inside, networkId)
    await inside.database
      .updateTable('contacts_person')
      .set({ retention_until: keepUntil(inside.clock, retentionMonths), retention_warned_at: null })
      .where('contact_id', '=', present.contactId)
      .where('removed_at', 'is', null)
      .execute()
    await noteChange(inside, networkId, postId, 'extended')
  })
}

/** Removes the person in a post because they asked, or should not be listed; the post and its dates stay. */
export async function eraseHolder(
  context: Context,
  networkId: string,
  postId: string,
  contactId: string,
): Promise<void> {
  await changing(context, networkId, postId, async (inside) => {
    const held = await inside.database
      .selectFrom('contacts_holding')
      .select('holding_id')
      .where('post_id', '=', postId)
      .where('contact_id', '=', contactId)
      .executeTakeFirst()
    if (!held) notFound(postId)
    await removePersonal(inside, [contactId], 'request')
    await noteChange(inside, networkId, postId, 'erased')
  })
}

/** Every night: removes persons whose retention has ended. Returns their number. */
export async function removeExpired(context: Context): Promise<number> {
  return inTransaction(context, async (inside) => {
    const expired = await inside.database
      .selectFrom('contacts_person as c')
      .leftJoin('contacts_holding as h', 'h.contact_id', 'c.contact_id')
      .select(['c.contact_id as contactId', 'c.network_id as networkId', 'h.post_id as postId'])
      .where('c.removed_at', 'is', null)
      .where('c.retention_until', '<', sql<string>`${dayOf(inside.clock)}`)
      .execute()
    const ids = [...new Set(expired.map(({ contactId }) => contactId))]
    await removePersonal(inside, ids, 'retention')
    for (const { networkId, postId } of expired)
      if (postId !== null) await noteChange(inside, networkId, postId, 'expired')
    return ids.length
  })
}

/** Every night: tells coordinators once which persons will be removed within thirty days. Returns the number of mails. */
export async function warnOfRemovals(
  context: Context,
  application: Pick<Application, 'translate' | 'settings'>,
): Promise<number> {
  return inTransaction(context, async (inside) => {
    const ending = await listEnding(inside)
    let mails = 0
    for (const [networkId, posts] of Map.groupBy(ending, (each) => each.networkId)) {
      for (const coordinator of await listCoordinators(inside, networkId)) {
        await sendMail(inside, retentionMail(application, coordinator, posts))
        mails++
      }
    }
    const ids = ending.map(({ contactId }) => contactId)
    await inside.database
      .updateTable('contacts_person')
      .set({ retention_warned_at: inside.clock.now().toString() })
      .where('contact_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute()
    return mails
  })
}
