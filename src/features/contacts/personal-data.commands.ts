import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { listContactIds } from './personal-data.queries.ts'
import { removePersonal } from './retention/removals.commands.ts'

/**
 * Removes a person’s contacts, their name from texts about posts, and their id from actions on other contacts; the posts and their dates
 * stay.
 */
export async function eraseContacts(context: Context, subject: DataSubject): Promise<void> {
  await removePersonal(context, await listContactIds(context, subject), 'request')
  await eraseFrom(context, subject, [
    { table: 'contacts_post', key: ['post_id'], texts: ['function'] },
    {
      table: 'contacts_former',
      key: ['import_id', 'post_id'],
      texts: ['function', 'new_function'],
      people: { confirmed_by: null },
    },
    { table: 'contacts_person', people: { confirmed_by: null } },
    { table: 'contacts_consent', people: { asked_by: null } },
    {
      table: 'contacts_statement',
      key: ['contact_id'],
      texts: ['words'],
      people: { asked_by: null },
    },
    { table: 'contacts_reminder', own: { person: 'person_id', left: 'nothing' } },
    { table: 'contacts_processing', key: ['network_id'], texts: ['controller', 'purpose', 'recipients'] },
  ])
}
