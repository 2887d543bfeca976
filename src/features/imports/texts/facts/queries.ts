import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
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
