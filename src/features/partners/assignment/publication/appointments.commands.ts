import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import type { Meeting } from '../runs/run.ts'
import type { Appointment, AppointmentChange } from './appointment.ts'

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
export async function moveAppointments(
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
export async function addAppointments(
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
