import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../../platform/refusal.ts'
import { recordSearch } from '../../../../platform/search/index.ts'
import { changesOriginal, type TextReplacement } from '../../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../../networks/index.ts'
import { hasClosing, lockExpectation } from '../locks.commands.ts'
import { selectTranslated } from './queries.ts'

const columns = ['title', 'text']

/** Writes a text of an expectation in the place of another and records it; false when it is no longer what it was, or the words of what is closed would change. */
export async function replaceExpectationText(
  context: Context,
  replacement: TextReplacement,
): Promise<boolean> {
  const { networkId, recordId, path, before, after } = replacement
  authorize(mayTranslate(context.actor, networkId))
  if (!columns.includes(path)) return false
  const { database, clock } = context
  await lockExpectation(context, recordId)
  if (changesOriginal(replacement) && (await hasClosing(context, recordId))) return false
  const column = sql.ref(path)
  const { rows } = await sql<{ texts: LocalizedText[] }>`
    update partners_expectation x set ${column} = ${JSON.stringify(after)}::jsonb, updated_at = ${clock.now().toString()}
    where x.network_id = ${networkId} and x.expectation_id = ${recordId} and ${selectTranslated()}
      and x.${column} = ${JSON.stringify(before)}::jsonb
    returning json_build_array(x.title, x.text) as texts
  `.execute(database)
  const [written] = rows
  if (!written) return false
  await database
    .updateTable('partners_expectation')
    .set(recordSearch(written.texts))
    .where('expectation_id', '=', recordId)
    .execute()
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'expectation',
    subjectId: recordId,
    detail: { path },
  })
  return true
}
