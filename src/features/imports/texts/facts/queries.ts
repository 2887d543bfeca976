import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { onlyRow } from '../../../../platform/database/only-row.ts'
import type { Fact } from './fact.ts'

/** Facts of a text by their ids; unknown ids are left out. */
export async function listFactsById(
  context: Context,
  textId: string,
  ids: readonly string[],
): Promise<Fact[]> {
  const asked = ids.filter(isId)
  if (asked.length === 0) return []
  return select(context, sql`f.text_id = ${textId} and f.fact_id = any(${asked}::uuid[])`)
}

/** The accepted facts of a text, in its order: those of one tie, or all. */
export async function listAccepted(
  context: Context,
  textId: string,
  tieId: string | null = null,
): Promise<Fact[]> {
  const within = tieId === null ? sql`true` : sql`(f.fact_id = ${tieId} or f.tie_id = ${tieId})`
  return select(context, sql`f.text_id = ${textId} and f.decision in ('accepted', 'corrected') and ${within}`)
}

/** The open facts of a tie or a meeting of a text. */
export async function listOpenDependents(context: Context, textId: string, headId: string): Promise<Fact[]> {
  return select(
    context,
    sql`f.text_id = ${textId} and f.tie_id = ${headId} and f.decided_at is null and f.question is null`,
  )
}

/** The facts that state the ties of a text. */
export async function listTies(context: Context, textId: string): Promise<Fact[]> {
  return select(context, sql`f.text_id = ${textId} and f.part = 'tie'`)
}

/** The ids of the facts that state ties mentioned beside what the text presents. */
export async function listBesideTies(context: Context, textId: string): Promise<Set<string>> {
  const ties = await listTies(context, textId)
  return new Set(ties.flatMap(({ id, value }) => (value.part === 'tie' && value.isBeside ? [id] : [])))
}

/** A decision on a fact, as shown to other people. */
export interface RecentDecision {
  id: string
  decision: Fact['decision']
  by: string | null
  at: Date
}

/** Open facts that may contradict the registry: a tie has one start, one state and one value of an agreement. */
export async function listContradictable(context: Context, textId: string): Promise<Fact[]> {
  return select(
    context,
    sql`f.text_id = ${textId} and f.part in ('since', 'standing', 'agreement') and f.decided_at is null and f.question is null`,
  )
}

/** What was decided on a text since an instant, the oldest first. */
export async function listDecisionsSince(
  context: Context,
  textId: string,
  since: string,
): Promise<RecentDecision[]> {
  const { rows } = await sql<RecentDecision>`
    select f.fact_id as id, f.decision, nullif(person.name, '') as by, f.decided_at as at
    from imports_text_fact f left join people_person person on person.id = f.decided_by
    where f.text_id = ${textId} and f.decided_at > ${since}
    order by f.decided_at, f.position limit 200
  `.execute(context.database)
  return rows
}

