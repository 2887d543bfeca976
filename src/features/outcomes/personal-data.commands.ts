import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Erases the address that a question went to, who gave an answer, and a person’s name from its words, which name none. */
export async function eraseFromOutcomes(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    { table: 'outcomes_question', own: { address: 'address', left: { address: null } } },
    {
      table: 'outcomes_answer',
      key: ['answer_id'],
      texts: ['sentence', 'takes_up', 'said_as'],
      people: { said_by: null },
    },
  ])
}
