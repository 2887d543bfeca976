import type { Context } from '../../platform/context/context.ts'
import { removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { listContactIds } from './personal-data.queries.ts'
import { removePersonal } from './retention/removals.commands.ts'

/** Removes the contacts of somebody and their name from what was written about posts; the posts and their dates stay. */
export async function eraseContacts(context: Context, subject: DataSubject): Promise<void> {
  await removePersonal(context, await listContactIds(context, subject), 'request')
  const posts = { keys: ['post_id'], texts: ['function'] } as const
  await removeNames(context, 'contacts_post', posts, subject)
  const former = { keys: ['import_id', 'post_id'], texts: ['function', 'new_function'] } as const
  await removeNames(context, 'contacts_former', former, subject)
  const records = { keys: ['network_id'], texts: ['controller', 'purpose', 'recipients'] } as const
  await removeNames(context, 'contacts_processing', records, subject)
}
