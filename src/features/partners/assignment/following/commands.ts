import { recordActivity } from '../../../../platform/activity/activity.ts'
import { ownDay } from '../../../../platform/context/clock.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { authorize, notFound } from '../../../../platform/refusal.ts'
import { type AgendaEvent, holdersOf, lookUpEvent } from '../../../agenda/events/index.ts'
import { listNetworks } from '../../../networks/index.ts'
import { mayHoldSession } from '../../policy.ts'
import { type AppointmentChange, heldOf } from '../publication/appointment.ts'
import { type Changed, callOff, retell } from '../publication/appointments.commands.ts'
import { notifyOfChanges } from '../publication/mails.ts'
import type { ChangeCause } from '../publication/meetings-mail.ts'
import { listAppointments } from '../publication/queries.ts'
import { lookUpSessionFacts } from '../queries.ts'
import { goByEvent, type HeldEvent, lockSession, noteTold } from '../setup/commands.ts'
import { changeOf, type EventChoice, hasMoved, type TypedChoice, timeKey } from './event-change.ts'
import { aheadOf, areHosts, hasNews, newsOf } from './event-details.ts'
import { moveMeetings } from './moving.commands.ts'
import { type DueEvent, listCancelled, listRetold } from './queries.ts'

/** What became of a decision; `settled` where another person had decided, `changed` where the event is not the one decided on. */
export type Outcome = ({ kind: 'done' } & Changed) | { kind: 'settled' | 'changed' }

/**
 * Has hours and meetings follow their event, stay, or be cancelled; returns the notifications for participants. Of two concurrent decisions
 * the second finds it settled.
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
    const { session } = (await lookUpSessionFacts(inside, held.id)) ?? notFound(held.id)
    const appointments = await listAppointments(inside, sessionId)
    const change = changeOf(session, appointments)
    if (change === null) return { kind: 'settled' }
    if (seen !== `${change.kind} ${timeKey(session.eventTime)}`.trim()) return { kind: 'changed' }
    const stored = heldOf(appointments)
    if (choice === 'callOff') {
      const changes = await callOff(inside, stored)
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

/** Cancels the meetings of an event that does not take place, those still ahead on the day of the network; returns the notifications. */
export async function callOffCancelled(
  context: Context,
  held: HeldEvent,
  sessionId: string,
): Promise<AppointmentChange[]> {
  await lockSession(context, sessionId)
  const facts = await lookUpSessionFacts(context, held.id)
  if (!facts?.session.isEventCancelled) return []
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

/**
 * Notifies participants whose meetings are still ahead, on the day of the network, of the current title and place of their event; returns
 * the notifications. If it has also moved, its organiser decides first: one mail says both. While only its hosts may read it, it waits
 * until all who have meetings may.
 */
export async function retellEvent(
  context: Context,
  held: HeldEvent & { isForHosts: boolean },
  sessionId: string,
): Promise<Changed> {
  const none: Changed = { changes: [], news: null }
  await lockSession(context, sessionId)
  const facts = await lookUpSessionFacts(context, held.id)
  if (facts === null) return none
  const { session, participants } = facts
  const news = newsOf(session)
  if (session.isEventCancelled || session.isEventHidden || hasMoved(session)) return none
  const due = aheadOf(await listAppointments(context, sessionId), context.today)
  if (held.isForHosts && !areHosts(participants, due, held.holders)) return none
  // Unrecorded details, such as after a restored backup, are taken to be the current ones.
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

/**
 * Cancels the meetings of cancelled events and notifies their participants; notifies those of events with a new title or place. Each change
 * is handled once, by any person and in any way it was made.
 */
export async function followDue(application: Application, operating: Context): Promise<void> {
  const services = { application, operating }
  await follow(
    services,
    await listCancelled(operating),
    'eventCancelled',
    async (context, held, sessionId) => ({
      changes: await callOffCancelled(context, held, sessionId),
      news: null,
    }),
  )
  await follow(
    services,
    await listRetold(operating),
    'eventDetails',
    (context, held, sessionId, { visibility }) =>
      retellEvent(context, { ...held, isForHosts: visibility === 'hosts' }, sessionId),
  )
}

type Work = (context: Context, held: HeldEvent, sessionId: string, event: AgendaEvent) => Promise<Changed>

async function follow(
  { application, operating }: { application: Application; operating: Context },
  due: readonly DueEvent[],
  because: ChangeCause,
  work: Work,
): Promise<void> {
  if (due.length === 0) return
  const networks = new Map((await listNetworks(operating)).map((network) => [network.id, network]))
  for (const { eventId, networkId } of due) {
    const network = networks.get(networkId)
    if (!network) continue
    const context: Context = { ...operating, today: ownDay(application, network.opensOn) }
    const event = await lookUpEvent(context, networkId, eventId)
    if (event === null) continue
    await inTransaction(context, async (writing) => {
      const facts = await lookUpSessionFacts(writing, eventId)
      if (facts === null) return
      const held = { id: eventId, networkId, holders: holdersOf(event.organisations) }
      const changed = await work(writing, held, facts.session.id, event)
      await notifyOfChanges({ application, writing, network, event, facts }, changed, because)
    })
  }
}
