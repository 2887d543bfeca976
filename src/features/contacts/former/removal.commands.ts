import { sql } from 'kysely'
import { dayOf } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'

/** Removes the addresses kept from before imports for people who have left or are erased. Called inside a transaction. */
export async function forgetFormerOf({ database }: Context, contactIds: readonly string[]): Promise<void> {
  const own = sql<string>`any(${[...contactIds]}::uuid[])`
  await database.deleteFrom('contacts_former').where('contact_id', '=', own).execute()
  await database
    .updateTable('contacts_former')
    .set({ new_email: null, new_telephone: null })
    .where('new_contact_id', '=', own)
    .execute()
}

/** Removes the copy of a post from before an import. */
export async function forgetFormer({ database }: Context, importId: string, postId: string): Promise<void> {
  await database
    .deleteFrom('contacts_former')
    .where('import_id', '=', importId)
    .where('post_id', '=', postId)
    .execute()
}

/** Every night: removes copies from before imports whose time is over. */
export async function removeFormer({ database, clock }: Context): Promise<void> {
  await database
    .deleteFrom('contacts_former')
    .where('kept_until', '<', sql<string>`${dayOf(clock)}`)
    .execute()
}
