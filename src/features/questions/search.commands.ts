import { sql } from 'kysely'
import type { Context } from '../../platform/context/context.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { recordSearch } from '../../platform/search/index.ts'
import { searchWords } from '../practices/index.ts'

/**
 * Rebuilds what a question is found by: its words and those of answers that others read. A question that only some read is found by nobody’s
 * words: it has no index.
 */
export async function refreshQuestionSearch(context: Context, id: string): Promise<void> {
  const { rows } = await sql<{
    texts: LocalizedText[]
    answers: LocalizedText[]
    isGroup: boolean
    themes: string[]
    trade: string | null
  }>`
    select q.themes, q.trade, q.visibility = 'group' as "isGroup", json_build_array(q.question, q.tried) as texts, coalesce((
      select json_agg(a.words) from questions_answer a where a.question_id = q.question_id and a.held_at is null
        and a.leaves_at <= ${context.clock.now().toString()}), '[]') as answers
    from questions_question q where q.question_id = ${id}
  `.execute(context.database)
  for (const { texts, answers, isGroup, themes, trade } of rows) {
    const words = [...texts, ...answers]
    await context.database
      .updateTable('questions_question')
      .set(
        isGroup
          ? recordSearch(words, searchWords(words, themes, trade === null ? [] : [trade]))
          : { search: '', grams: [] },
      )
      .where('question_id', '=', id)
      .execute()
  }
}
