import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { removeErrata } from '../../../platform/editions/errata.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import { forgetEvidence } from '../../registry/evidence/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { minutesTexts } from '../minutes-texts.commands.ts'
import { mayKeepMeetings } from '../policy.ts'

/**
 * Removes a meeting with everything that belongs to it: decisions, their actions and their evidence. Meant for meetings added by mistake or
 * by an import. Sources that tell of the meeting stay.
 */
export async function removeMeeting(context: Context, networkId: string, meetingId: string): Promise<void> {
  authorize(mayKeepMeetings(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { database } = inside
    const decisionIds = await removeDecisions(inside, meetingId)
    await forgetEvidence(inside, await listSubjects(inside, meetingId))
    await database.deleteFrom('minutes_amendment').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_participant').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_invitee').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_pen').where('meeting_id', '=', meetingId).execute()
    const notes = database.selectFrom('minutes_note').select('note_id').where('meeting_id', '=', meetingId)
    await database.deleteFrom('minutes_note_version').where('note_id', 'in', notes).execute()
    await database.deleteFrom('minutes_note').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_section').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_version').where('meeting_id', '=', meetingId).execute()
    await removeErrata(inside, { kind: 'minutes', id: meetingId })
    await database.deleteFrom('minutes_account').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_resource').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_convener').where('meeting_id', '=', meetingId).execute()
    await database.deleteFrom('minutes_point').where('meeting_id', '=', meetingId).execute()
    const { numDeletedRows } = await database
      .deleteFrom('minutes_meeting')
      .where('meeting_id', '=', meetingId)
      .where('network_id', '=', networkId)
      .executeTakeFirst()
    if (numDeletedRows !== 1n) notFound(meetingId)
    await reindexTexts(inside, minutesTexts, networkId, [
      { kind: 'meeting', id: meetingId },
      ...decisionIds.map((id) => ({ kind: 'decision', id })),
    ])
    await recordActivity(inside, { networkId, verb: 'removed', subjectKind: 'meeting', subjectId: meetingId })
  })
}

async function listSubjects({ database }: Context, meetingId: string): Promise<string[]> {
  const participants = await database
    .selectFrom('minutes_participant')
    .select('participant_id as id')
    .where('meeting_id', '=', meetingId)
    .execute()
  const resources = await database
    .selectFrom('minutes_resource')
    .select('resource_id as id')
    .where('meeting_id', '=', meetingId)
    .execute()
  return [meetingId, ...[...participants, ...resources].map(({ id }) => id)]
}

async function removeDecisions(context: Context, meetingId: string): Promise<string[]> {
  const { database } = context
  const rows = await database
    .selectFrom('minutes_decision')
    .select('decision_id as id')
    .where('meeting_id', '=', meetingId)
    .execute()
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const actions = database.selectFrom('minutes_action').select('action_id').where('decision_id', 'in', ids)
  await database.deleteFrom('minutes_action_step').where('action_id', 'in', actions).execute()
  await database.deleteFrom('minutes_action').where('decision_id', 'in', ids).execute()
  await forgetEvidence(context, ids)
  await database.deleteFrom('minutes_decision').where('decision_id', 'in', ids).execute()
  return ids
}
