import { contentLine } from './content-line.ts'

// A rule that has held for so many of the years ahead is expected to go on.
const settledYears = 8
const yearsAhead = 20
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const kept = new Map<string, string>()

/** A change of the clock: the wall time at which it comes, and offsets in seconds. */
interface Change {
  wall: Temporal.PlainDateTime
  from: number
  to: number
  isDaylight: boolean
}

interface Observance {
  changes: Change[]
  /** How it goes on for ever. */
  rule: string | null
}

/**
 * The VTIMEZONE of an IANA zone, right from the first of two years on, by this machine's zone data: for ever where a yearly
 * rule goes on, else for twenty years after the second one.
 */
export function zoneComponent(zone: string, [firstYear, lastYear]: readonly [number, number]): string {
  const years = [Math.floor(firstYear / 10) * 10 - 1, Math.ceil((lastYear + 1) / 10) * 10] as const
  const key = `${zone} ${years.join()}`
  const found = kept.get(key)
  if (found !== undefined) return found
  if (kept.size > 1_000) kept.clear()
  const written = [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observances(zone, years).flatMap(lines),
    'END:VTIMEZONE',
  ]
    .map(contentLine)
    .join('')
  kept.set(key, written)
  return written
}

function observances(zone: string, [first, last]: readonly [number, number]): Observance[] {
  const begin = Temporal.PlainDateTime.from({ year: first, month: 1, day: 1 }).toZonedDateTime(zone)
  const end = last + yearsAhead
  const changes: Change[] = []
  for (
    let next = begin.getTimeZoneTransition('next');
    next && next.year <= end;
    next = next.getTimeZoneTransition('next')
  )
    changes.push(changeAt(next))
  const offset = seconds(begin)
  const initial = { wall: begin.toPlainDateTime(), from: offset, to: offset, isDaylight: false }
  const settled = changes.filter(({ wall }) => wall.year === end).flatMap((each) => ruleOf(each, changes))
  const rest = changes.filter((change) => !settled.some((observance) => observance.changes.includes(change)))
  const alike = Map.groupBy(rest, ({ from, to, isDaylight }) => `${from} ${to} ${isDaylight}`)
  return [
    { changes: [initial], rule: null },
    ...[...alike.values()].map((group) => ({ changes: group, rule: null })),
    ...settled,
  ]
}

function changeAt(moment: Temporal.ZonedDateTime): Change {
  const before = moment.subtract({ nanoseconds: 1 })
  const from = seconds(before)
  const to = seconds(moment)
  return {
    wall: before.toPlainDateTime().add({ nanoseconds: 1 }),
    from,
    to,
    isDaylight: to > from,
  }
}

/** The rule by which a change repeats each year, with the changes that it has covered. */
function ruleOf(change: Change, changes: readonly Change[]): Observance[] {
  const candidates = [nth, (date: Temporal.PlainDateTime) => (isLast(date) ? -1 : 0)].map((place) => {
    const same = changes.filter((each) => isAlike(each, change) && place(each.wall) === place(change.wall))
    const run: Change[] = []
    for (const each of same.toReversed()) {
      if (each.wall.year !== change.wall.year - run.length) break
      run.unshift(each)
    }
    return { place: place(change.wall), run }
  })
  const best = candidates
    .filter(({ place }) => place !== 0)
    .toSorted((a, b) => b.run.length - a.run.length)[0]
  if (!best || best.run.length < settledYears) return []
  const day = weekdays[change.wall.dayOfWeek - 1]
  return [{ changes: best.run, rule: `FREQ=YEARLY;BYMONTH=${change.wall.month};BYDAY=${best.place}${day}` }]
}

function isAlike(one: Change, other: Change): boolean {
  return (
    one.from === other.from &&
    one.to === other.to &&
    one.wall.month === other.wall.month &&
    one.wall.dayOfWeek === other.wall.dayOfWeek &&
    one.wall.toPlainTime().equals(other.wall.toPlainTime())
  )
}

const nth = (date: Temporal.PlainDateTime) => Math.ceil(date.day / 7)
const isLast = (date: Temporal.PlainDateTime) => date.day + 7 > date.daysInMonth

function lines({ changes, rule }: Observance): string[] {
  const [first, ...others] = changes
  if (!first) return []
  // Readers such as ical.js read the dates as the only ones.
  const dates = others.length > 0 ? changes : []
  const kind = first.isDaylight ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${wallValue(first)}`,
    ...(rule === null ? dates.map((change) => `RDATE:${wallValue(change)}`) : [`RRULE:${rule}`]),
    `TZOFFSETFROM:${offsetValue(first.from)}`,
    `TZOFFSETTO:${offsetValue(first.to)}`,
    `END:${kind}`,
  ]
}

const wallValue = ({ wall }: Change) => wall.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')

const seconds = (moment: Temporal.ZonedDateTime) => Math.round(moment.offsetNanoseconds / 1_000_000_000)

function offsetValue(offset: number): string {
  const parts = [3_600, 60, 1].map(
    (unit, index) => Math.floor(Math.abs(offset) / unit) % (index === 0 ? 100 : 60),
  )
  const digits = parts.map((part) => String(part).padStart(2, '0'))
  return `${offset < 0 ? '-' : '+'}${(parts[2] === 0 ? digits.slice(0, 2) : digits).join('')}`
}
