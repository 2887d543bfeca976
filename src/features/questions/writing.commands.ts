import { sql, type Updateable } from 'kysely'
import { recordActivity } from '../../platform/activity/activity.ts'
import type { Context } from '../../platform/context/context.ts'
import type { Database } from '../../platform/database/schema.generated.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { reindexTexts } from '../translations/index.ts'
import { questionTexts } from './question-texts.commands.ts'
import type { Question } from './questions/question.ts'
import { refreshQuestionSearch } from './search.commands.ts'

interface Change {
  /** SQL: the row is still as whoever changes it saw it. */
  still?: ReturnType<typeof sql<boolean>>
  /** For the activity that is recorded. */
  detail?: Record<string, unknown>
}

/** Changes a question, while it is as expected, and follows the change; whether it was changed. */
export function writeQuestion(
  context: Context,
  question: Pick<Question, 'id' | 'networkId'>,
  verb: string | null,
  columns: Updateable<Database['questions_question']>,
  { still = sql`true`, detail = {} }: Change = {},
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('questions_question')
      .set({ updated_at: inside.clock.now().toString(), ...columns })
      .where('question_id', '=', question.id)
      .where(still)
      .executeTakeFirst()
    if (numUpdatedRows === 1n) await follow(inside, question, verb, detail)
    return numUpdatedRows === 1n
  })
}

/** Changes an answer in the same way. */
export function writeAnswer(
  context: Context,
  question: Pick<Question, 'id' | 'networkId'>,
  answerId: string,
  verb: string | null,
  columns: Updateable<Database['questions_answer']>,
  { still = sql`true` }: Change = {},
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const { numUpdatedRows } = await inside.database
      .updateTable('questions_answer')
      .set({ updated_at: inside.clock.now().toString(), ...columns })
      .where('answer_id', '=', answerId)
      .where(still)
      .executeTakeFirst()
    if (numUpdatedRows === 1n) await follow(inside, question, verb, { answer: answerId })
    return numUpdatedRows === 1n
  })
}

/** Refreshes what a question is found by and what is translated of it, and records what was done, unless nobody is to know. */
export async function follow(
  inside: Context,
  { id, networkId }: Pick<Question, 'id' | 'networkId'>,
  verb: string | null,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await refreshQuestionSearch(inside, id)
  if (verb !== null)
    await recordActivity(inside, { networkId, verb, subjectKind: 'question', subjectId: id, detail })
  await reindexTexts(inside, [questionTexts], networkId, [{ kind: 'question', id }])
}
