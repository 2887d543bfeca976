import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { changesOriginal, type TextReplacement } from '../../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../../networks/index.ts'
import { refreshSearch } from '../search/commands.ts'

/** Replaces the wording of a wish of a round; false when it differs from what was read, or the words of a closed round would change. */
export async function replaceRoundText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, recordId, path, before, after } = replacement
  authorize(mayTranslate(context.actor, networkId))
  if (path !== 'text') return false
  const { rows } = await sql<{ roundId: string; isClosed: boolean }>`
    select r.round_id as "roundId", r.closed_at is not null as "isClosed"
    from partners_round r join partners_round_wish w on w.round_id = r.round_id
    where r.network_id = ${networkId} and w.wish_id = ${recordId} for update of r
  `.execute(context.database)
  const [round] = rows
  if (!round || (round.isClosed && changesOriginal(replacement))) return false
  const { numAffectedRows } = await sql`
    update partners_round_wish set text = ${JSON.stringify(after)}::jsonb
    where wish_id = ${recordId} and text = ${JSON.stringify(before)}::jsonb
  `.execute(context.database)
  if (numAffectedRows !== 1n) return false
  await refreshSearch(context, [recordId])
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'round',
    subjectId: round.roundId,
    detail: { path: `${recordId}.${path}` },
  })
  return true
}
