import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { Appointment, AppointmentChange } from '../publication/appointment.ts'
import { heldOf } from '../publication/appointment.ts'
import type { Session } from '../session.ts'
import type { Shifted } from './event-change.ts'

const aside = 400 * 365.2425 * 86_400_000

/**
 * Moves hours, slots, results of runs and published meetings as far as the event, under the lock of the session; returns the notifications.
 * Absences stay with their slots, and a run that is at work ends: it looks for places that are gone.
 */
export async function moveMeetings(
  context: Context,
  session: Session,
  appointments: readonly Appointment[],
  { zone, hours, at }: Shifted,
): Promise<AppointmentChange[]> {
  const { database } = context
  const now = context.clock.now().toString()
  const held = heldOf(appointments)
  const known = new Set(session.slots.map(({ startsAt }) => startsAt.getTime()))
  // Hours that the organiser has changed since are where the organiser wants them.
  const hasOwnHours = held.some(({ startsAt }) => !known.has(startsAt.getTime()))
  const starts = (of: readonly { startsAt: Date }[]) => [
    ...new Set(of.map((each) => each.startsAt.getTime())),
  ]
  if (!hasOwnHours) {
    await database
      .updateTable('partners_session_run')
      .set({ state: 'ended', ended_at: now })
      .where('session_id', '=', session.id)
      .where('state', '=', 'running')
      .execute()
    await database
      .updateTable('partners_session')
      .set({ zone, hours: JSON.stringify(hours), changed_at: now })
      .where('session_id', '=', session.id)
      .execute()
    for (const [before, after] of steps(starts(session.slots), at)) {
      await sql`
        update partners_session_slot s set starts_at = m.after, ends_at = m.after + (s.ends_at - s.starts_at)
        from unnest(${before}::timestamptz[], ${after}::timestamptz[]) as m (before, after)
        where s.session_id = ${session.id} and s.starts_at = m.before
      `.execute(database)
      await sql`
        update partners_session_meeting s set starts_at = m.after, ends_at = m.after + (s.ends_at - s.starts_at)
        from unnest(${before}::timestamptz[], ${after}::timestamptz[]) as m (before, after), partners_session_run r
        where r.session_id = ${session.id} and s.run_id = r.run_id and s.starts_at = m.before
      `.execute(database)
    }
  }
  for (const [before, after] of steps(starts(held), at))
    await sql`
      update partners_session_appointment s set starts_at = m.after, ends_at = m.after + (s.ends_at - s.starts_at)
      from unnest(${before}::timestamptz[], ${after}::timestamptz[]) as m (before, after)
      where s.session_id = ${session.id} and s.cancelled_at is null and s.starts_at = m.before
    `.execute(database)
  await sql`
    update partners_session_appointment set sequence = sequence + 1, told_at = ${now}::timestamptz
    where session_id = ${session.id} and cancelled_at is null
  `.execute(database)
  return held.map((appointment): AppointmentChange => {
    const { startsAt, endsAt, table, sequence } = appointment
    const to = at(startsAt)
    const moved = {
      startsAt: to,
      endsAt: new Date(to.getTime() + endsAt.getTime() - startsAt.getTime()),
      sequence: sequence + 1,
    }
    return { kind: 'moved', appointment: { ...appointment, ...moved }, before: { startsAt, endsAt, table } }
  })
}

// Moved away first: what moves by one slot would collide with the next one for a moment.
function steps(starts: readonly number[], at: Shifted['at']): [before: string[], after: string[]][] {
  const iso = (ms: number) => new Date(ms).toISOString()
  const away = starts.map((ms) => iso(ms + aside))
  const there = starts.map((ms) => at(new Date(ms)).toISOString())
  return starts.length === 0
    ? []
    : [
        [starts.map(iso), away],
        [away, there],
      ]
}
