import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { draftPractice } from '../../practices/index.ts'
import { headline } from '../mails.ts'
import type { Question } from '../questions/question.ts'
import type { Answer } from './answers.queries.ts'
import { follow, letPublish } from './commands.ts'

/**
 * Its author lets an accepted answer become a sheet, or not. The draft is their authority’s: the question is its problem, their words are
 * what was done; what is missing, and what failed, is asked of them there.
 */
export async function publishAnswer(
  context: Context,
  question: Question,
  answer: Answer,
  may: boolean,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    await letPublish(inside, answer.id, may)
    if (!may || question.sheet !== null || answer.acceptedAt === null) return
    const sheet = await draftPractice(inside, question.networkId, {
      holderId: answer.organisation.id,
      title: titleOf(question),
      themes: question.themes,
      trades: question.trade === null ? [] : [question.trade],
      problem: question.question,
      done: answer.words,
    })
    await inside.database
      .updateTable('questions_question')
      .set({ sheet_id: sheet })
      .where('question_id', '=', question.id)
      .execute()
    await follow(inside, question, 'drafted', { sheet })
  })
}

function titleOf(question: Question): LocalizedText {
  return Object.fromEntries(
    Object.entries(question.question).map(([language, { state }]) => [
      language,
      { text: headline(question, language), state },
    ]),
  )
}
