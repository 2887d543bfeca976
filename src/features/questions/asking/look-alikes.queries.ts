import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { type LocalizedText, plainText } from '../../../platform/i18n/localized-text.ts'
import { fold, queryPlan } from '../../../platform/search/index.ts'
import { whereVisible } from '../questions/queries.ts'
import type { Question } from '../questions/question.ts'

/** A sheet, or a question that was answered, that may answer another one. */
export interface LookAlike {
  kind: 'practice' | 'question'
  id: string
  slug: string
  title: LocalizedText
}

const [mostShown, mostWords, shortestWord] = [5, 6, 4]

/**
 * What looks like a question, the likest first: themes are the same word in all languages, and the longest words of its text are looked
 * for as they are. Of questions, those that the asker may read and that have an answer.
 */
export async function listLookAlikes(
  context: Context,
  networkId: string,
  { id, question, themes }: Pick<Question, 'id' | 'question' | 'themes'>,
): Promise<LookAlike[]> {
  const now = context.clock.now().toString()
  const text = Object.values(plainText(question)).join(' ')
  const words = [...new Set(fold(text).split(/[^\p{L}\p{N}]+/u))]
    .filter((word) => word.length >= (/\p{Script=Hangul}/u.test(word) ? 2 : shortestWord))
    .toSorted((one, other) => other.length - one.length)
    .slice(0, mostWords)
  const found = words.flatMap((word) => {
    const plan = queryPlan(word)
    return plan.kind === 'match' ? [{ grams: plan.grams, likes: plan.likes }] : []
  })
  const hits = (alias: string) =>
    found.map(({ grams, likes }) => {
      const [g, s] = [sql.ref(`${alias}.grams`), sql.ref(`${alias}.search`)]
      return sql`(${g} @> ${grams}::text[] and ${sql.join(
        likes.map((like) => sql`${s} like ${like}`),
        sql` and `,
      )})`
    })
  const score = (alias: string) =>
    sql.join(
      [
        sql`3 * (select count(*)::int from unnest(${sql.ref(`${alias}.themes`)}) theme where theme = any(${[...themes]}::text[]))`,
        ...hits(alias).map((hit) => sql`${hit}::int`),
      ],
      sql` + `,
    )
  const isLike = (alias: string) =>
    sql`(${sql.join([sql`${sql.ref(`${alias}.themes`)} && ${[...themes]}::text[]`, ...hits(alias)], sql` or `)})`
  const { rows } = await sql<LookAlike>`
    select kind, id, slug, title from (
      (select 'practice' as kind, s.sheet_id as id, s.slug, s.title, ${score('s')} as score, s.known_on from practices_sheet s
        where s.network_id = ${networkId} and s.publication = 'published' and s.known_on <= ${context.today} and ${isLike('s')}
        order by score desc, s.known_on desc, s.sheet_id limit ${mostShown})
      union all
      (select 'question', q.question_id, q.slug, q.question, ${score('q')} as score, q.known_on from questions_question q
        where q.network_id = ${networkId} and q.question_id is distinct from ${id}::uuid and q.outcome is distinct from 'merged'
          and ${isLike('q')} and ${whereVisible(context.actor)}
          and exists (select from questions_answer a where a.question_id = q.question_id and a.held_at is null and a.leaves_at <= ${now})
        order by score desc, q.known_on desc, q.question_id limit ${mostShown})
    ) as alike order by score desc, known_on desc, id limit ${mostShown}
  `.execute(context.database)
  return rows
}
