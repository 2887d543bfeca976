import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Erases a person from bilateral meetings: their name and address, and their id from what they did. Meetings of organisations stay. */
export async function eraseFromMeetings(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'partners_session_participant',
      own: { address: 'address', left: { person_name: '', address: null } },
      key: ['participant_id'],
      texts: ['person_name'],
      people: { added_by: null, left_by: null },
    },
    {
      table: 'partners_session',
      key: ['session_id'],
      texts: ['told_title', 'told_venue'],
      people: { opened_by: null },
    },
    { table: 'partners_session_rule', people: { made_by: null } },
    { table: 'partners_session_run', people: { started_by: null } },
  ])
}
