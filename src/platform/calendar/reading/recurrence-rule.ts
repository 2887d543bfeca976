import { RRuleTemporal } from 'rrule-temporal'
import { readWallTime } from './wall-time.ts'

const frequencies = /^(?:YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY|MINUTELY|SECONDLY)$/
const numbers =
  (least: number, most: number, signed = false) =>
  (value: string) =>
    value.split(',').every((each) => {
      const number = Number(each)
      const isSpelt = (signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/).test(each)
      return isSpelt && Math.abs(number) >= least && Math.abs(number) <= most
    })

// RFC 5545 3.3.10; libraries skip what they do not know, and would make a rule of what is none.
const parts: Record<string, (value: string) => boolean> = {
  FREQ: (value) => frequencies.test(value),
  INTERVAL: (value) => /^[1-9]\d{0,4}$/.test(value),
  COUNT: (value) => /^[1-9]\d{0,5}$/.test(value),
  UNTIL: (value) => readWallTime(value) !== null,
  WKST: (value) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(value),
  BYDAY: (value) =>
    value
      .split(',')
      .every((each) => /^(?:[+-]?(?:[1-9]|[1-4]\d|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)$/.test(each)),
  BYMONTH: numbers(1, 12),
  BYMONTHDAY: numbers(1, 31, true),
  BYYEARDAY: numbers(1, 366, true),
  BYWEEKNO: numbers(1, 53, true),
  BYSETPOS: numbers(1, 366, true),
  BYHOUR: numbers(0, 23),
  BYMINUTE: numbers(0, 59),
  BYSECOND: numbers(0, 59),
}

export type Rule = ReadonlyMap<string, string>

/** The parts of a rule by their names; null for what is no rule. Parts that say nothing are skipped and reported. */
export function readRule(value: string, passOver: (part: string) => void = () => {}): Rule | null {
  const rule = new Map<string, string>()
  // Libraries write the name of the line once more, people write blanks.
  const written = value
    .replaceAll(/\s/g, '')
    .toUpperCase()
    .replace(/^RRULE:/, '')
  for (const part of written.split(';')) {
    if (part === '') continue
    const [name = '', given] = part.split('=', 2)
    // Programs add parts of their own, which RFC 5545 asks to pass over; the end of all time is none.
    if (name.startsWith('X-') || part === 'RSCALE=GREGORIAN' || isNever(part)) continue
    if (given === '' || /^COUNT=(?:0|-1)$/.test(part)) passOver(part)
    else if (given === undefined || rule.has(name) || !parts[name]?.(given)) return null
    else rule.set(name, given)
  }
  return rule.has('FREQ') ? rule : null
}

const isNever = (part: string) => /^UNTIL=(?:2[2-9]|[3-9]\d)\d{6}(?:T\d{6}Z?)?$/.test(part)

export interface RuleTimes {
  times: Temporal.PlainDateTime[]
  /** What ended them: the rule itself, the time that was asked for, or their number. */
  ended: 'rule' | 'until' | 'most'
}

interface RuleBounds {
  /** Earlier times are passed over. */
  from?: Temporal.PlainDateTime
  until: Temporal.PlainDateTime
  most: number
  /** The wall time of an UNTIL in UTC. */
  untilWall(utc: Temporal.PlainDateTime): Temporal.PlainDateTime
  /** The first time is one only where the rule says so. */
  isByRuleAlone?: boolean
}

// At least so many periods are searched where nothing falls: 30 February is looked for in so many years.
const leastPeriods = 2_000
const mostSteps = 40_000

/** The wall times of a rule from its first one on, which always counts, within bounds. */
export function ruleTimes(
  first: Temporal.PlainDateTime,
  rule: Rule,
  { from, until, most, untilWall, isByRuleAlone = false }: RuleBounds,
): RuleTimes {
  const times: Temporal.PlainDateTime[] = []
  let ended: RuleTimes['ended'] = 'rule'
  const begin = from ? nearestBegin(first, rule, from) : first
  const periods = Math.max(leastPeriods, periodsBetween(begin, until, rule.get('FREQ')))
  // In UTC no wall time is skipped or comes twice: zones are applied to what comes out.
  const series = new RRuleTemporal({
    rruleString: `RRULE:${ruleInUtc(rule, untilWall)}`,
    dtstart: begin.toZonedDateTime('UTC'),
    includeDtstart: begin === first && !isByRuleAlone,
    maxIterations: Math.min(mostSteps, periods),
    cache: false,
  })
  try {
    series.all((moment, step) => {
      const wall = Temporal.PlainDateTime.from(moment.toString().slice(0, 19))
      if (Temporal.PlainDateTime.compare(wall, until) > 0) ended = 'until'
      else if (times.length >= most || step >= mostSteps) ended = 'most'
      else if (!from || Temporal.PlainDateTime.compare(wall, from) >= 0) times.push(wall)
      return ended === 'rule'
    })
  } catch (error) {
    // The library gives up where a rule has no further time.
    if (!(error instanceof Error && /iterations|evaluations/i.test(error.message))) throw error
    if (periods > mostSteps) ended = 'most'
  }
  return { times, ended }
}

// An interval makes them fewer.
function periodsBetween(
  first: Temporal.PlainDateTime,
  until: Temporal.PlainDateTime,
  frequency = 'YEARLY',
): number {
  const hours =
    (until.toZonedDateTime('UTC').epochMilliseconds - first.toZonedDateTime('UTC').epochMilliseconds) /
    3_600_000
  return Math.ceil(hours / (hoursOf[frequency] ?? 1)) + 10
}

const hoursOf: Record<string, number> = {
  YEARLY: 8_760,
  MONTHLY: 672,
  WEEKLY: 168,
  DAILY: 24,
  HOURLY: 1,
  MINUTELY: 1 / 60,
  SECONDLY: 1 / 3_600,
}

function ruleInUtc(rule: Rule, untilWall: RuleBounds['untilWall']): string {
  return [...rule]
    .map(([name, value]) => `${name}=${name === 'UNTIL' ? untilValue(value, untilWall) : value}`)
    .join(';')
}

// A day as the end includes all its hours, whatever RFC 5545 says of its type.
function untilValue(value: string, untilWall: RuleBounds['untilWall']): string {
  const read = readWallTime(value)
  if (!read) return value
  const { wall, isDay, isUtc } = read
  const last = isDay ? wall.with({ hour: 23, minute: 59, second: 59 }) : isUtc ? untilWall(wall) : wall
  return `${last.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}Z`
}

const unitOf: Record<string, 'years' | 'months' | 'weeks' | 'days' | 'hours' | 'minutes' | 'seconds'> = {
  YEARLY: 'years',
  MONTHLY: 'months',
  WEEKLY: 'weeks',
  DAILY: 'days',
  HOURLY: 'hours',
  MINUTELY: 'minutes',
  SECONDLY: 'seconds',
}

/**
 * A time from which a rule gives the same times as from its first one, as near before a moment as can be computed: whole steps of its
 * interval on. A rule that counts has to be counted from its beginning.
 */
function nearestBegin(
  first: Temporal.PlainDateTime,
  rule: ReadonlyMap<string, string>,
  from: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  const unit = unitOf[rule.get('FREQ') ?? '']
  if (unit === undefined || rule.has('COUNT')) return first
  const interval = Number(rule.get('INTERVAL') ?? 1)
  // The day of a month or the weekday that a rule takes from its first time comes again like this after 400 years.
  const isByDate = unit === 'years' || unit === 'months'
  const cycle = unit === 'years' ? 400 : 4_800
  const step = isByDate && (first.day > 28 || rule.has('BYWEEKNO')) ? leastCommon(interval, cycle) : interval
  const between = Math.floor(first.until(from, { largestUnit: unit })[unit]) - interval
  const steps = Math.floor(between / step)
  return steps > 0 ? first.add({ [unit]: steps * step }) : first
}

function leastCommon(one: number, other: number): number {
  let [a, b] = [one, other]
  while (b > 0) [a, b] = [b, a % b]
  return (one / a) * other
}
