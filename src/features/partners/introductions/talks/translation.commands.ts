import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import type { Introduction } from '../introduction.ts'
import type { TalkMessage } from '../queries.ts'

/** Adds a message in another language, reviewed or machine-made, replacing an earlier translation into it. */
export async function translateMessage(
  context: Context,
  { id, networkId }: Introduction,
  message: TalkMessage,
  { language, text, state }: { language: string; text: string; state: 'reviewed' | 'machine' },
): Promise<void> {
  const added = JSON.stringify({ [language]: { text, state } })
  await context.database
    .updateTable('partners_introduction_message')
    .set({ translations: sql`translations || ${added}::jsonb` })
    .where('message_id', '=', message.id)
    .where('introduction_id', '=', id)
    .execute()
  await recordActivity(context, {
    networkId,
    verb: 'translated',
    subjectKind: 'introduction',
    subjectId: id,
    detail: { message: message.id, language },
  })
}
