import type { Meeting } from '../runs/run.ts'
import type { Participant } from '../session.ts'

/** A meeting that participants were told of; it stays the same one for their calendars, whenever it is moved. */
export interface Appointment {
  id: string
  firstId: string
  secondId: string
  startsAt: Date
  endsAt: Date
  table: number
  interpreter: string[]
  /** Higher each time that those who were told must be told again (SEQUENCE of RFC 5545). */
  sequence: number
  cancelledAt: Date | null
}

/** What still holds of what was told. */
export function standingOf(appointments: readonly Appointment[]): Appointment[] {
  return appointments.filter(({ cancelledAt }) => cancelledAt === null)
}

/** What one participant was told that still holds. */
export function appointmentsOf(
  appointments: readonly Appointment[],
  { id }: Pick<Participant, 'id'>,
): Appointment[] {
  return standingOf(appointments).filter(({ firstId, secondId }) => [firstId, secondId].includes(id))
}

export const changeKinds = ['new', 'moved', 'cancelled'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What became of an appointment, with when it was before; `kept` where it is as it was and only its event is called otherwise or elsewhere. */
export interface AppointmentChange {
  kind: ChangeKind | 'kept'
  appointment: Appointment
  before: Pick<Appointment, 'startsAt' | 'endsAt' | 'table'> | null
}

/** What publishing would change of what was told. */
export interface Difference {
  added: Meeting[]
  moved: { meeting: Meeting; appointment: Appointment }[]
  cancelled: Appointment[]
  unchanged: Appointment[]
}

/** What differs between the meetings of a run and those that participants were told of. */
export function differenceOf(meetings: readonly Meeting[], appointments: readonly Appointment[]): Difference {
  const on = standingOf(appointments)
  const known = new Map(on.map((each) => [keyOf(each), each]))
  const wanted = new Set(meetings.map(keyOf))
  const difference: Difference = {
    added: [],
    moved: [],
    cancelled: on.filter((each) => !wanted.has(keyOf(each))),
    unchanged: [],
  }
  for (const meeting of meetings) {
    const appointment = known.get(keyOf(meeting))
    if (!appointment) difference.added.push(meeting)
    else if (isSame(meeting, appointment)) difference.unchanged.push(appointment)
    else difference.moved.push({ meeting, appointment })
  }
  return difference
}

const keyOf = ({ firstId, secondId }: Pick<Meeting, 'firstId' | 'secondId'>) => `${firstId} ${secondId}`

function isSame(meeting: Meeting, appointment: Appointment): boolean {
  return (
    meeting.startsAt.getTime() === appointment.startsAt.getTime() &&
    meeting.endsAt.getTime() === appointment.endsAt.getTime() &&
    meeting.table === appointment.table &&
    meeting.interpreter.join() === appointment.interpreter.join()
  )
}
