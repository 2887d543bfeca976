import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { TextReplacement } from '../../../platform/translation/text-owner.ts'
import { mayTranslate } from '../../networks/index.ts'

/** Replaces the text about an organisation. Returns false if the text has changed in the meantime. */
export async function replaceOrganisationText(
  context: Context,
  { networkId, recordId, path, before, after }: TextReplacement,
): Promise<boolean> {
  authorize(mayTranslate(context.actor, networkId))
  const { numUpdatedRows } = await context.database
    .updateTable('directory_organisation')
    .set({ about: JSON.stringify(after), updated_at: context.clock.now().toString() })
    .where('organisation_id', '=', recordId)
    .where('about', '=', sql<LocalizedText>`${JSON.stringify(before)}::jsonb`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await recordActivity(context, {
    networkId: null,
    verb: 'translated',
    subjectKind: 'organisation',
    subjectId: recordId,
    detail: { path },
  })
  return true
}
