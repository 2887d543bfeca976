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
// The newest of those alike in one way: what is put in order stays small, however many there are.
const mostCompared = 100

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
  const hits = words.flatMap((word) => {
    const plan = queryPlan(word)
    if (plan.kind !== 'match') return []
    const likes = plan.likes.map((like) => sql`c.search like ${like}`)
    return [sql`(${sql.join([sql`c.grams @> ${plan.grams}::text[]`, ...likes], sql` and `)})`]
  })
  const own = sql`${[...themes]}::text[]`
  const shared = sql`3 * (select count(*)::int from unnest(c.themes) theme where theme = any(${own}))`
  const ways = [sql`c.themes && ${own}`, ...hits]
  const isKnown = sql`c.network_id = ${networkId} and c.known_on <= ${context.today}`
  const [sheets, questions] = (['practices_sheet', 'questions_question'] as const).map((table) => {
    const key = sql.ref(table === 'practices_sheet' ? 'sheet_id' : 'question_id')
    const newest = ways.map(
      (is) =>
        sql`(select c.${key} from ${sql.table(table)} c where ${isKnown} and ${is} order by c.known_on desc, c.${key} desc limit ${mostCompared})`,
    )
    return sql.join(newest, sql` union `)
  })
  const { rows } = await sql<LookAlike>`
    select c.kind, c.id, c.slug, c.title from (
      select 'practice' as kind, s.sheet_id as id, s.slug, s.title, s.themes, s.grams, s.search, s.known_on from practices_sheet s
      where s.sheet_id in (${sheets}) and s.publication = 'published'
      union all
      select 'question', q.question_id, q.slug, q.question, q.themes, q.grams, q.search, q.known_on from questions_question q
      where q.question_id in (${questions}) and q.question_id <> ${id} and q.outcome is distinct from 'merged' and ${whereVisible(context.actor)}
        and exists (select from questions_answer a where a.question_id = q.question_id and a.held_at is null and a.leaves_at <= ${now})
    ) c
    order by ${sql.join([shared, ...hits.map((hit) => sql`${hit}::int`)], sql` + `)} desc, c.known_on desc, c.id limit ${mostShown}
  `.execute(context.database)
  return rows
}
