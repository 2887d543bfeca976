import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug, slugOf } from '../../../platform/input/slug.ts'
import { reindexTexts } from '../../translations/index.ts'
import { writeActions } from '../actions/commands.ts'
import { minutesTexts } from '../minutes-texts.commands.ts'
import type { NewDecision } from './decision.ts'

/** Adds decisions, proposals, wishes and needs after those of the meeting or group. Returns their ids in the given order. */
export async function writeDecisions(
  context: Context,
  networkId: string,
  meetingId: string | null,
  decisions: readonly NewDecision[],
): Promise<string[]> {
  if (decisions.length === 0) return []
  const { taken, next } = await readPlaces(context, networkId)
  const rows = decisions.map((decision, index) => {
    const words = decision.text.fr?.text ?? chooseText(decision.text, 'en')?.text ?? ''
    const slug = freeSlug(decision.slug ?? slugOf(words, 'decision'), taken)
    taken.add(slug)
    return { decision, id: newId(), slug, position: next + index }
  })
  await context.database
    .insertInto('minutes_decision')
    .values(
      rows.map(({ decision, id, slug, position }) => ({
        decision_id: id,
        network_id: networkId,
        meeting_id: meetingId,
        slug,
        ...columnsOf(decision),
        position,
        known_on: decision.knownOn,
      })),
    )
    .execute()
  for (const { decision, id } of rows)
    await writeActions(context, { networkId, decisionId: id }, decision.actions ?? [])
  const ids = rows.map(({ id }) => id)
  await reindexTexts(
    context,
    minutesTexts,
    networkId,
    ids.map((id) => ({ kind: 'decision', id })),
  )
  return ids
}

/** Joins decisions of a network, by their slugs, to the meeting that took them. Decisions of another meeting stay there. */
export async function joinDecisions(
  context: Context,
  networkId: string,
  meetingId: string,
  slugs: readonly string[],
): Promise<void> {
  if (slugs.length === 0) return
  await context.database
    .updateTable('minutes_decision')
    .set({ meeting_id: meetingId })
    .where('network_id', '=', networkId)
    .where('meeting_id', 'is', null)
    .where('slug', 'in', [...slugs])
    .execute()
}

export function columnsOf(decision: Omit<NewDecision, 'knownOn' | 'actions' | 'slug'>) {
  return {
    text: JSON.stringify(decision.text),
    said_by: JSON.stringify(decision.saidBy),
    state: decision.state,
    horizon: decision.horizon,
    horizon_words: JSON.stringify(decision.horizonWords ?? {}),
    quotation: decision.quotation ?? '',
  }
}

async function readPlaces(
  context: Context,
  networkId: string,
): Promise<{ taken: Set<string>; next: number }> {
  await takeTurn(context, `minutes_decision ${networkId}`)
  const { rows } = await sql<{ slug: string; position: number }>`
    select slug, position from minutes_decision where network_id = ${networkId}
  `.execute(context.database)
  return {
    taken: new Set(rows.map(({ slug }) => slug)),
    next: Math.max(-1, ...rows.map(({ position }) => position)) + 1,
  }
}
