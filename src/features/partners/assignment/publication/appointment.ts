import type { Meeting } from '../runs/run.ts'
import type { Participant } from '../session.ts'

/** A meeting that participants were notified of; for calendars it is one entry, however often it is moved. */
export interface Appointment {
  id: string
  firstId: string
  secondId: string
  startsAt: Date
  endsAt: Date
  table: number
  interpreter: string[]
  /** Increases each time that participants must be notified again (SEQUENCE of RFC 5545). */
  sequence: number
  cancelledAt: Date | null
}

/** The announced appointments that still hold. */
export function heldOf(appointments: readonly Appointment[]): Appointment[] {
  return appointments.filter(({ cancelledAt }) => cancelledAt === null)
}

/** The announced appointments of one participant that still hold. */
export function appointmentsOf(
  appointments: readonly Appointment[],
  { id }: Pick<Participant, 'id'>,
): Appointment[] {
  return heldOf(appointments).filter(({ firstId, secondId }) => [firstId, secondId].includes(id))
}

export const changeKinds = ['new', 'moved', 'cancelled'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** The change of an appointment, with its earlier time; `kept` where it is unchanged and only the title or place of its event differs. */
export interface AppointmentChange {
  kind: ChangeKind | 'kept'
  appointment: Appointment
  before: Pick<Appointment, 'startsAt' | 'endsAt' | 'table'> | null
}

/** What publishing would change of what was announced. */
export interface Difference {
  added: Meeting[]
  moved: { meeting: Meeting; appointment: Appointment }[]
  cancelled: Appointment[]
  unchanged: Appointment[]
}

/** The difference between the meetings of a run and the announced ones. */
export function differenceOf(meetings: readonly Meeting[], appointments: readonly Appointment[]): Difference {
  const on = heldOf(appointments)
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
