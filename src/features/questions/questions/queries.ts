import { type RawBuilder, sql } from 'kysely'
import { type Actor, operates } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { whereSheetVisible } from '../../practices/index.ts'
import type { Question } from './question.ts'

/** A question of a network by its slug, as far as the reader may see it, or 404. */
export async function findQuestion(context: Context, networkId: string, slug: string): Promise<Question> {
  const condition = sql`q.network_id = ${networkId} and q.slug = ${slug} and ${whereVisible(context.actor)}`
  const [found = notFound(slug)] = await selectQuestions(context, condition)
  return found
}

/** A question by its id, whoever reads: for people who were asked, for jobs, and for mails. */
export async function lookUpQuestion(context: Context, id: string): Promise<Question | null> {
  const [found = null] = await selectQuestions(context, sql`q.question_id = ${id}`, { onAnyDay: true })
  return found
}

/** The question that somebody is asked by a row of theirs, or into which it was merged; null where there is none any more. */
export async function lookUpAskedQuestion(context: Context, askedId: string): Promise<Question | null> {
  const isTheirs = sql`q.question_id = (select coalesce(own.merged_into, own.question_id) from questions_asked p
    join questions_question own on own.question_id = p.question_id where p.asked_id = ${askedId})`
  const [found = null] = await selectQuestions(context, isTheirs, { onAnyDay: true })
  return found
}

interface Slice {
  limit?: number | null
  offset?: number
  /** Reads what became known after the context’s day too. */
  onAnyDay?: boolean
}

/** The questions that a condition on `q` and its `asker` lets through; the condition decides who may see them. */
export async function selectQuestions(
  { actor, database, clock, today }: Context,
  condition: RawBuilder<unknown>,
  { limit = null, offset = 0, onAnyDay = false }: Slice = {},
): Promise<Question[]> {
  const given = sql`from questions_answer a where a.question_id = q.question_id and a.held_at is null and a.leaves_at <= ${clock.now().toString()}`
  // What is counted in the list of columns is counted of the page alone, after it was sorted.
  const { rows } = await sql<Question>`
    select q.question_id as id, q.network_id as "networkId", q.slug, ${selectReference('asker')} as asker, q.asked_by as "askedBy",
      q.question, q.tried, q.needed_by as "neededBy", q.language, q.themes, q.trade, q.visibility,
      coalesce((select json_agg(${selectReference('o')} order by o.slug) from questions_named n
        join directory_organisation o on o.organisation_id = n.organisation_id where n.question_id = q.question_id), '[]') as named,
      q.may_translate as "mayTranslate", q.is_public as "isPublic", q.asked_at as "askedAt", q.escalated_at as "escalatedAt",
      q.reminded_at as "remindedAt", q.closed_at as "closedAt", q.outcome, q.hidden_reason as "hiddenReason", q.not_asked as "notAsked",
      (select json_build_object('slug', s.slug, 'title', s.title, 'isShown', ${whereSheetVisible(actor)}) from practices_sheet s where s.sheet_id = q.sheet_id) as sheet,
      (select count(*)::int ${given}) as answers, (select min(a.leaves_at at time zone 'UTC')::date ${given}) as "answeredOn", q.known_on as "knownOn", q.updated_at as "updatedAt"
    from questions_question q join directory_organisation asker on asker.organisation_id = q.asker_id
    where ${onAnyDay ? sql`true` : sql`q.known_on <= ${today}`} and ${condition}
    order by q.known_on desc, q.question_id desc limit ${limit} offset ${offset}
  `.execute(database)
  return rows
}

/** SQL: the state of `q` at an instant. */
export function selectState(now: string): RawBuilder<string> {
  return sql<string>`case when q.closed_at is not null then 'closed' when q.asked_at is null then 'draft'
    when exists (select from questions_answer a where a.question_id = q.question_id and a.held_at is null and a.leaves_at <= ${now})
    then 'answered' when q.escalated_at is not null then 'waiting' else 'open' end`
}

/** SQL: an organisation as `OrganisationRef`. */
export function selectReference(alias: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`json_build_object('id', ${column('organisation_id')}, 'slug', ${column('slug')}, 'country', ${column('country')},
    'kind', ${column('kind')}, 'name', ${column('name')}, 'shortName', ${column('short_name')}, 'codes', ${column('codes')})`
}

/**
 * SQL: the actor may see the question `q`. A draft is its asker’s; what the group may read, for people who take part in it; the rest for
 * the asker and the authorities named. The coordinator sees what was asked. What is hidden, the asker and the coordinator alone.
 */
export function whereVisible(actor: Actor): RawBuilder<boolean> {
  if (operates(actor)) return sql<boolean>`true`
  const isShown = sql`q.asked_at is not null and q.hidden_at is null`
  const isPublic = sql`(q.is_public and ${isShown})`
  if (actor.kind !== 'person' || actor.holdings.length === 0) return sql<boolean>`${isPublic}`
  const networks = (...wanted: string[]) =>
    actor.holdings.filter(({ role }) => wanted.includes(role)).map(({ networkId }) => networkId)
  const own = actor.holdings.flatMap(({ role, networkId, organisationIds }) =>
    role === 'member' ? organisationIds.map((id) => `${networkId} ${id}`) : [],
  )
  return sql<boolean>`(${isPublic}
    or q.network_id || ' ' || q.asker_id = any(${own}::text[])
    or (q.asked_at is not null and q.network_id = any(${networks('chair', 'coordinator')}::uuid[]))
    or (${isShown} and q.visibility = 'group' and q.network_id = any(${networks('member')}::uuid[]))
    or (${isShown} and q.visibility <> 'group' and exists (select from questions_named n where n.question_id = q.question_id
      and q.network_id || ' ' || n.organisation_id = any(${own}::text[]))))`
}
