import { sql } from 'kysely'
import { forgetActors } from '../../platform/activity/personal-activity.ts'
import type { Context } from '../../platform/context/context.ts'
import { exercise } from '../../platform/settings/exercise.ts'

/** After a question is closed. */
export const yearsKept = 3

/** Takes the names out of questions that were closed three years ago: who asked, who was asked, who signed, who did what; the words stay. */
export async function forgetOldNames({
  clock,
  database,
}: Pick<Context, 'clock' | 'database'>): Promise<void> {
  const limit = clock.now().toZonedDateTimeISO('UTC').subtract({ years: yearsKept }).toInstant().toString()
  // The exercise’s people are invented, and its questions stand on the day on which it opens.
  const old = sql`(select q.question_id from questions_question q join networks_network n on n.network_id = q.network_id
    where q.closed_at < ${limit}::timestamptz and n.slug <> ${exercise})`
  await sql`update questions_question set asked_by = null where question_id in ${old} and asked_by is not null`.execute(
    database,
  )
  await sql`update questions_answer set said_by = null, signed = '' where question_id in ${old} and (said_by is not null or signed <> '')`.execute(
    database,
  )
  await sql`delete from questions_answer_version v using questions_answer a where a.answer_id = v.answer_id and a.question_id in ${old}`.execute(
    database,
  )
  await forgetActors({ database }, 'question', old)
  // With it go the link and the address by which somebody answered.
  await sql`delete from questions_asked where question_id in ${old}`.execute(database)
}
