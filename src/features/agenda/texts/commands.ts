import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { TextReplacement } from '../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../networks/index.ts'
import { isOfMass, replaceMassText } from '../commitments/texts.commands.ts'
import { refreshSearch } from '../events/search.commands.ts'
import { isOfMission, replaceMissionText } from '../missions/texts.commands.ts'

const columns = ['title', 'summary', 'words', 'venue', 'frame', 'previous_words', 'organisers', 'credit']

/** Writes a text of an event in the place of another and records it; false when it is no longer what it was. */
export async function replaceEventText(context: Context, replacement: TextReplacement): Promise<boolean> {
  const { networkId, recordId, path } = replacement
  authorize(mayTranslate(context.actor, networkId))
  const replace = isOfMission(path) ? replaceMissionText : isOfMass(path) ? replaceMassText : replaceOwnText
  const isWritten = await replace(context, replacement)
  if (!isWritten) return false
  await refreshSearch(context, [recordId])
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'activity',
    subjectId: recordId,
    detail: { path },
  })
  return true
}

async function replaceOwnText(
  { database }: Context,
  { networkId, recordId, path, before, after }: TextReplacement,
): Promise<boolean> {
  if (!columns.includes(path)) return false
  const column = sql.ref(path)
  const { numAffectedRows } = await sql`
    update agenda_event set ${column} = ${JSON.stringify(after)}::jsonb
    where network_id = ${networkId} and event_id = ${recordId} and ${column} = ${JSON.stringify(before)}::jsonb
  `.execute(database)
  return numAffectedRows === 1n
}
