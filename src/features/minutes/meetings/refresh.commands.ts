import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { recordSearch } from '../../../platform/search/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { minutesTexts } from '../texts/minutes-texts.ts'
import { listMisplacedDecisions } from '../texts/queries.ts'
import { listFoundTexts } from './queries.ts'

export interface Change {
  networkId: string
  meetingId: string
  verb: string
  detail?: Record<string, unknown>
}

/** Ends every change of a meeting: when it was, what it is found by, which texts wait, who did it. In the caller's transaction. */
export async function noteChange(
  context: Context,
  { networkId, meetingId, ...change }: Change,
): Promise<void> {
  const { database, clock } = context
  const texts = await listFoundTexts(context, meetingId)
  await database
    .updateTable('minutes_meeting')
    .set({ ...recordSearch(texts), updated_at: clock.now().toString() })
    .where('meeting_id', '=', meetingId)
    .execute()
  const decisionIds = await listMisplacedDecisions(context, meetingId)
  await reindexTexts(context, minutesTexts, networkId, [
    { kind: 'meeting', id: meetingId },
    ...decisionIds.map((id) => ({ kind: 'decision', id })),
  ])
  await recordActivity(context, { networkId, subjectKind: 'meeting', subjectId: meetingId, ...change })
}

/** Keeps others from changing a meeting until the transaction ends. */
export async function lockMeeting({ database }: Context, meetingId: string): Promise<void> {
  await sql`select 1 from minutes_meeting where meeting_id = ${meetingId} for update`.execute(database)
}
