import { instantOf, onClock, wallTime } from '../../../../platform/dates/index.ts'
import type { EventTime, Session, SessionHours } from '../session.ts'
import { isInOrder, spanOfHours } from '../slots.ts'

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
