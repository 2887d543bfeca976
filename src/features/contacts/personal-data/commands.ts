import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { removePersonal } from '../retention/removals/commands.ts'
import { listContactIds } from './queries.ts'

/** Removes the contacts of somebody and their name from what was written about posts; the posts and their dates stay. */
export async function eraseContacts(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await removePersonal(context, await listContactIds(context, subject), 'request')
  const posts = { keys: ['post_id'], texts: ['function'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'contacts_post', posts, subject))
    await database.updateTable('contacts_post').set(changes).where('post_id', '=', keys.post_id).execute()
  const former = { keys: ['import_id', 'post_id'], texts: ['function', 'new_function'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'contacts_former', former, subject))
    await database
      .updateTable('contacts_former')
      .set(changes)
      .where('import_id', '=', keys.import_id)
      .where('post_id', '=', keys.post_id)
      .execute()
  const records = { keys: ['network_id'], texts: ['controller', 'purpose', 'recipients'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'contacts_processing', records, subject))
    await database
      .updateTable('contacts_processing')
      .set(changes)
      .where('network_id', '=', keys.network_id)
      .execute()
}
