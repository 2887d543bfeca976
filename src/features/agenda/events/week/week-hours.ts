import { commonSlots, type OfficeSide, type Slot, usualHours } from '../../overlap/slots.ts'
import { dayAfter, type Side } from '../../planning/side.ts'

/** A part of a day, in minutes since its midnight as the clock on the wall shows them. */
export interface Stretch {
  from: number
  to: number
}

/** Something with hours within a day: beside what it overlaps, in one of so many columns. */
export interface Block<E> extends Stretch {
  event: E
  column: number
  columns: number
}

/** A day of the reader’s own clock, with the hours of every side on it. */
export interface WeekDay<E> {
  day: string
  /** When offices are open, side by side. */
  open: Stretch[][]
  /** When all are. */
  together: Slot[]
  blocks: Block<E>[]
  others: OtherClock[]
}

/** Another side’s clock during a day of the reader’s own side. */
export interface OtherClock {
  zone: string
  /** By how much it is ahead at noon, in minutes. */
  difference: number
  /** When its date changes, on the reader’s own clock; null if that is outside this day. */
  midnight: number | null
  /** At each full hour of the reader’s clock, its minutes since the reader’s midnight: the difference changes within a day of the year. */
  atHours: number[]
}

interface Timed {
  startsAt: Date | null
  endsAt: Date | null
}

const wholeDay = 24 * 60

/** Every block is at least an hour high, and one without an end is an hour long. */
const leastMinutes = 60

interface OfficeClock {
  side: Side
  zone: string
}

/** The days of a week on the first side’s clock. */
export function weekDays<E extends Timed>(
  clocks: readonly OfficeClock[],
  days: readonly string[],
  events: readonly E[],
): WeekDay<E>[] {
  const [own] = clocks
  const [from, to] = [days[0], days.at(-1)]
  if (!own || from === undefined || to === undefined) return []
  const offices = clocks.map((clock): OfficeSide => ({ ...clock, hours: usualHours }))
  // A side far to the east or the west is open on the day before or after.
  const openings = offices.map((office) => commonSlots([office], dayAfter(from, -1), dayAfter(to, 1)))
  const together = commonSlots(offices, from, to)
  return days.map((day) => ({
    day,
    open: openings.map((slots) => slots.flatMap((slot) => stretchOn(day, own.zone, slot) ?? [])),
    together: together.filter((slot) => stretchOn(day, own.zone, slot) !== null),
    blocks: blocksOn(day, own.zone, events),
    others: clocks.slice(1).map(({ zone }) => otherClock(day, own.zone, zone)),
  }))
}

/** The part of a slot that falls on a day of a clock; null where none does. */
export function stretchOn(day: string, zone: string, { start, end }: Slot): Stretch | null {
  const [from, to] = [minutesOn(day, zone, start), minutesOn(day, zone, end)]
  return from < to ? { from, to } : null
}

function minutesOn(day: string, zone: string, at: Temporal.Instant): number {
  const there = at.toZonedDateTimeISO(zone)
  const on = there.toPlainDate().toString()
  if (on !== day) return on < day ? 0 : wholeDay
  return there.hour * 60 + there.minute
}

function blocksOn<E extends Timed>(day: string, zone: string, events: readonly E[]): Block<E>[] {
  const pieces = events
    .flatMap((event) => {
      const slot = slotOf(event)
      const stretch = slot && stretchOn(day, zone, slot)
      return stretch ? [{ event, ...atLeast(stretch) }] : []
    })
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
  const blocks: Block<E>[] = []
  let cluster: Block<E>[] = []
  const close = () => {
    const columns = Math.max(0, ...cluster.map(({ column }) => column + 1))
    blocks.push(...cluster.map((block) => ({ ...block, columns })))
    cluster = []
  }
  for (const piece of pieces) {
    if (cluster.every(({ to }) => to <= piece.from)) close()
    const taken = cluster.filter(({ to }) => to > piece.from).map(({ column }) => column)
    let column = 0
    while (taken.includes(column)) column++
    cluster.push({ ...piece, column, columns: 1 })
  }
  close()
  return blocks
}

function slotOf({ startsAt, endsAt }: Timed): Slot | null {
  if (startsAt === null) return null
  const start = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
  const end = endsAt && endsAt > startsAt ? Temporal.Instant.fromEpochMilliseconds(endsAt.getTime()) : null
  return { start, end: end ?? start.add({ minutes: leastMinutes }) }
}

function atLeast({ from, to }: Stretch): Stretch {
  const begins = Math.min(from, wholeDay - leastMinutes)
  return { from: begins, to: Math.max(to, begins + leastMinutes) }
}

function otherClock(day: string, own: string, zone: string): OtherClock {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: own, plainTime: '12:00' })
  const there = noon.withTimeZone(zone)
  const difference = (there.offsetNanoseconds - noon.offsetNanoseconds) / 60e9
  const next = noon.toPlainDate().add({ days: difference < 0 ? 0 : 1 })
  const midnight = minutesOn(day, own, next.toZonedDateTime(zone).toInstant())
  const ownMidnight = Temporal.PlainDate.from(day).toPlainDateTime()
  const atHours = Array.from({ length: 24 }, (_, hour) => {
    const wall = ownMidnight.add({ hours: hour }).toZonedDateTime(own).withTimeZone(zone).toPlainDateTime()
    return ownMidnight.until(wall).total('minutes')
  })
  return { zone, difference, midnight: midnight > 0 && midnight < wholeDay ? midnight : null, atHours }
}

/** Whole hours that cover all offices and events of some days: an empty night is not shown. */
export function hoursShown(days: readonly WeekDay<unknown>[]): { from: number; to: number } {
  const stretches = days.flatMap(({ open, blocks }) => [...open.flat(), ...blocks])
  if (stretches.length === 0) return { from: 8, to: 19 }
  return {
    from: Math.floor(Math.min(...stretches.map(({ from }) => from)) / 60),
    to: Math.ceil(Math.max(...stretches.map(({ to }) => to)) / 60),
  }
}
