import { sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusals/refusal.ts'
import { mayHoldSession } from '../../policy.ts'
import { isInTheWay } from '../following/event-change.ts'
import { lookUpGround } from '../queries.ts'
import { listMeetings, lookUpRun } from '../runs/queries.ts'
import type { Meeting, Run } from '../runs/run.ts'
import type { Participant, Session } from '../session.ts'
import { goByEvent, type HeldEvent, lockSession } from '../setup/commands.ts'
import { type Appointment, type AppointmentChange, appointmentsOf, differenceOf } from './appointment.ts'
import { listAppointments } from './queries.ts'
import { stillPossible } from './still-possible.ts'

/**
 * Makes the meetings of a run those that hold, as far as they can still be; answers what is new, moved and cancelled beside what was told
 * before. Refuses a run that is not the last one: what somebody else has found since would be undone unseen.
 */
export async function publishRun(
  context: Context,
  held: HeldEvent,
  session: Session,
  run: Run,
): Promise<AppointmentChange[]> {
  authorize(mayHoldSession(context.actor, held))
  return inTransaction(context, async (inside) => {
    await lockSession(inside, session.id)
    const last = await lookUpRun(inside, session.id)
    if (last?.id !== run.id || last.state !== 'done') throw new Refusal('taken')
    const ground = await lookUpGround(inside, held.id)
    if (ground === null) throw new Refusal('taken')
    const appointments = await listAppointments(inside, session.id)
    if (isInTheWay(ground.session, appointments)) throw new Refusal('taken')
    const { possible } = stillPossible(ground, await listMeetings(inside, run.id))
    const difference = differenceOf(possible, appointments)
    // All that moves is freed first: two meetings may change places.
    await cancel(inside, [...difference.moved.map(({ appointment }) => appointment), ...difference.cancelled])
    const changes = [
      ...(await moveAll(inside, difference.moved)),
      ...(await addAll(inside, session.id, difference.added)),
      ...difference.cancelled.map(cancelled),
    ]
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('partners_session')
      .set({ published_at: now })
      .where('session_id', '=', session.id)
      .execute()
    await goByEvent(inside, session.id)
    const detail = { run: run.number, changes: changes.length }
    await recordActivity(inside, {
      networkId: held.networkId,
      verb: 'published-meetings',
      subjectKind: 'activity',
      subjectId: held.id,
      detail,
    })
    return changes
  })
}

/** Calls off what somebody was told who has left; answers what they and the others are to be told. */
export async function cancelMeetingsOf(
  context: Context,
  session: Session,
  { id }: Participant,
): Promise<AppointmentChange[]> {
  return callOff(context, appointmentsOf(await listAppointments(context, session.id), { id }))
}

/** Calls off what somebody was told, under the lock of the session; answers what they are to be told. */
export async function callOff(
  context: Context,
  appointments: readonly Appointment[],
): Promise<AppointmentChange[]> {
  await cancel(context, appointments)
  return appointments.map(cancelled)
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

async function moveAll(
  { clock, database }: Context,
  moved: readonly { meeting: Meeting; appointment: Appointment }[],
): Promise<AppointmentChange[]> {
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

async function addAll(
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
      // Two whose meeting was called off meet again: for their calendars it is the same one.
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
