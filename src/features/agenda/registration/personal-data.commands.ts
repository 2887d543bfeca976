import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Erases a person’s registrations, their name from what others wrote, and their id from what they did with the lists of others. */
export async function eraseFromRegistrations(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'agenda_registration',
      own: { address: 'address', person: 'person_id', left: 'nothing' },
      key: ['registration_id'],
      texts: ['name', 'organisation', 'answers', 'withdrawal_word'],
      folded: ['search'],
      people: { withdrawn_by: null, added_by: null, checked_in_by: null },
    },
    { table: 'agenda_registration_terms', key: ['event_id'], texts: ['questions', 'data_use'] },
  ])
}
