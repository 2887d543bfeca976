import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody out of bilateral meetings: their name and address, and their id from what they did. Meetings of organisations stay. */
export async function eraseFromMeetings(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await database
    .updateTable('partners_session_participant')
    .set({ person_name: '', address: null })
    .where(sql<boolean>`lower(address) = any(${[...subject.addresses]}::text[])`)
    .execute()
  const columns = { keys: ['participant_id'], texts: ['person_name'] } as const
  await removeNames(context, 'partners_session_participant', columns, subject)
  const told = { keys: ['session_id'], texts: ['told_title', 'told_venue'] } as const
  await removeNames(context, 'partners_session', told, subject)
  if (subject.personId !== null) await eraseDeeds(context, subject.personId)
}

async function eraseDeeds({ database }: Context, personId: string): Promise<void> {
  await database
    .updateTable('partners_session')
    .set({ opened_by: null })
    .where('opened_by', '=', personId)
    .execute()
  for (const column of ['added_by', 'left_by'] as const)
    await database
      .updateTable('partners_session_participant')
      .set({ [column]: null })
      .where(column, '=', personId)
      .execute()
  await database
    .updateTable('partners_session_rule')
    .set({ made_by: null })
    .where('made_by', '=', personId)
    .execute()
  await database
    .updateTable('partners_session_run')
    .set({ started_by: null })
    .where('started_by', '=', personId)
    .execute()
}
