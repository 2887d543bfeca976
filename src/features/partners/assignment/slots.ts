import { instantOf } from '../../../platform/dates/index.ts'
import type { SessionHours, SessionPlan } from './session.ts'

/** More than these are several sessions. */
export const mostSlots = 80

interface Span {
  startsAt: Date
  endsAt: Date
}

/** The slots that fit into the hours of a session, one after the other with a break between, in the order of time. */
export function slotsOf({
  hours,
  zone,
  slotMinutes,
  breakMinutes,
}: Pick<SessionPlan, 'hours' | 'zone' | 'slotMinutes' | 'breakMinutes'>): Span[] {
  const slot = slotMinutes * 60_000
  const step = slot + breakMinutes * 60_000
  return hours
    .flatMap((each) => {
      const [first, last] = millisecondsOf(each, zone)
      const slots: Span[] = []
      // By elapsed time: in a night in which the clocks change, an hour may occur twice on the wall, or not at all.
      for (let at = first; at + slot <= last && slots.length <= mostSlots; at += step)
        slots.push({ startsAt: new Date(at), endsAt: new Date(at + slot) })
      return slots
    })
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

/** When hours begin and end. */
export function spanOfHours(hours: SessionHours, zone: string): Span {
  const [first, last] = millisecondsOf(hours, zone)
  return { startsAt: new Date(first), endsAt: new Date(last) }
}

/** The place in the list of hours that begin before others have ended; null for none. */
export function overlapping(hours: readonly SessionHours[], zone: string): number | null {
  const spans = hours.map((each) => millisecondsOf(each, zone))
  const at = spans.findIndex(([from, to], index) =>
    spans.slice(0, index).some(([otherFrom, otherTo]) => from < otherTo && otherFrom < to),
  )
  return at < 0 ? null : at
}

/** The ISO day after one. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}

/** Whether hours end after they begin, and no later than a day after. */
export function isInOrder({ day, from, endsOn, to }: SessionHours): boolean {
  return endsOn === day ? from < to : endsOn === dayAfter(day) && to <= from
}

function millisecondsOf({ day, from, endsOn, to }: SessionHours, zone: string): [number, number] {
  return [instantOf(day, from, zone).epochMilliseconds, instantOf(endsOn, to, zone).epochMilliseconds]
}
