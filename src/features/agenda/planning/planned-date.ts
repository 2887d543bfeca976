import { zoneOf } from '../../../platform/dates/index.ts'
import type { Holiday } from '../holidays/holiday.ts'
import {
  closureAround,
  commonWorkingDay,
  dayAfter,
  daysFrom,
  daysOffOn,
  isBridge,
  isKeptBy,
  isWeekend,
  isWorkingDay,
  type Side,
} from './side.ts'

/** How far a planned date is from good, the best first. */
export const grades = ['clear', 'note', 'warning', 'closed'] as const
export type Grade = (typeof grades)[number]

/** Whole days, the same on every side; or hours, which may be another day elsewhere. */
export type PlannedTime =
  | { from: string; to: string }
  | { start: Temporal.Instant; end: Temporal.Instant | null }

/** A remark on a planned day on one side: on a special day, or on the day itself. */
export type Remark = DayRemark | PlainRemark

export interface DayRemark {
  kind: 'holiday' | 'election' | 'feast' | 'elsewhere'
  day: string
  holiday: Holiday
}

interface PlainRemark {
  kind: 'weekend' | 'bridge' | 'quiet'
  day: string
}

export interface SideAssessment {
  country: string
  /** The planned days on the side's own clock. */
  days: string[]
  grade: Grade
  remarks: Remark[]
  /** The days on end around the first holiday on which offices are closed. */
  closure: { from: string; to: string } | null
  workingBefore: string | null
  workingAfter: string | null
}

export interface Assessment {
  grade: Grade
  sides: SideAssessment[]
  /** The last day before the conflict, and the first after it, on which all sides work; null if there is no conflict. */
  commonBefore: string | null
  commonAfter: string | null
}

/** A longer period is no date but a season. */
export const mostPlannedDays = 31

/** What conflicts with a planned date, on each side by its own clock. */
export function assessPlannedDate(planned: PlannedTime, sides: readonly Side[]): Assessment {
  const assessed = sides.map((side) => assessSide(side, daysOn(planned, zoneOf(side.country))))
  const troubled = assessed
    .flatMap(({ remarks }) => remarks.filter(isInTheWay).map(({ day }) => day))
    .toSorted()
  const [first, last] = [troubled[0], troubled.at(-1)]
  return {
    grade: worst(assessed.map(({ grade }) => grade)),
    sides: assessed,
    commonBefore: first === undefined ? null : commonWorkingDay(sides, first, -1),
    commonAfter: last === undefined ? null : commonWorkingDay(sides, last, 1),
  }
}

/** The days that something planned touches on the clock of a zone; midnight at its end begins no other. */
export function daysOn(planned: PlannedTime, zone: string): string[] {
  if ('from' in planned) return daysFrom(planned.from, planned.to)
  const { start, end } = planned
  const first = start.toZonedDateTimeISO(zone).toPlainDate().toString()
  if (end === null || Temporal.Instant.compare(end, start) <= 0) return [first]
  const last = end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString()
  return daysFrom(first, last)
}

function assessSide(side: Side, days: string[]): SideAssessment {
  const remarks = days.flatMap((day) => remarksOn(side, day))
  const holiday = remarks.find(({ kind }) => kind === 'holiday')
  const closure = holiday ? closureAround(side, holiday.day) : null
  return {
    country: side.country,
    days,
    grade: gradeOf(side, days, remarks),
    remarks: isQuiet(side.country, days) ? [...remarks, { kind: 'quiet', day: days[0] ?? '' }] : remarks,
    closure,
    workingBefore: closure && dayAfter(closure.from, -1),
    workingAfter: closure && dayAfter(closure.to, 1),
  }
}

function remarksOn(side: Side, day: string): Remark[] {
  const off = daysOffOn(side, day)
  const holidays = off.map((holiday) => ({ kind: 'holiday' as const, day, holiday }))
  const others = (side.holidays.get(day) ?? [])
    .filter((holiday) => !off.includes(holiday))
    .map((holiday) => ({ kind: kindOfOpenDay(side, holiday), day, holiday }))
  const weekend = isWeekend(side, day) && off.length === 0 ? [{ kind: 'weekend' as const, day }] : []
  const bridge = isBridge(side, day) ? [{ kind: 'bridge' as const, day }] : []
  return [...holidays, ...others, ...weekend, ...bridge]
}

function kindOfOpenDay(side: Side, holiday: Holiday): 'election' | 'feast' | 'elsewhere' {
  if (!isKeptBy(side, holiday)) return 'elsewhere'
  return holiday.kind === 'election' ? 'election' : 'feast'
}

function gradeOf(side: Side, days: readonly string[], remarks: readonly Remark[]): Grade {
  const isOff = remarks.some(({ kind }) => kind === 'holiday')
  if (isOff && days.every((day) => !isWorkingDay(side, day))) return 'closed'
  if (isOff) return 'warning'
  return remarks.length > 0 || isQuiet(side.country, days) ? 'note' : 'clear'
}

function isInTheWay({ kind }: Remark): boolean {
  return kind === 'holiday'
}

// French offices stay open in August, with few people in them.
function isQuiet(country: string, days: readonly string[]): boolean {
  return country === 'FR' && days.some((day) => day.slice(5, 7) === '08')
}

function worst(given: readonly Grade[]): Grade {
  return grades.findLast((grade) => given.includes(grade)) ?? 'clear'
}
