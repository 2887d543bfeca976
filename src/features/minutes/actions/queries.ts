import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { isId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { isPublished, isSeen, selectReference } from '../meetings/queries.ts'
import { mayReadConvened } from '../policy.ts'
import type { Action } from './action.ts'

/** The actions of some decisions, in order, as known on the context’s day. */
export async function listActions(
  context: Context,
  networkId: string,
  decisionIds: readonly string[],
): Promise<Action[]> {
  if (decisionIds.length === 0) return []
  return select(context, networkId, sql`a.decision_id = any(${[...decisionIds]}::uuid[])`)
}

/** An action with its decision and meeting. */
export interface PendingAction extends Action {
  decision: { text: LocalizedText; slug: string }
  meeting: { slug: string; title: LocalizedText; heldOn: string } | null
}

/** The open actions of decisions taken before an ISO day, most urgent first. */
export async function listPending(
  context: Context,
  networkId: string,
  { before, most = 100 }: { before?: string; most?: number } = {},
): Promise<PendingAction[]> {
  const since = before === undefined ? sql`true` : sql`(m.meeting_id is null or m.held_on < ${before})`
  return select(
    context,
    networkId,
    sql`coalesce(step.state, 'open') in ('open', 'postponed') and ${since}`,
    sql`coalesce(moved.due_to, a.due_to) nulls last, a.position, a.action_id limit ${most}`,
  )
}

/** The open actions whose last possible day has passed on the context’s day. */
export async function listOverdue(
  context: Context,
  networkId: string,
  most: number,
): Promise<PendingAction[]> {
  return select(
    context,
    networkId,
    sql`coalesce(step.state, 'open') in ('open', 'postponed') and coalesce(moved.due_to, a.due_to) < ${context.today}`,
    sql`coalesce(moved.due_to, a.due_to), a.action_id limit ${most}`,
  )
}

/** One action of a network, or 404. */
export async function findAction(
  context: Context,
  networkId: string,
  actionId: string,
): Promise<PendingAction> {
  if (!isId(actionId)) notFound(actionId)
  const [found] = await select(context, networkId, sql`a.action_id = ${actionId}`)
  return found ?? notFound(actionId)
}

/** SQL: whether the reader may know the outcome of the meeting `m`. */
export function mayKnowOutcome(context: Context, networkId: string): RawBuilder<boolean> {
  const isOpenTo = mayReadConvened(context.actor, networkId) ? sql`true` : isPublished(context)
  return sql<boolean>`(m.meeting_id is null or (${isSeen(context, networkId)} and ${isOpenTo}))`
}

async function select(
  context: Context,
  networkId: string,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql`a.position, a.action_id`,
): Promise<PendingAction[]> {
  const { today, actor } = context
  const name = mayReadConvened(actor, networkId) ? sql`nullif(p.name, '')` : sql`null`
  const { rows } = await sql<PendingAction>`
    select a.action_id as id, a.decision_id as "decisionId", a.text, a.person, a.known_on as "knownOn",
      ${selectReference('o')} as organisation, coalesce(step.state, 'open') as state,
      coalesce(moved.due, a.due) as due, coalesce(moved.due_to, a.due_to) as "dueTo",
      case when moved.due is not null then moved.due_words else a.due_words end as "dueWords",
      json_build_object('text', d.text, 'slug', d.slug) as decision,
      case when m.meeting_id is not null then
        json_build_object('slug', m.slug, 'title', m.title, 'heldOn', m.held_on) end as meeting,
      coalesce((
        select json_agg(json_build_object('state', s.state, 'note', s.note, 'due', s.due, 'dueWords', s.due_words,
          'by', ${name}, 'madeAt', s.made_at) order by s.step_id desc)
        from minutes_action_step s left join people_person p on p.id = s.person_id
        where s.action_id = a.action_id and s.known_on <= ${today}
      ), '[]') as steps
    from minutes_action a
    join minutes_decision d on d.decision_id = a.decision_id
    left join minutes_meeting m on m.meeting_id = d.meeting_id
    left join directory_organisation o on o.organisation_id = a.organisation_id
    left join lateral (
      select s.state from minutes_action_step s
      where s.action_id = a.action_id and s.known_on <= ${today} order by s.step_id desc limit 1
    ) step on true
    left join lateral (
      select s.due, s.due_to, s.due_words from minutes_action_step s
      where s.action_id = a.action_id and s.known_on <= ${today} and s.due is not null
      order by s.step_id desc limit 1
    ) moved on true
    where a.network_id = ${networkId} and a.known_on <= ${today} and ${mayKnowOutcome(context, networkId)}
      and ${condition}
    order by ${order}
  `.execute(context.database)
  return rows
}
