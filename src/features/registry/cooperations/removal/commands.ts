import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/**
 * Removes a tie with everything that makes it up, as part of another command, which authorises and records. Its versions stay: nothing
 * that was ever published vanishes without a trace.
 */
export async function removeCooperation(context: Context, networkId: string, id: string): Promise<void> {
  const { database } = context
  const activities = await database
    .selectFrom('registry_activity_cooperation as own')
    .select('own.activity_id as id')
    .where('own.cooperation_id', '=', id)
    .where(
      sql<boolean>`not exists (select 1 from registry_activity_cooperation other
        where other.activity_id = own.activity_id and other.cooperation_id <> own.cooperation_id)`,
    )
    .execute()
  const agreements = await database
    .selectFrom('registry_agreement')
    .select('agreement_id as id')
    .where('cooperation_id', '=', id)
    .execute()
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id)
  await removeSubjects(context, networkId, [id, ...ids(agreements), ...ids(activities)])
  await removeAgreements(context, id, ids(agreements))
  await removeActivities(context, id, ids(activities))
  await database.deleteFrom('registry_party').where('cooperation_id', '=', id).execute()
  await database.deleteFrom('registry_standing').where('cooperation_id', '=', id).execute()
  await database.deleteFrom('registry_theme').where('cooperation_id', '=', id).execute()
  await database.deleteFrom('registry_actor').where('cooperation_id', '=', id).execute()
  await database.deleteFrom('registry_prospect').where('cooperation_id', '=', id).execute()
  await database.deleteFrom('registry_confirmation').where('cooperation_id', '=', id).execute()
  await database.deleteFrom('registry_confirmation_request').where('cooperation_id', '=', id).execute()
  await database
    .deleteFrom('registry_cooperation')
    .where('network_id', '=', networkId)
    .where('cooperation_id', '=', id)
    .execute()
}

// What speaks of something that is gone: its notes, what supports it, and what sources disagree on about it.
async function removeSubjects({ database }: Context, networkId: string, subjects: string[]): Promise<void> {
  await database
    .updateTable('registry_note')
    .set({ cooperation_id: null })
    .where('cooperation_id', 'in', subjects)
    .execute()
  const notes = await database
    .deleteFrom('registry_note')
    .where('network_id', '=', networkId)
    .where('subject_id', 'in', subjects)
    .returning('note_id')
    .execute()
  const all = [...subjects, ...notes.map((note) => note.note_id)]
  await database.deleteFrom('registry_evidence').where('subject_id', 'in', all).execute()
  await database
    .deleteFrom('registry_dispute_value')
    .where(
      'dispute_id',
      'in',
      database.selectFrom('registry_dispute').select('dispute_id').where('subject_id', 'in', all),
    )
    .execute()
  await database.deleteFrom('registry_dispute').where('subject_id', 'in', all).execute()
}

async function removeAgreements({ database }: Context, id: string, agreements: string[]): Promise<void> {
  if (agreements.length === 0) return
  await database.deleteFrom('registry_agreement_step').where('agreement_id', 'in', agreements).execute()
  await database.deleteFrom('registry_agreement_party').where('agreement_id', 'in', agreements).execute()
  await database
    .updateTable('registry_agreement')
    .set({ parent_id: null })
    .where('parent_id', 'in', agreements)
    .execute()
  await database.deleteFrom('registry_agreement').where('cooperation_id', '=', id).execute()
}

async function removeActivities({ database }: Context, id: string, activities: string[]): Promise<void> {
  await database.deleteFrom('registry_activity_cooperation').where('cooperation_id', '=', id).execute()
  if (activities.length === 0) return
  await database.deleteFrom('registry_activity_organisation').where('activity_id', 'in', activities).execute()
  await database.deleteFrom('registry_activity').where('activity_id', 'in', activities).execute()
}
