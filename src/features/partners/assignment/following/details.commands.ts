import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { retell } from '../publication/appointments.commands.ts'
import type { Changed } from '../publication/commands.ts'
import { listAppointments } from '../publication/queries.ts'
import { lookUpGround } from '../queries.ts'
import { type HeldEvent, lockSession, noteTold } from '../setup/commands.ts'
import { hasMoved } from './event-change.ts'
import { aheadOf, areHosts, hasNews, newsOf } from './event-details.ts'

/**
 * Has those whose meetings are still ahead, on the day of the network, told what their event is called and where it is by now; answers what is to
 * be told. Where it has moved besides, whoever holds it decides first: one mail says both. Where only its hosts read it, it waits until all
 * who have meetings do.
 */
export async function retellEvent(
  context: Context,
  held: HeldEvent & { isForHosts: boolean },
  sessionId: string,
): Promise<Changed> {
  const none: Changed = { changes: [], news: null }
  await lockSession(context, sessionId)
  const ground = await lookUpGround(context, held.id)
  if (ground === null) return none
  const { session, participants } = ground
  const news = newsOf(session)
  if (session.isEventCancelled || session.isEventHidden || hasMoved(session)) return none
  const due = aheadOf(await listAppointments(context, sessionId), context.today)
  if (held.isForHosts && !areHosts(participants, due, held.holders)) return none
  // What nobody remembers, such as after a restored backup, is taken for what it is by now.
  await noteTold(context, sessionId, session.details)
  if (!hasNews(news)) return none
  const changes = await retell(context, due)
  if (changes.length > 0)
    await recordActivity(context, {
      networkId: held.networkId,
      verb: 'retold-meetings',
      subjectKind: 'activity',
      subjectId: held.id,
      detail: { changes: changes.length },
    })
  return { changes, news }
}