/** Facts that meet a condition over `f`, in the order of their text. */
async function select(context: Context, condition: ReturnType<typeof sql>): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select f.fact_id as id, f.text_id as "textId", f.position, f.tie_id as "tieId", f.value, f.signature,
      json_build_object('passage', f.passage, 'start', f.starts_at, 'end', f.ends_at) as quote,
      f.suggested_by as "suggestedBy", f.is_sure as "isSure", f.question, f.decision, f.decided_at as "decidedAt",
      nullif(person.name, '') as "decidedBy", f.reason, f.written
    from imports_text_fact f left join people_person person on person.id = f.decided_by
    where ${condition}
    order by f.position
  `.execute(context.database)
  return rows
}

/**
 * Which facts of a text are shown. asked: a person must first settle who is meant, or when · unsure: to be checked one by one,
 * because they contradict the registry, name an unknown organisation or come from an assistant · sure: the rest, unless it waits for
 * an answer to a question.
 */
export const factViews = ['all', 'asked', 'unsure', 'sure', 'decided'] as const
export type FactView = (typeof factViews)[number]

/** What stages depend on besides the facts themselves: those that contradict the present registry. */
interface StagesOf {
  textId: string
  contradicting: readonly string[]
}

/** A slice of the facts of a view, over the whole text: questions first, then what is unsure, then the rest in the text's order. */
export async function listFacts(
  context: Context,
  of: StagesOf,
  view: FactView,
  { limit, offset }: { limit: number; offset: number },
): Promise<Fact[]> {
  const { rows } = await sql<{ id: string }>`
    ${staged(of)} select fact_id as id from staged where ${isShown(view)}
    order by ${place} limit ${limit} offset ${offset}
  `.execute(context.database)
  const ids = rows.map(({ id }) => id)
  const facts = new Map((await listFactsById(context, of.textId, ids)).map((fact) => [fact.id, fact]))
  return ids.flatMap((id) => facts.get(id) ?? [])
}

/** How many facts precede one in a view; null if the view does not show it. */
export async function lookUpPlace(
  context: Context,
  of: StagesOf,
  view: FactView,
  factId: string,
): Promise<number | null> {
  const { rows } = await sql<{ place: number }>`
    ${staged(of)} select place from (
      select fact_id, (row_number() over (order by ${place}))::int - 1 as place from staged where ${isShown(view)}
    ) placed where fact_id = ${factId}
  `.execute(context.database)
  return rows[0]?.place ?? null
}

/** How many facts each view shows, and how many wait for the answer to a question about something else. */
export type FactCounts = Record<FactView | 'waiting', number>

export async function countFacts(context: Context, of: StagesOf): Promise<FactCounts> {
  const { rows } = await sql<FactCounts>`
    ${staged(of)} select count(*)::int as "all",
      (count(*) filter (where stage = 'decided'))::int as decided, (count(*) filter (where stage = 'asked'))::int as asked,
      (count(*) filter (where stage = 'unsure'))::int as unsure, (count(*) filter (where stage = 'sure'))::int as sure,
      (count(*) filter (where stage = 'waiting'))::int as waiting
    from staged
  `.execute(context.database)
  return onlyRow(rows)
}

/** Selects sure facts: those of one tie, with the one that states it, or those after a place of the text. */
interface SureSlice {
  tieId?: string | null
  after?: number
  limit: number
}

/** The undecided sure facts, each with its place; what belongs to a meeting is written with it, and left out. */
export async function listSureFacts(
  context: Context,
  of: StagesOf,
  { tieId = null, after = -1, limit }: SureSlice,
): Promise<{ id: string; position: number }[]> {
  const { rows } = await sql<{ id: string; position: number }>`
    ${staged(of)} select fact_id as id, position from staged
    where stage = 'sure' and ${isOwn} and position > ${after}
      ${tieId === null ? sql`` : sql`and (fact_id = ${tieId} or tie_id = ${tieId})`}
    order by position limit ${limit}
  `.execute(context.database)
  return rows
}

export interface OutlineTitle {
  position: number
  level: number
  text: string
  /** How many facts precede the first fact below the title and before the next title; null if there is none. */
  fact: number | null
}

/** The titles of a text, each with the place of the first fact below it, among all. */
export async function listOutline({ database }: Context, of: StagesOf): Promise<OutlineTitle[]> {
  const { rows } = await sql<OutlineTitle>`
    ${staged(of)}, placed as (select passage, (row_number() over (order by ${place}))::int - 1 as place from staged),
    titles as (
      select position, level, text, lead(position, 1, 2147483647) over (order by position) as until
      from imports_text_passage where text_id = ${of.textId} and kind = 'title'
      order by position limit 200
    )
    select position, level, text, (select min(placed.place) from placed
      where placed.passage >= titles.position and placed.passage < titles.until) as fact
    from titles order by position
  `.execute(database)
  return rows
}

const isOwn = sql`part not in ('participant', 'decision', 'proposal')`
const place = sql`case stage when 'asked' then 0 else rank end, position`

// A tie is blocked while its sides are asked about, and once it was refused; a meeting while one of its people is asked about.
function staged({ textId, contradicting }: StagesOf) {
  return sql`
    with blocked as (
      select fact_id from imports_text_fact where text_id = ${textId} and (question = 'party' or decision = 'refused')
      union select tie_id from imports_text_fact where text_id = ${textId} and question = 'person' and decided_at is null
    ),
    staged as (
      select f.fact_id, f.tie_id, f.position, f.part, f.passage,
        case
          when f.decided_at is not null then 'decided'
          when f.question in ('party', 'date', 'person') then 'asked'
          when not f.is_sure or f.fact_id = any(${[...contradicting]}::uuid[]) or ${isLeftOver} then 'unsure'
          when f.tie_id in (select fact_id from blocked) or f.fact_id in (select fact_id from blocked) then 'waiting'
          else 'sure'
        end as stage,
        case when f.decided_at is null and not ${isLeftOver}
          and (not f.is_sure or f.fact_id = any(${[...contradicting]}::uuid[])) then 1 else 2 end as rank
      from imports_text_fact f left join imports_text_fact head on head.fact_id = f.tie_id
      where f.text_id = ${textId}
    )`
}

// Facts of a meeting that existed before: the page of the meeting is the place to check them.
const isLeftOver = sql`(f.part in ('participant', 'decision', 'proposal') and head.decision in ('accepted', 'corrected'))`

function isShown(view: FactView) {
  return view === 'all' ? sql`true` : sql`stage = ${view}`
}
