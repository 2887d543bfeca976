import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { removeNames } from '../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { withdrawLapsed } from './invitations/commands.ts'

/**
 * Takes name, addresses, sessions, keys, tokens and links of somebody away and ends their roles. The account stays as an empty
 * place, so that what was done under it still belongs to one person, whom nobody can name.
 */
export async function eraseAccount(context: Context, subject: DataSubject): Promise<void> {
  await eraseInvitations(context, subject)
  const { personId } = subject
  if (personId === null) return
  const { database } = context
  const now = context.clock.now().toString()
  await database.deleteFrom('people_session').where('person_id', '=', personId).execute()
  await database.deleteFrom('people_passkey').where('person_id', '=', personId).execute()
  await database.deleteFrom('people_token').where('person_id', '=', personId).execute()
  await database.deleteFrom('people_link').where('person_id', '=', personId).execute()
  await database
    .deleteFrom('people_verification')
    .where(sql<boolean>`strpos(value, ${personId}) > 0 or strpos(identifier, ${personId}) > 0`)
    .execute()
  await database
    .updateTable('people_role')
    .set({ ends_at: sql`greatest(starts_at, ${now}::timestamptz)`, ended_by: personId })
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', sql<Date>`${now}`)]))
    .execute()
  await database
    .updateTable('people_person')
    .set({
      name: '',
      // No mail server answers for this domain (RFC 2606).
      email: `erased-${personId}@erased.invalid`,
      image: null,
      country: null,
      operator_since: null,
      erased_at: now,
      updated_at: now,
    })
    .where('id', '=', personId)
    .execute()
  await withdrawLapsed(context, personId)
  const columns = { keys: ['role_id'], texts: ['reason'] } as const
  await removeNames(context, 'people_role', columns, subject)
}

/** An invitation of somebody keeps that there was one, and to which role. One to another address names somebody else, who may bear the same name. */
async function eraseInvitations(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const columns = { keys: ['invitation_id'], texts: ['words'] } as const
  await removeNames(context, 'people_invitation', columns, subject)
  await database
    .updateTable('people_invitation')
    .set({ address: sql`'erased-' || invitation_id || '@erased.invalid'`, name: '', words: null })
    .where('address', '=', sql<string>`any(${subject.addresses}::text[])`)
    .execute()
}
