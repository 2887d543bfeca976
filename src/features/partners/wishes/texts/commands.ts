import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { authorize } from '../../../../platform/refusal.ts'
import type { TextReplacement } from '../../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../../networks/index.ts'
import { refreshSearch } from '../search/commands.ts'

const columns = ['title', 'text', 'means', 'returns', 'horizon_words']

/** Writes a text of a wish in the place of another and records it; false when it is no longer what it was. */
export async function replaceWishText(
  context: Context,
  { networkId, recordId, path, before, after }: TextReplacement,
): Promise<boolean> {
  authorize(mayTranslate(context.actor, networkId))
  if (!columns.includes(path)) return false
  const column = sql.ref(path)
  const { numAffectedRows } = await sql`
    update partners_wish set ${column} = ${JSON.stringify(after)}::jsonb
    where network_id = ${networkId} and wish_id = ${recordId} and ${column} = ${JSON.stringify(before)}::jsonb
  `.execute(context.database)
  if (numAffectedRows !== 1n) return false
  await refreshSearch(context, [recordId])
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'wish',
    subjectId: recordId,
    detail: { path },
  })
  return true
}
