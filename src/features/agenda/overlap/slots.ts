import { dayAfter, daysFrom, isWorkingDay, type Side } from '../planning/side.ts'

/** From when to when offices are open, as their own clock shows it: `09:00` to `18:00`. */
export interface OfficeHours {
  from: string
  to: string
}

export const usualHours: OfficeHours = { from: '09:00', to: '18:00' }

export interface OfficeSide {
  side: Side
  zone: string
  hours: OfficeHours
}

export interface Slot {
  start: Temporal.Instant
  end: Temporal.Instant
}

/**
 * When the offices of all sides are open at once, on days of the first side's clock from one to another: each side by its own
 * hours, on its own working days.
 */
export function commonSlots(sides: readonly OfficeSide[], from: string, to: string): Slot[] {
  const [first, ...others] = sides
  if (!first) return []
  // A side far to the east or the west is open on the day before or after.
  const around = { from: dayAfter(from, -1), to: dayAfter(to, 1) }
  const open = others.map((side) => openings(side, around.from, around.to))
  return open.reduce((slots, next) => intersect(slots, next), openings(first, from, to))
}

function openings({ side, zone, hours }: OfficeSide, from: string, to: string): Slot[] {
  return daysFrom(from, to)
    .filter((day) => isWorkingDay(side, day))
    .map((day) => ({ start: instantAt(day, hours.from, zone), end: instantAt(day, hours.to, zone) }))
}

function intersect(one: readonly Slot[], other: readonly Slot[]): Slot[] {
  return one.flatMap((slot) =>
    other.flatMap((next) => {
      const start = later(slot.start, next.start)
      const end = earlier(slot.end, next.end)
      return Temporal.Instant.compare(start, end) < 0 ? [{ start, end }] : []
    }),
  )
}

function instantAt(day: string, time: string, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

const later = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) > 0 ? a : b)
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b)
