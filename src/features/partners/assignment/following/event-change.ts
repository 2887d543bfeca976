import { type Appointment, heldOf } from '../publication/appointment.ts'
import type { EventTime, Session } from '../session.ts'
import { type Shifted, shiftSession } from './shift.ts'

/** A change of an event since its meetings were set that is not settled yet. */
export type EventChange =
  /** Its meetings are cancelled, by background work or by an organiser. */
  | { kind: 'cancelled' }
  /** Nobody else sees it any longer. */
  | { kind: 'hidden' }
  /** With where hours and meetings would be if they moved along; null where that cannot be said. */
  | { kind: 'moved'; shifted: Shifted | null }

/** What the organiser of the event has to decide; null where meetings and event agree. */
export function changeOf(session: Session, appointments: readonly Appointment[]): EventChange | null {
  const isOn = heldOf(appointments).length > 0
  if (session.isEventCancelled) return isOn ? { kind: 'cancelled' } : null
  if (session.isEventHidden && isOn) return { kind: 'hidden' }
  return hasMoved(session) ? { kind: 'moved', shifted: shiftSession(session) } : null
}

/** Whether the day or hour of the event differs from what its meetings are based on. A date that becomes more certain does not move. */
export function hasMoved({ wentBy, eventTime }: Pick<Session, 'wentBy' | 'eventTime'>): boolean {
  if (wentBy.startsOn === null) return false
  if (wentBy.startsOn !== eventTime.startsOn) return true
  const [before, after] = [wentBy.startsAt, eventTime.startsAt]
  return before !== null && after !== null && before.getTime() !== after.getTime()
}

/** Whether nothing may be published yet: the event does not take place, is not shown, or has moved without a decision on its meetings. */
export function isInTheWay(session: Session, appointments: readonly Appointment[]): boolean {
  if (session.isEventCancelled || session.isEventHidden) return true
  return hasMoved(session) && heldOf(appointments).length > 0 && isInHours(session, appointments)
}

/** Whether the published meetings lie within the hours: an organiser who has set others has decided where meetings are to be. */
export function isInHours({ slots }: Pick<Session, 'slots'>, appointments: readonly Appointment[]): boolean {
  const known = new Set(slots.map(({ startsAt }) => startsAt.getTime()))
  return heldOf(appointments).every(({ startsAt }) => known.has(startsAt.getTime()))
}

/** A time as one word, to tell whether the person who decides has seen it. */
export function timeKey({ startsOn, startsAt }: EventTime): string {
  return [startsOn ?? '', startsAt?.toISOString() ?? ''].join(' ').trim()
}
