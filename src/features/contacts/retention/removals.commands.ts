import type { Context } from '../../../platform/context/context.ts'
import { removeMailsTo } from '../../../platform/mail/personal-mails.ts'
import { forgetFormerOf } from '../former/removal.commands.ts'

/** Removes a person’s addresses, and what they were asked. Called inside a transaction. */
export async function removeAddresses(context: Context, contactId: string): Promise<void> {
  await forgetAsking(context, [contactId])
  await forgetFormerOf(context, [contactId])
  await context.database
    .updateTable('contacts_person')
    .set({ email: null, telephone: null, updated_at: context.clock.now().toString() })
    .where('contact_id', '=', contactId)
    .execute()
}

/** Removes all personal data, including what `removeAddresses` removes. Called inside a transaction. */
export async function removePersonal(
  context: Context,
  ids: readonly string[],
  why: 'retention' | 'request',
): Promise<void> {
  if (ids.length === 0) return
  const { database } = context
  const now = context.clock.now().toString()
  await forgetAsking(context, ids)
  await forgetFormerOf(context, ids)
  await database
    .updateTable('contacts_person')
    .set({
      name: '{}',
      salutation: '{}',
      languages: [],
      email: null,
      telephone: null,
      provenance_note: '',
      confirmed_by: null,
      removed_at: now,
      removed_for: why,
      updated_at: now,
    })
    .where('contact_id', 'in', ids)
    .execute()
  // A link that was not followed yet would show the removed data; an answer stays, as proof that it was given.
  await database
    .deleteFrom('contacts_consent')
    .where('contact_id', 'in', ids)
    .where('decided_at', 'is', null)
    .execute()
}

/**
 * Removes what people who leave a post were asked: their statement, which was about this post, and the mails that asked for it or for a
 * consent, since the outbox would keep name and address for a year.
 */
export async function forgetAsking(context: Context, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await context.database.deleteFrom('contacts_statement').where('contact_id', 'in', ids).execute()
  const written = await context.database
    .selectFrom('contacts_person')
    .select('email')
    .where('contact_id', 'in', ids)
    .where('email', 'is not', null)
    .execute()
  const addresses = written.flatMap(({ email }) => email ?? [])
  if (addresses.length === 0) return
  for (const kind of ['contacts.consent', 'contacts.asking']) await removeMailsTo(context, addresses, kind)
}
