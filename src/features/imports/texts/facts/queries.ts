import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Fact } from './fact.ts'

/** Which facts of a text are shown. */
export const factViews = ['all', 'asked', 'open', 'decided'] as const
export type FactView = (typeof factViews)[number]

/** Facts of a text in its order, a slice of those that a view shows. */
export async function listFacts(
  context: Context,
  textId: string,
  view: FactView,
  { limit, offset }: { limit: number; offset: number },
): Promise<Fact[]> {
  return select(
    context,
    sql`f.text_id = ${textId} and ${isShown(view)}`,
    sql`limit ${limit} offset ${offset}`,
  )
}

/** Facts of a text by their ids; those that it does not state are left out. */
export async function listFactsById(
  context: Context,
  textId: string,
  ids: readonly string[],
): Promise<Fact[]> {
  const asked = ids.filter(isId)
  if (asked.length === 0) return []
  return select(context, sql`f.text_id = ${textId} and f.fact_id = any(${asked}::uuid[])`)
}

/** The sure facts that nobody has decided on yet: of one tie, with the one that states it, or of the whole text. */
export async function listSureFacts(
  context: Context,
  textId: string,
  tieId: string | null,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.fact_id as id from imports_text_fact f
    left join imports_text_fact tie on tie.fact_id = f.tie_id
    where f.text_id = ${textId} and f.is_sure and ${isOwn()} and f.question is null and f.decided_at is null
      and (tie.fact_id is null or (tie.question is null and tie.decision is distinct from 'refused'))
      ${tieId === null ? sql`` : sql`and (f.fact_id = ${tieId} or f.tie_id = ${tieId})`}
    order by f.position limit ${mostAtOnce}
  `.execute(context.database)
  return rows.map(({ id }) => id)
}

/** So many facts are written at once; whoever accepts more presses again. */
const mostAtOnce = 300

/** The facts of a text that were accepted, in its order: those of one tie, or all. */
export async function listAccepted(
  context: Context,
  textId: string,
  tieId: string | null = null,
): Promise<Fact[]> {
  const within = tieId === null ? sql`true` : sql`(f.fact_id = ${tieId} or f.tie_id = ${tieId})`
  return select(context, sql`f.text_id = ${textId} and f.decision in ('accepted', 'corrected') and ${within}`)
}

/** What belongs to a tie or a meeting of a text and is open. */
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

/** The ids of the facts that state ties told beside what the text presents. */
export async function listBesideTies(context: Context, textId: string): Promise<Set<string>> {
  const ties = await listTies(context, textId)
  return new Set(ties.flatMap(({ id, value }) => (value.part === 'tie' && value.isBeside ? [id] : [])))
}

/** How many facts each view shows, and how many of those to decide on are sure. */
export type FactCounts = Record<FactView | 'sure', number>

/** Counts the facts of a text. */
export async function countFacts(context: Context, textId: string): Promise<FactCounts> {
  const { rows } = await sql<FactCounts>`
    select count(*)::int as "all", count(decided_at)::int as decided,
      (count(*) filter (where ${isShown('open')}))::int as open,
      (count(*) filter (where ${isShown('asked')}))::int as asked,
      (count(*) filter (where ${isShown('open')} and f.is_sure and ${isOwn()}))::int as sure
    from imports_text_fact f where f.text_id = ${textId}
  `.execute(context.database)
  return rows[0] ?? { all: 0, decided: 0, open: 0, asked: 0, sure: 0 }
}

/** A decision on a fact as others are told of it. */
export interface RecentDecision {
  id: string
  decision: Fact['decision']
  by: string | null
  at: Date
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

// What belongs to a meeting is written with it, and never by itself.
function isOwn() {
  return sql`f.part not in ('participant', 'decision', 'proposal')`
}

function isShown(view: FactView) {
  switch (view) {
    case 'all':
      return sql`true`
    case 'asked':
      return sql`(f.decided_at is null and f.question is not null)`
    case 'open':
      return sql`f.decided_at is null`
    case 'decided':
      return sql`f.decided_at is not null`
  }
}

async function select(
  context: Context,
  condition: ReturnType<typeof sql>,
  slice: ReturnType<typeof sql> = sql``,
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select f.fact_id as id, f.text_id as "textId", f.position, f.tie_id as "tieId", f.value, f.signature,
      json_build_object('passage', f.passage, 'start', f.starts_at, 'end', f.ends_at) as quote,
      f.suggested_by as "suggestedBy", f.is_sure as "isSure", f.question, f.decision, f.decided_at as "decidedAt",
      nullif(person.name, '') as "decidedBy", f.reason, f.written
    from imports_text_fact f left join people_person person on person.id = f.decided_by
    where ${condition}
    order by f.position ${slice}
  `.execute(context.database)
  return rows
}
