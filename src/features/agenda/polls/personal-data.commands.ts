import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgetVotersOf } from './retention.commands.ts'

/** Removes a person from polls: their answers stay as answers of their side, their name goes from what others wrote. */
export async function eraseFromPolls(context: Context, subject: DataSubject): Promise<void> {
  await forgetVotersOf(context, subject)
  await eraseFrom(context, subject, [
    { table: 'agenda_poll', key: ['poll_id'], texts: ['title', 'about'], people: { made_by: null } },
    { table: 'agenda_poll_voter', key: ['voter_id'], texts: ['name', 'word'] },
    { table: 'agenda_poll_answer', key: ['voter_id', 'option_id'], texts: ['word'] },
  ])
}
