import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Removes a person’s name from the texts of events, commitments and decisions, and their id from their acts. Commitments stay. */
export async function eraseFromCommitments(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'agenda_critical_mass',
      key: ['event_id'],
      texts: ['smaller_words', 'smaller_date_words', 'smaller_venue'],
    },
    {
      table: 'agenda_commitment',
      key: ['commitment_id'],
      texts: ['words'],
      people: { committed_by: null, withdrawn_by: null },
    },
    {
      table: 'agenda_commitment_decision',
      key: ['decision_id'],
      texts: ['word', 'before', 'after'],
      people: { prolonged_by: null },
    },
  ])
}
