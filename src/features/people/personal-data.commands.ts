import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'
import { withdrawLapsed } from './invitations/commands.ts'

/**
 * Erases a person’s name, addresses, sessions, passkeys, tokens and links, and ends their roles. The account remains as an empty record, so
 * that what was done under it still belongs to one person, now unnamed.
 */
export async function eraseAccount(context: Context, subject: DataSubject): Promise<void> {
  await eraseInvitations(context, subject)
  const { personId } = subject
  if (personId === null) return
  const { database } = context
  const now = context.clock.now().toString()
  await eraseFrom(context, subject, [
    { table: 'people_session', own: { person: 'person_id', left: 'nothing' } },
    { table: 'people_passkey', own: { person: 'person_id', left: 'nothing' } },
    { table: 'people_token', own: { person: 'person_id', left: 'nothing' } },
    { table: 'people_link', own: { person: 'person_id', left: 'nothing' } },
    { table: 'people_role', key: ['role_id'], texts: ['reason'] },
  ])
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
      languages: null,
      operator_since: null,
      erased_at: now,
      updated_at: now,
    })
    .where('id', '=', personId)
    .execute()
  await withdrawLapsed(context, personId)
}

/**
 * Erases a person from invitations; each keeps its role and that it existed. An invitation to another address keeps its name field, which
 * may be that of a namesake.
 */
async function eraseInvitations(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'people_invitation', key: ['invitation_id'], texts: ['words'] },
  ])
  await context.database
    .updateTable('people_invitation')
    .set({ address: sql`'erased-' || invitation_id || '@erased.invalid'`, name: '', words: null })
    .where('address', '=', sql<string>`any(${subject.addresses}::text[])`)
    .execute()
}
