import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type Question, questionLinks } from './question.ts'

/** What offices were asked about a country for a group, newest first. */
export async function listQuestions(
  context: Context,
  networkId: string,
  country: string,
): Promise<Question[]> {
  return select(context, sql`q.network_id = ${networkId} and q.country = ${country}`)
}

/** What a link leads to in a group; null for one that was never sent, or was ended. */
export async function lookUpQuestion(
  context: Context,
  networkId: string,
  token: string,
): Promise<Question | null> {
  const link = await questionLinks.lookUp(context, token)
  if (link === null) return null
  const [found] = await select(
    context,
    sql`q.network_id = ${networkId} and q.question_id = ${link.question_id}`,
  )
  return found ?? null
}

async function select({ database }: Context, which: ReturnType<typeof sql>): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select q.question_id as id, q.country, q.address, q.language, q.asked_at as "askedAt", q.ends_at as "endsAt",
      q.withdrawn_at as "withdrawnAt", person.language as "askerLanguage",
      (select count(distinct a.key)::int from briefs_answer a where a.question_id = q.question_id) as answered
    from briefs_question q left join people_person person on person.id = q.asked_by
    where ${which} order by q.asked_at desc, q.question_id
  `.execute(database)
  return rows
}

export interface SentAnswer {
  key: string
  suggestionId: string
  sentAt: Date
  decision: string | null
  /** Why it was declined. */
  reason: string
  /** As it was typed, in whichever language. */
  text: string
}

/** The latest answer to each item by one link, with what was decided on it. */
export async function listAnswers({ database }: Context, questionId: string): Promise<SentAnswer[]> {
  const { rows } = await sql<SentAnswer>`
    select distinct on (a.key) a.key, a.suggestion_id as "suggestionId", a.sent_at as "sentAt", s.decision,
      s.decision_reason as reason, coalesce((select said.value ->> 'text'
        from jsonb_each(s.document -> 'items' -> a.key -> 'text') as said where said.value ->> 'state' = 'original'), '') as text
    from briefs_answer a join contributions_suggestion s on s.suggestion_id = a.suggestion_id
    where a.question_id = ${questionId}
    order by a.key, a.sent_at desc, a.suggestion_id desc
  `.execute(database)
  return rows
}
