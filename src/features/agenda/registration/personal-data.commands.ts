import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { fold } from '../../../platform/search/index.ts'

/** Takes away what somebody registered for, their name from what others wrote, and their id from what they did with the lists of others. */
export async function eraseFromRegistrations(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await database
    .deleteFrom('agenda_registration')
    .where(
      sql<boolean>`(lower(address) = any(${subject.addresses}::text[]) or person_id = ${subject.personId}::uuid)`,
    )
    .execute()
  // What is searched in is folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  const registrations = {
    keys: ['registration_id'],
    texts: ['name', 'organisation', 'answers', 'withdrawal_word', 'search'],
  } as const
  await removeNames(context, 'agenda_registration', registrations, folded)
  const terms = { keys: ['event_id'], texts: ['questions', 'data_use'] } as const
  await removeNames(context, 'agenda_registration_terms', terms, subject)
  if (subject.personId === null) return
  for (const column of ['withdrawn_by', 'added_by', 'checked_in_by'] as const)
    await database
      .updateTable('agenda_registration')
      .set({ [column]: null })
      .where(column, '=', subject.personId)
      .execute()
}
