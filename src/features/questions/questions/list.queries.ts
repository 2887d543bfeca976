import { type RawBuilder, sql } from 'kysely'
import { organisationsOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { onlyRow } from '../../../platform/database/only-row.ts'
import { asAnybody } from '../../../platform/letters/letter-reader.ts'
import type { LetterContext } from '../../../platform/letters/letter-source.ts'
import { spanOfLetter } from '../../../platform/letters/letter-span.ts'
import { listNetworkPages } from '../../networks/index.ts'
import { whereFoundInGroup } from '../../translations/index.ts'
import { selectQuestions, selectState, whereVisible } from './queries.ts'
import type { Question } from './question.ts'
import type { QuestionFilter } from './question-filter.ts'

/** A page of the questions that a filter lets through and the reader may see, the newest first. */
export async function listQuestions(
  context: Context,
  networkId: string,
  filter: QuestionFilter,
  slice: { limit: number; offset?: number; after?: { knownOn: string; id: string } | null },
): Promise<Question[]> {
  const { after = null, ...rows } = slice
  const all = await conditions(context, networkId, filter)
  if (after) all.push(sql`(q.known_on, q.question_id) < (${after.knownOn}::date, ${after.id}::uuid)`)
  return selectQuestions(context, sql.join(all, sql` and `), rows)
}

/** How many there are, counted up to `most`. */
export async function countQuestions(
  context: Context,
  networkId: string,
  filter: QuestionFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from questions_question q join directory_organisation asker on asker.organisation_id = q.asker_id
      where q.known_on <= ${context.today} and ${sql.join(await conditions(context, networkId, filter), sql` and `)} limit ${most}
    ) as counted
  `.execute(context.database)
  return onlyRow(rows).count
}

async function conditions(
  context: Context,
  networkId: string,
  filter: QuestionFilter,
): Promise<RawBuilder<unknown>[]> {
  const all: RawBuilder<unknown>[] = [sql`q.network_id = ${networkId}`, whereVisible(context.actor)]
  const own = organisationsOf(context.actor, networkId, ['member'])
  const now = context.clock.now().toString()
  if (filter.view === 'asked') all.push(sql`q.asker_id = any(${own}::uuid[])`)
  if (filter.view === 'received')
    all.push(sql`exists (select from questions_asked p where p.question_id = q.question_id and p.leaves_at <= ${now}
      and p.organisation_id = any(${own}::uuid[]))`)
  if (filter.q !== '') all.push(await whereFoundInGroup(context, networkId, 'q', filter.q))
  if (filter.theme.length > 0) all.push(sql`q.themes && ${filter.theme}::text[]`)
  if (filter.trade.length > 0) all.push(sql`q.trade = any(${filter.trade}::text[])`)
  if (filter.country !== null) all.push(sql`asker.country = ${filter.country}`)
  if (filter.organisation !== null)
    all.push(
      sql`q.asker_id = (select named.organisation_id from directory_organisation named where named.slug = ${filter.organisation})`,
    )
  // Few are open beside all that were closed: an index has those alone.
  if (filter.state.length > 0 && !filter.state.includes('closed')) all.push(sql`q.closed_at is null`)
  if (filter.state.join() === 'closed') all.push(sql`q.closed_at is not null`)
  else if (filter.state.length > 0) all.push(sql`${selectState(now)} = any(${filter.state}::text[])`)
  return all
}

/** The group’s questions that nobody has answered yet, or that were answered since the letter before; a letter names no asker’s words of others. */
export function listForLetter(
  letterContext: LetterContext,
  wanted: 'open' | 'answered',
  limit: number,
): Promise<Question[]> {
  const { context, network } = letterContext
  const { since } = spanOfLetter(letterContext)
  const now = context.clock.now().toString()
  const isWanted =
    wanted === 'open'
      ? sql`${selectState(now)} in ('open', 'waiting')`
      : sql`exists (select from questions_answer a where a.question_id = q.question_id and a.held_at is null
          and a.leaves_at > ${since} and a.leaves_at <= ${now})`
  // A letter goes to readers outside the group: of what is asked inside it, theme and country alone are told.
  const isToTell = sql`q.network_id = ${network.id} and q.visibility = 'group' and q.hidden_at is null and q.asked_at is not null`
  return selectQuestions(asAnybody(context), sql`${isToTell} and ${isWanted}`, { limit })
}

/** The list of every network and its public questions. */
export const listQuestionPages = listNetworkPages(
  ['/questions'],
  sql`select q.slug, '/questions/' || q.slug, q.updated_at from questions_question q
    where q.network_id = n.network_id and q.known_on <= n.day and q.is_public and q.hidden_at is null`,
)
