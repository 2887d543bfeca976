import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { type AppointmentChange, standingOf } from '../publication/appointment.ts'
import { callOff } from '../publication/appointments.commands.ts'
import type { Changed } from '../publication/commands.ts'
import { listAppointments } from '../publication/queries.ts'
import { lookUpGround } from '../queries.ts'
import { goByEvent, type HeldEvent, lockSession, noteTold } from '../setup/commands.ts'
import { changeOf, timeKey } from './event-change.ts'
import { aheadOf, newsOf } from './event-details.ts'
import { moveMeetings } from './moving.commands.ts'
import type { EventChoice, TypedChoice } from './schema.ts'

/** What became of a decision; `settled` where somebody else had decided, `changed` where the event is not what was decided on. */
export type Outcome = ({ kind: 'done' } & Changed) | { kind: 'settled' | 'changed' }

/**
 * Has hours and meetings follow their event, stay, or be called off; answers what participants are to be told. Of two who decide at once
 * the second one finds it settled.
 */
export async function followEvent(
  context: Context,
  held: HeldEvent,
  sessionId: string,
  { choice, seen }: TypedChoice,
): Promise<Outcome> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    await lockSession(inside, sessionId)
    const { session } = (await lookUpGround(inside, held.id)) ?? notFound(held.id)
    const appointments = await listAppointments(inside, sessionId)
    const change = changeOf(session, appointments)
    if (change === null) return { kind: 'settled' }
    if (seen !== `${change.kind} ${timeKey(session.eventTime)}`.trim()) return { kind: 'changed' }
    const standing = standingOf(appointments)
    if (choice === 'callOff') {
      const changes = await callOff(inside, standing)
      // A cancelled event may come back as it was.
      if (change.kind === 'moved') await goByEvent(inside, sessionId)
      await note(inside, held, choice, changes.length)
      return { kind: 'done', changes, news: null }
    }
    if (change.kind !== 'moved') return { kind: 'changed' }
    if (choice === 'move' && change.shifted === null) return { kind: 'changed' }
    const changes =
      choice === 'move' && change.shifted !== null
        ? await moveMeetings(inside, session, appointments, change.shifted)
        : []
    await goByEvent(inside, sessionId)
    const news = newsOf(session)
    if (changes.length > 0) await noteTold(inside, sessionId, session.details)
    await note(inside, held, choice, changes.length)
    return { kind: 'done', changes, news }
  })
}

/** Calls off the meetings of an event that does not take place, those still ahead on the day of the network; answers what is to be told. */
export async function callOffCancelled(
  context: Context,
  held: HeldEvent,
  sessionId: string,
): Promise<AppointmentChange[]> {
  await lockSession(context, sessionId)
  const ground = await lookUpGround(context, held.id)
  if (!ground?.session.isEventCancelled) return []
  const due = aheadOf(await listAppointments(context, sessionId), context.today)
  if (due.length === 0) return []
  const changes = await callOff(context, due)
  await note(context, held, 'callOff', changes.length)
  return changes
}

const verbs: Readonly<Record<EventChoice, string>> = {
  move: 'moved-meetings',
  keep: 'kept-meetings',
  callOff: 'called-off-meetings',
}

function note(
  context: Context,
  { id, networkId }: HeldEvent,
  choice: EventChoice,
  changes: number,
): Promise<void> {
  return recordActivity(context, {
    networkId,
    verb: verbs[choice],
    subjectKind: 'activity',
    subjectId: id,
    detail: { changes },
  })
}
