import { readRule, ruleTimes } from '../../../platform/calendar/reading/recurrence-rule.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import { ruleText } from './rule-text.ts'
import type { Recurrence } from './schema.ts'
import { type SeriesShape, shiftedBy } from './shape.ts'

interface Bounds {
  /** ISO day: earlier ones are passed over. */
  from?: string
  /** ISO day, included. */
  until: string
  most?: number
}

interface RuleDays {
  /** ISO, in their order. */
  days: string[]
  /** There are more behind these. */
  goesOn: boolean
}

// A century of weekdays.
const mostLookedAt = 40_000

/** The days on which a series begins by its rule alone. */
export function ruleDays(shape: SeriesShape, recurrence: Recurrence, bounds: Bounds): RuleDays {
  return shape.isExact ? exactDays(shape, recurrence, bounds) : vagueDays(shape, recurrence, bounds)
}

function exactDays(
  shape: SeriesShape,
  recurrence: Recurrence,
  { from, until, most = mostLookedAt }: Bounds,
): RuleDays {
  const { first } = shape
  // Only days: each gets its hours later, on its own day’s clock.
  const dayRule = readRule(ruleText({ ...shape, isExact: true, moreDays: 0, hours: null, first }, recurrence))
  if (!dayRule || until < first.toString()) return { days: [], goesOn: dayRule !== null }
  const { times, ended } = ruleTimes(first.toPlainDateTime(), dayRule, {
    ...(from === undefined ? {} : { from: Temporal.PlainDateTime.from(from) }),
    until: Temporal.PlainDateTime.from(`${until}T23:59:59`),
    most,
    untilWall: (utc) => utc,
  })
  return { days: times.map((wall) => wall.toPlainDate().toString()), goesOn: ended !== 'rule' }
}

function vagueDays(
  shape: SeriesShape & { isExact: false },
  { interval, until: last, count }: Recurrence,
  { from = '', until, most = mostLookedAt }: Bounds,
): RuleDays {
  const days: string[] = []
  let found = 0
  for (let years = 0; shape.first.year + years <= Number(until.slice(0, 4)); years += interval) {
    const date = shiftedBy(shape.edtf, years)
    if (date === null) continue
    const day = readEdtf(date).from
    if (last !== null && day > last) return { days, goesOn: false }
    if (day > until || days.length >= most) return { days, goesOn: true }
    if (day >= from) days.push(day)
    found++
    if (count !== null && found >= count) return { days, goesOn: false }
  }
  return { days, goesOn: last === null || last > until }
}

/** The days on which a series begins: by its rule and its added days, without those left out. */
export function seriesDays(shape: SeriesShape, recurrence: Recurrence, bounds: Bounds): RuleDays {
  const { from = '', until } = bounds
  const { days, goesOn } = ruleDays(shape, recurrence, bounds)
  const added = recurrence.added.filter((day) => day >= from && day <= until)
  const all = [...new Set([...days, ...added])].filter((day) => !recurrence.leftOut.includes(day)).toSorted()
  return { days: all, goesOn: goesOn || recurrence.added.some((day) => day > until) }
}

/** Nobody plans a series for more than a century; without an end it may go on. */
export const mostYears = 100

/** Which of some days the rule of a series has, those that were added and left out counting for nothing. */
export function daysOfRule(
  shape: SeriesShape,
  recurrence: Recurrence,
  days: readonly string[],
): ReadonlySet<string> {
  const farthest = shape.first.add({ years: mostYears }).toString()
  const [from, until] = [
    days.toSorted()[0],
    days
      .filter((day) => day <= farthest)
      .toSorted()
      .at(-1),
  ]
  if (from === undefined || until === undefined) return new Set()
  const known = new Set(ruleDays(shape, recurrence, { from, until }).days)
  return new Set(days.filter((day) => known.has(day)))
}

/** Whether one of a series begins on a day, by its rule or because it was added; also where that one was left out. */
export function isDayOf(shape: SeriesShape, recurrence: Recurrence, day: string): boolean {
  return recurrence.added.includes(day) || daysOfRule(shape, recurrence, [day]).has(day)
}
