import type { Context } from '../../platform/context/context.ts'
import { eraseFrom } from '../../platform/personal-data/erase-from.ts'
import type { DataSubject } from '../../platform/personal-data/personal-data.ts'

/** Removes a person’s name from questions and answers, those of others too, and their id from what they asked and said. */
export async function eraseFromQuestions(context: Context, subject: DataSubject): Promise<void> {
  await eraseFrom(context, subject, [
    {
      table: 'questions_question',
      key: ['question_id'],
      texts: ['question', 'tried', 'hidden_reason'],
      folded: ['search'],
      grams: true,
      people: { asked_by: null },
    },
    {
      table: 'questions_answer',
      key: ['answer_id'],
      texts: ['words', 'back', 'back_said', 'signed'],
      people: { said_by: null },
    },
    { table: 'questions_answer_version', key: ['version_id'], texts: ['words'] },
  ])
}
