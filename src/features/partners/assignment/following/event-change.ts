import { z } from 'zod'
import { instantOf, onClock, wallTime } from '../../../../platform/dates/index.ts'
import { says } from '../../../../platform/input/form.ts'
import { type Appointment, heldOf } from '../publication/appointment.ts'
import { type EventTime, isInOrder, type Session, type SessionHours, spanOfHours } from '../session.ts'

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

/** Hours and meetings once they have moved with their event. */
export interface Shifted {
  zone: string
  hours: SessionHours[]
  at(instant: Date): Date
}

type Moving = Pick<Session, 'zone' | 'hours' | 'slots' | 'wentBy' | 'eventTime'>

/**
 * Keeps the distance of hours and meetings from the event, on the clock of the session: 14:00 stays 14:00 when the event moves from summer
 * time to winter time. Null where its new day is not certain, or hours would be longer than a day.
 */
export function shiftSession(session: Moving): Shifted | null {
  const { zone, hours, slots, wentBy, eventTime } = session
  const by = wallShift(wentBy, eventTime, zone)
  if (by === null) return null
  const at = shifter(slots, zone, by)
  // Hours said on the clock of the event go with it to another clock.
  const shown = zone === wentBy.zone && eventTime.zone !== null ? eventTime.zone : zone
  const moved = hours.map((each): SessionHours => {
    const { startsAt, endsAt } = spanOfHours(each, zone)
    const [first, last] = [wallTime(at(startsAt), shown), wallTime(at(endsAt), shown)]
    return { day: first.day, from: first.time, endsOn: last.day, to: last.time }
  })
  // In a night in which the clocks change, hours that lasted nearly a day may exceed one.
  return moved.every(isInOrder) ? { zone: shown, hours: moved, at } : null
}

// In milliseconds of the clock on the wall; in whole days where one of the two has no hour.
function wallShift(before: EventTime, after: EventTime, zone: string): number | null {
  if (before.startsAt !== null && after.startsAt !== null)
    return onClock(after.startsAt, zone).getTime() - onClock(before.startsAt, zone).getTime()
  if (before.startsOn === null || after.startsOn === null) return null
  return Date.parse(after.startsOn) - Date.parse(before.startsOn)
}

function shifter(slots: Session['slots'], zone: string, by: number): (instant: Date) => Date {
  const onWall = (instant: Date) => {
    // As if the clock of the session were UTC.
    const { day, time } = wallTime(new Date(onClock(instant, zone).getTime() + by), 'UTC')
    return new Date(instantOf(day, time, zone).epochMilliseconds)
  }
  // An hour that the clocks skip, or have twice, would put two meetings into one: then all of them move by one duration.
  const kept = slots.every(({ startsAt, endsAt }, index) => {
    const next = slots[index + 1]
    const end = onWall(startsAt).getTime() + endsAt.getTime() - startsAt.getTime()
    return next === undefined || end <= onWall(next.startsAt).getTime()
  })
  const [first] = slots
  if (kept || !first) return onWall
  const whole = onWall(first.startsAt).getTime() - first.startsAt.getTime()
  return (instant) => new Date(instant.getTime() + whole)
}

const eventChoices = ['move', 'keep', 'callOff'] as const
export type EventChoice = (typeof eventChoices)[number]

/** What an organiser decides on the meetings of an event, and which time of the event they have seen. */
export const choiceForm = z.object({
  choice: z.enum(eventChoices, { error: says('partners.assignment.error.choice') }),
  seen: z.string().default(''),
})

export type TypedChoice = z.output<typeof choiceForm>
