import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'

/** Forgets how some people were reached before imports: they have left, or are forgotten themselves. Called inside a transaction. */
export async function forgetFormerOf({ database }: Context, contactIds: readonly string[]): Promise<void> {
  const own = sql<string>`any(${[...contactIds]}::uuid[])`
  await database.deleteFrom('contacts_former').where('contact_id', '=', own).execute()
  await database
    .updateTable('contacts_former')
    .set({ new_email: null, new_telephone: null })
    .where('new_contact_id', '=', own)
    .execute()
}

/** Forgets how a post stood before an import. */
export async function forgetFormer({ database }: Context, importId: string, postId: string): Promise<void> {
  await database
    .deleteFrom('contacts_former')
    .where('import_id', '=', importId)
    .where('post_id', '=', postId)
    .execute()
}

/** Every night: what was kept for the way back of an import goes when its time is over. */
export async function removeFormer({ database, clock }: Context): Promise<void> {
  await database
    .deleteFrom('contacts_former')
    .where('kept_until', '<', sql<string>`${dayOf(clock)}`)
    .execute()
}
