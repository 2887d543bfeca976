import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { listContactIds } from './personal-data.queries.ts'
import { removePersonal } from './retention/removals.commands.ts'

/** Removes the contacts of somebody and their name from what was written about posts; the posts and their dates stay. */
export async function eraseContacts(context: Context, subject: DataSubject): Promise<void> {
  await removePersonal(context, await listContactIds(context, subject), 'request')
  await eraseFrom(context, subject, [
    { table: 'contacts_post', key: ['post_id'], texts: ['function'] },
    { table: 'contacts_former', key: ['import_id', 'post_id'], texts: ['function', 'new_function'] },
    { table: 'contacts_processing', key: ['network_id'], texts: ['controller', 'purpose', 'recipients'] },
  ])
}
