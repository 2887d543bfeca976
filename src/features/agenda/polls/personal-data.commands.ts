import type { Context } from '../../../platform/context/context.ts'
import { removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { forgetVotersOf } from './retention.commands.ts'

/** Takes somebody out of polls: their answers stay as answers of their side, their name in what others wrote goes. */
export async function eraseFromPolls(context: Context, subject: DataSubject): Promise<void> {
  await forgetVotersOf(context, subject)
  const polls = { keys: ['poll_id'], texts: ['title', 'about'] } as const
  await removeNames(context, 'agenda_poll', polls, subject)
  const voters = { keys: ['voter_id'], texts: ['name', 'word'] } as const
  await removeNames(context, 'agenda_poll_voter', voters, subject)
  const answers = { keys: ['voter_id', 'option_id'], texts: ['word'] } as const
  await removeNames(context, 'agenda_poll_answer', answers, subject)
}
