import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Action } from '../actions/action.ts'
import { listActions, mayKnowOutcome } from '../actions/queries.ts'
import { isTold } from '../meetings/queries.ts'
import type { DecisionState } from './decision.ts'

export interface Decision {
  id: string
  slug: string
  text: LocalizedText
  saidBy: LocalizedText
  state: DecisionState
  horizon: string | null
  horizonWords: LocalizedText
  quotation: string
  meeting: { id: string; slug: string; title: LocalizedText; heldOn: string } | null
  actions: Action[]
}

/** The decisions, proposals, wishes and needs of a network, or of one meeting, in the order of the minutes. */
export async function listDecisions(
  context: Context,
  networkId: string,
  { meetingId = null, decisionId = null }: { meetingId?: string | null; decisionId?: string | null } = {},
): Promise<Decision[]> {
  const { rows } = await sql<Omit<Decision, 'actions'>>`
    select d.decision_id as id, d.slug, d.text, d.said_by as "saidBy", d.state, d.horizon,
      d.horizon_words as "horizonWords", d.quotation,
      case when m.meeting_id is not null then
        json_build_object('id', m.meeting_id, 'slug', m.slug, 'title', m.title, 'heldOn', m.held_on) end as meeting
    from minutes_decision d left join minutes_meeting m on m.meeting_id = d.meeting_id
    where d.network_id = ${networkId} and d.known_on <= ${context.today} and ${mayKnowOutcome(context, networkId)}
      and (${meetingId}::uuid is null or d.meeting_id = ${meetingId})
      and (${decisionId}::uuid is null or d.decision_id = ${decisionId})
    order by m.held_on desc nulls last, d.position, d.decision_id
  `.execute(context.database)
  const ids = rows.map(({ id }) => id)
  const actions = Map.groupBy(await listActions(context, networkId, ids), ({ decisionId: of }) => of)
  return rows.map((row) => ({ ...row, actions: actions.get(row.id) ?? [] }))
}

/** One decision of a network, or 404. */
export async function findDecision(
  context: Context,
  networkId: string,
  decisionId: string,
): Promise<Decision> {
  if (!isId(decisionId)) notFound(decisionId)
  const [found] = await listDecisions(context, networkId, { decisionId })
  return found ?? notFound(decisionId)
}

/**
 * The decisions of a meeting that are wrongly in the text index or wrongly missing from it, because its announcement was made or withdrawn
 * since.
 */
export async function listMisplacedDecisions({ database }: Context, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.decision_id as id from minutes_decision d join minutes_meeting m on m.meeting_id = d.meeting_id
    where d.meeting_id = ${meetingId} and ${isTold()} <> exists (
      select 1 from translations_record r
      where r.network_id = d.network_id and r.record_kind = 'decision' and r.record_id = d.decision_id)
  `.execute(database)
  return rows.map(({ id }) => id)
}
