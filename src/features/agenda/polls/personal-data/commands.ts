import type { Context } from '../../../../platform/context/context.ts'
import { listNamingRows } from '../../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../../platform/personal-data/personal-data.ts'
import { forgetVotersOf } from '../retention/commands.ts'

/** Takes somebody out of polls: their answers stay as answers of their side, their name in what others wrote goes. */
export async function eraseFromPolls(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  await forgetVotersOf(context, subject)
  const polls = { keys: ['poll_id'], texts: ['title', 'about'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_poll', polls, subject))
    await database.updateTable('agenda_poll').set(changes).where('poll_id', '=', keys.poll_id).execute()
  const voters = { keys: ['voter_id'], texts: ['name', 'word'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_poll_voter', voters, subject))
    await database
      .updateTable('agenda_poll_voter')
      .set(changes)
      .where('voter_id', '=', keys.voter_id)
      .execute()
  const answers = { keys: ['voter_id', 'option_id'], texts: ['word'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'agenda_poll_answer', answers, subject))
    await database
      .updateTable('agenda_poll_answer')
      .set(changes)
      .where('voter_id', '=', keys.voter_id)
      .where('option_id', '=', keys.option_id)
      .execute()
}
