import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { isInTheWay } from '../following/event-change.ts'
import { type EventNews, hasNews, newsOf } from '../following/event-details.ts'
import { lookUpSessionFacts } from '../queries.ts'
import { listMeetings, lookUpRun } from '../runs/queries.ts'
import type { Meeting, Run } from '../runs/run.ts'
import type { Participant, Session } from '../session.ts'
import { goByEvent, type HeldEvent, lockSession, noteTold } from '../setup/commands.ts'
import { type Appointment, type AppointmentChange, appointmentsOf, differenceOf } from './appointment.ts'
import { listAppointments } from './queries.ts'
import { stillPossible } from './still-possible.ts'

/** Cancels announced appointments, under the lock of the session; returns the notifications. */
export async function callOff(
  context: Context,
  appointments: readonly Appointment[],
): Promise<AppointmentChange[]> {
  await cancel(context, appointments)
  return appointments.map(cancelled)
}

/** Has appointments announced again as they are, under the lock of the session: for calendars each is the same one, changed. */
export async function retell(
  { clock, database }: Context,
  appointments: readonly Appointment[],
): Promise<AppointmentChange[]> {
  if (appointments.length === 0) return []
  await database
    .updateTable('partners_session_appointment')
    .set({ told_at: clock.now().toString(), sequence: sql`sequence + 1` })
    .where(
      'appointment_id',
      'in',
      appointments.map(({ id }) => id),
    )
    .where('cancelled_at', 'is', null)
    .execute()
  return appointments.map((appointment) => ({
    kind: 'kept',
    appointment: { ...appointment, sequence: appointment.sequence + 1 },
    before: null,
  }))
}

/** Moves appointments to the times of their meetings, under the lock of the session: all are freed first, since two may change places. */
async function moveAppointments(
  context: Context,
  moved: readonly { meeting: Meeting; appointment: Appointment }[],
): Promise<AppointmentChange[]> {
  const { clock, database } = context
  await cancel(
    context,
    moved.map(({ appointment }) => appointment),
  )
  const changes: AppointmentChange[] = []
  for (const { meeting, appointment } of moved) {
    await database
      .updateTable('partners_session_appointment')
      .set({ ...columnsOf(meeting), cancelled_at: null, told_at: clock.now().toString() })
      .where('appointment_id', '=', appointment.id)
      .execute()
    const { startsAt, endsAt, table } = appointment
    changes.push({
      kind: 'moved',
      appointment: { ...appointment, ...timesOf(meeting), sequence: appointment.sequence + 1 },
      before: { startsAt, endsAt, table },
    })
  }
  return changes
}

/** Records appointments for meetings that were not announced before. */
async function addAppointments(
  { clock, database }: Context,
  sessionId: string,
  added: readonly Meeting[],
): Promise<AppointmentChange[]> {
  const changes: AppointmentChange[] = []
  const now = clock.now().toString()
  for (let start = 0; start < added.length; start += 200) {
    const slice = added.slice(start, start + 200)
    const rows = await database
      .insertInto('partners_session_appointment')
      .values(
        slice.map((meeting) => ({
          appointment_id: newId(),
          session_id: sessionId,
          first_id: meeting.firstId,
          second_id: meeting.secondId,
          ...columnsOf(meeting),
          told_at: now,
        })),
      )
      // Two whose meeting was cancelled meet again: for their calendars it is one entry.
      .onConflict((conflict) =>
        conflict.columns(['session_id', 'first_id', 'second_id']).doUpdateSet((columns) => ({
          starts_at: columns.ref('excluded.starts_at'),
          ends_at: columns.ref('excluded.ends_at'),
          table_number: columns.ref('excluded.table_number'),
          interpreter: columns.ref('excluded.interpreter'),
          told_at: columns.ref('excluded.told_at'),
          cancelled_at: null,
          sequence: sql<number>`partners_session_appointment.sequence + 1`,
        })),
      )
      .returning(['appointment_id', 'first_id', 'second_id', 'sequence'])
      .execute()
    const made = new Map(rows.map((row) => [`${row.first_id} ${row.second_id}`, row]))
    for (const meeting of slice) {
      const row = made.get(`${meeting.firstId} ${meeting.secondId}`)
      if (!row) continue
      const { firstId, secondId } = meeting
      const appointment = {
        id: row.appointment_id,
        firstId,
        secondId,
        ...timesOf(meeting),
        sequence: row.sequence,
      }
      changes.push({ kind: 'new', appointment: { ...appointment, cancelledAt: null }, before: null })
    }
  }
  return changes
}

async function cancel({ clock, database }: Context, appointments: readonly Appointment[]): Promise<void> {
  if (appointments.length === 0) return
  const now = clock.now().toString()
  await database
    .updateTable('partners_session_appointment')
    .set({ cancelled_at: now, told_at: now, sequence: sql`sequence + 1` })
    .where(
      'appointment_id',
      'in',
      appointments.map(({ id }) => id),
    )
    .where('cancelled_at', 'is', null)
    .execute()
}

function cancelled(appointment: Appointment): AppointmentChange {
  return {
    kind: 'cancelled',
    appointment: { ...appointment, sequence: appointment.sequence + 1 },
    before: null,
  }
}

const timesOf = ({ startsAt, endsAt, table, interpreter }: Meeting) => ({
  startsAt,
  endsAt,
  table,
  interpreter,
})

function columnsOf(meeting: Meeting) {
  return {
    starts_at: meeting.startsAt,
    ends_at: meeting.endsAt,
    table_number: meeting.table,
    interpreter: meeting.interpreter,
  }
}

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
