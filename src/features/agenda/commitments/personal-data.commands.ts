import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Takes somebody’s name out of what events ask for and what was said of it, and their id from what they did. Commitments of authorities stay. */
export async function eraseFromCommitments(context: Context, subject: DataSubject): Promise<void> {
  await eraseNames(context, subject)
  if (subject.personId === null) return
  const { database } = context
  for (const column of ['committed_by', 'withdrawn_by'] as const)
    await database
      .updateTable('agenda_commitment')
      .set({ [column]: null })
      .where(column, '=', subject.personId)
      .execute()
  await database
    .updateTable('agenda_commitment_decision')
    .set({ prolonged_by: null })
    .where('prolonged_by', '=', subject.personId)
    .execute()
}

async function eraseNames(context: Context, subject: DataSubject): Promise<void> {
  const masses = {
    keys: ['event_id'],
    texts: ['smaller_words', 'smaller_date_words', 'smaller_venue'],
  } as const
  await removeNames(context, 'agenda_critical_mass', masses, subject)
  const commitments = { keys: ['commitment_id'], texts: ['words'] } as const
  await removeNames(context, 'agenda_commitment', commitments, subject)
  const decisions = { keys: ['decision_id'], texts: ['word', 'before', 'after'] } as const
  await removeNames(context, 'agenda_commitment_decision', decisions, subject)
}
