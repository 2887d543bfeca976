import { instantOf, onClock, wallTime } from '../../../../platform/dates/index.ts'
import type { EventTime, Session, SessionHours } from '../session.ts'
import { isInOrder, spanOfHours } from '../slots.ts'

/** Where hours and meetings are once they have moved as far as their event. */
export interface Shifted {
  zone: string
  hours: SessionHours[]
  at(instant: Date): Date
}

type Moving = Pick<Session, 'zone' | 'hours' | 'slots' | 'wentBy' | 'eventTime'>

/**
 * Hours and meetings as far from the event as they were, on the clock of the session: 14:00 stays 14:00 when the event goes from summer
 * time to winter time. Where its new day is not certain, or hours would be longer than a day, there is no such place.
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
  // A night in which the clocks change may make more than a day of hours that lasted nearly as long.
  return moved.every(isInOrder) ? { zone: shown, hours: moved, at } : null
}

// In milliseconds of the clock on the wall; by whole days where one of the two has no hour.
function wallShift(before: EventTime, after: EventTime, zone: string): number | null {
  if (before.startsAt !== null && after.startsAt !== null)
    return onClock(after.startsAt, zone).getTime() - onClock(before.startsAt, zone).getTime()
  if (before.startsOn === null || after.startsOn === null) return null
  return Date.parse(after.startsOn) - Date.parse(before.startsOn)
}

function shifter(slots: Session['slots'], zone: string, by: number): (instant: Date) => Date {
  const onWall = (instant: Date) => {
    // As though the clock of the session were that of UTC.
    const { day, time } = wallTime(new Date(onClock(instant, zone).getTime() + by), 'UTC')
    return new Date(instantOf(day, time, zone).epochMilliseconds)
  }
  // An hour that the clocks leave out, or have twice, would put two meetings into one: all of them move by the same time then.
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
