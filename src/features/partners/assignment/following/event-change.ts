import { type Appointment, standingOf } from '../publication/appointment.ts'
import type { EventTime, Session } from '../session.ts'
import { type Shifted, shiftSession } from './shift.ts'

/** What became of an event since its meetings went by it, and is not settled yet. */
export type EventChange =
  /** Its meetings are called off, by themselves or by whoever holds it. */
  | { kind: 'cancelled' }
  /** Nobody else sees it any more. */
  | { kind: 'hidden' }
  /** With where hours and meetings would be if they moved along; null where that cannot be said. */
  | { kind: 'moved'; shifted: Shifted | null }

/** What whoever holds the event has to decide; null where meetings and event agree. */
export function changeOf(session: Session, appointments: readonly Appointment[]): EventChange | null {
  const isOn = standingOf(appointments).length > 0
  if (session.isEventCancelled) return isOn ? { kind: 'cancelled' } : null
  if (session.isEventHidden && isOn) return { kind: 'hidden' }
  return hasMoved(session) ? { kind: 'moved', shifted: shiftSession(session) } : null
}

/** Whether the event is on another day, or at another hour, than hours and meetings go by. What becomes more certain does not move. */
export function hasMoved({ wentBy, eventTime }: Pick<Session, 'wentBy' | 'eventTime'>): boolean {
  if (wentBy.startsOn === null) return false
  if (wentBy.startsOn !== eventTime.startsOn) return true
  const [before, after] = [wentBy.startsAt, eventTime.startsAt]
  return before !== null && after !== null && before.getTime() !== after.getTime()
}

/** Whether nothing is to be published yet: the event does not take place, is not shown, or has moved without a word on its meetings. */
export function isInTheWay(session: Session, appointments: readonly Appointment[]): boolean {
  if (session.isEventCancelled || session.isEventHidden) return true
  return hasMoved(session) && standingOf(appointments).length > 0 && isInHours(session, appointments)
}

/** Whether what was published stands in the hours as they are set: an organiser who has set others has said where meetings are to be. */
export function isInHours({ slots }: Pick<Session, 'slots'>, appointments: readonly Appointment[]): boolean {
  const known = new Set(slots.map(({ startsAt }) => startsAt.getTime()))
  return standingOf(appointments).every(({ startsAt }) => known.has(startsAt.getTime()))
}

/** A time in one word, to tell whether somebody who decides has seen it. */
export function timeKey({ startsOn, startsAt }: EventTime): string {
  return [startsOn ?? '', startsAt?.toISOString() ?? ''].join(' ').trim()
}
