import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { aheadOf } from '../following/event-details.ts'
import { note } from '../participants/commands.ts'
import type { Participant, Session } from '../session.ts'
import { type HeldEvent, lockSession, touchSession } from '../setup/commands.ts'
import { type Appointment, type AppointmentChange, appointmentsOf } from './appointment.ts'
import { callOff } from './appointments.commands.ts'
import { listAppointments } from './queries.ts'

/** The meetings of a participant that are not over on the day of the network, which it may decline. */
export function declinable(
  { today }: Pick<Context, 'today'>,
  appointments: readonly Appointment[],
  participant: Pick<Participant, 'id'>,
): Appointment[] {
  return aheadOf(appointmentsOf(appointments, participant), today)
}

/**
 * Cancels a meeting that one of its participants declines, and has later runs keep the two apart until its wishes say otherwise or the
 * organiser sets the pair; returns the notifications: none where it is cancelled or over. Who may speak for the participant is for the caller to know.
 */
export function declineMeeting(
  context: Context,
  held: HeldEvent,
  session: Pick<Session, 'id'>,
  participant: Participant,
  appointmentId: string,
): Promise<AppointmentChange[]> {
  return inTransaction(context, async (inside) => {
    await lockSession(inside, session.id)
    const all = await listAppointments(inside, session.id)
    const appointment = declinable(inside, all, participant).find(({ id }) => id === appointmentId)
    if (!appointment) return []
    const { firstId, secondId } = appointment
    await inside.database
      .insertInto('partners_session_wish')
      .values({
        participant_id: participant.id,
        other_id: firstId === participant.id ? secondId : firstId,
        position: null,
      })
      .onConflict((conflict) =>
        conflict.columns(['participant_id', 'other_id']).doUpdateSet({ position: null }),
      )
      .execute()
    await touchSession(inside, session.id)
    await note(inside, held, 'declined-meeting', participant.id)
    return callOff(inside, [appointment])
  })
}
