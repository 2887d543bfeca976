import { instantOf } from '../../../../platform/dates/index.ts'
import type { SessionHours, SessionPlan } from '../session.ts'

/** More than these are several sessions. */
export const mostSlots = 80

/** The slots that fit into the hours of a session, one after the other with a break between, in the order of time. */
export function slotsOf({
  hours,
  zone,
  slotMinutes,
  breakMinutes,
}: Pick<SessionPlan, 'hours' | 'zone' | 'slotMinutes' | 'breakMinutes'>): { startsAt: Date; endsAt: Date }[] {
  const slot = slotMinutes * 60_000
  const step = slot + breakMinutes * 60_000
  return hours
    .flatMap(({ day, from, to }) => {
      const [first, last] = [from, to].map((time) => instantOf(day, time, zone).epochMilliseconds)
      const slots: { startsAt: Date; endsAt: Date }[] = []
      if (first === undefined || last === undefined) return slots
      for (let at = first; at + slot <= last && slots.length <= mostSlots; at += step)
        slots.push({ startsAt: new Date(at), endsAt: new Date(at + slot) })
      return slots
    })
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

/** The place in the list of hours that begin before others of the same day have ended; null for none. */
export function overlapping(hours: readonly SessionHours[]): number | null {
  const at = hours.findIndex((one, index) =>
    hours.some(
      (other, before) =>
        before < index && other.day === one.day && one.from < other.to && other.from < one.to,
    ),
  )
  return at < 0 ? null : at
}
