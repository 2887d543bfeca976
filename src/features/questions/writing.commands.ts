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

type About = Pick<Question, 'id' | 'networkId'>

/** Changes a question, while it is as expected, and follows the change; whether it was changed. */
export function writeQuestion(
  context: Context,
  question: About,
  verb: string | null,
  columns: Updateable<Database['questions_question']>,
  { still = sql`true`, detail = {} }: Change = {},
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const isThis = sql<boolean>`question_id = ${question.id} and ${still}`
    const { database, clock } = inside
    const changed = { updated_at: clock.now().toString(), ...columns }
    const rows = await database
      .updateTable('questions_question')
      .set(changed)
      .where(isThis)
      .executeTakeFirst()
    if (rows.numUpdatedRows === 1n) await follow(inside, question, verb, detail)
    return rows.numUpdatedRows === 1n
  })
}

/** Changes an answer in the same way. */
export function writeAnswer(
  context: Context,
  question: About,
  answer: string,
  verb: string | null,
  columns: Updateable<Database['questions_answer']>,
  { still = sql`true` }: Change = {},
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const isThis = sql<boolean>`answer_id = ${answer} and ${still}`
    const { database, clock } = inside
    const changed = { updated_at: clock.now().toString(), ...columns }
    const rows = await database.updateTable('questions_answer').set(changed).where(isThis).executeTakeFirst()
    if (rows.numUpdatedRows === 1n) await follow(inside, question, verb, { answer })
    return rows.numUpdatedRows === 1n
  })
}

/** Refreshes what a question is found by and what is translated of it, and records what was done, unless nobody is to know. */
export async function follow(
  inside: Context,
  question: About,
  verb: string | null,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await refreshQuestionSearch(inside, question.id)
  if (verb !== null) await recordUnread(inside, question, verb, detail)
  await reindexTexts(inside, [questionTexts], question.networkId, [{ kind: 'question', id: question.id }])
}

/** Records what was done where nothing changed that others read: what a question is found by and what is translated are as they were. */
export function recordUnread(
  inside: Context,
  { id, networkId }: About,
  verb: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordActivity(inside, { networkId, verb, subjectKind: 'question', subjectId: id, detail })
}
