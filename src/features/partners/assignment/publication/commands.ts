import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { isInTheWay } from '../following/event-change.ts'
import { type EventNews, hasNews, newsOf } from '../following/event-details.ts'
import { lookUpSessionFacts } from '../queries.ts'
import { listMeetings, lookUpRun } from '../runs/queries.ts'
import type { Run } from '../runs/run.ts'
import type { Participant, Session } from '../session.ts'
import { goByEvent, type HeldEvent, lockSession, noteTold } from '../setup/commands.ts'
import { type AppointmentChange, appointmentsOf, differenceOf } from './appointment.ts'
import { addAppointments, callOff, moveAppointments, retell } from './appointments.commands.ts'
import { listAppointments } from './queries.ts'
import { stillPossible } from './still-possible.ts'

/** The notifications for participants. */
export interface Changed {
  changes: AppointmentChange[]
  /** Null where nothing of the event was announced before. */
  news: EventNews | null
}

/**
 * Makes the meetings of a run those that hold, as far as still possible; returns the new, moved and cancelled ones, compared with those
 * announced, and those of which only the title or place of the event has changed. Refuses a run that is not the last one: it would undo a
 * later result of another person unseen.
 */
export async function publishRun(
  context: Context,
  held: HeldEvent,
  session: Session,
  run: Run,
): Promise<Changed> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    await lockSession(inside, session.id)
    const last = await lookUpRun(inside, session.id)
    if (last?.id !== run.id || last.state !== 'done') throw new Refusal('taken')
    const facts = await lookUpSessionFacts(inside, held.id)
    if (facts === null) throw new Refusal('taken')
    const appointments = await listAppointments(inside, session.id)
    if (isInTheWay(facts.session, appointments)) throw new Refusal('taken')
    const { possible } = stillPossible(facts, await listMeetings(inside, run.id))
    const difference = differenceOf(possible, appointments)
    const news = newsOf(facts.session)
    const changes = [
      ...(await callOff(inside, difference.cancelled)),
      ...(await moveAppointments(inside, difference.moved)),
      ...(await addAppointments(inside, session.id, difference.added)),
      ...(hasNews(news) ? await retell(inside, difference.unchanged) : []),
    ]
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('partners_session')
      .set({ published_at: now })
      .where('session_id', '=', session.id)
      .execute()
    await goByEvent(inside, session.id)
    await noteTold(inside, session.id, facts.session.details)
    const detail = { run: run.number, changes: changes.length }
    await recordActivity(inside, {
      networkId: held.networkId,
      verb: 'published-meetings',
      subjectKind: 'activity',
      subjectId: held.id,
      detail,
    })
    return { changes, news }
  })
}

/** Cancels the announced meetings of a participant that has left; returns the notifications for it and for the others. */
export async function cancelMeetingsOf(
  context: Context,
  session: Session,
  { id }: Participant,
): Promise<AppointmentChange[]> {
  return callOff(context, appointmentsOf(await listAppointments(context, session.id), { id }))
}
