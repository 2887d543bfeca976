import { type DatePoint, type EdtfProblem, type PointPrecision, parsePoint } from './edtf-point.ts'

export type { EdtfProblem } from './edtf-point.ts'

export type DatePrecision = PointPrecision | 'interval'

/**
 * An uncertain date as a range: `from` and `to` are ISO days, both included. An end that is open or unknown
 * reaches to 9999-12-31 and a start to 0001-01-01, so that sorting and filtering need no special case.
 */
export interface EdtfDate {
  readonly edtf: string
  readonly from: string
  readonly to: string
  readonly precision: DatePrecision
  readonly approximate: boolean
  readonly uncertain: boolean
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** One side of an interval: a date, `..` that is open on purpose, or nothing because it is not known. */
export type Side = DatePoint | 'open' | 'unknown'

/**
 * Reads EDTF of levels 0 and 1 (with the quarters 33–36 and halves 40–41 of level 2), years 1 to 9999. Wrong
 * input is a value: `'problem' in result` distinguishes it.
 */
export function parseEdtf(text: string): EdtfDate | EdtfProblem {
  const sides = parseSides(text)
  if ('problem' in sides) return sides
  const { start, end } = sides
  const from = typeof start === 'string' ? firstDay : start.from
  const to = typeof end === 'string' ? lastDay : end.to
  if (from > to) return { problem: 'reversed' }
  const points = [start, end].filter((side) => typeof side !== 'string')
  return {
    edtf: text.trim(),
    from,
    to,
    precision: typeof start === 'string' || text.includes('/') ? 'interval' : start.precision,
    approximate: points.some((point) => point.approximate),
    uncertain: points.some((point) => point.uncertain),
    openStart: typeof start === 'string',
    openEnd: typeof end === 'string',
  }
}

/** Reads a date that was checked before it was kept; anything else is a bug and throws. */
export function readEdtf(edtf: string): EdtfDate {
  const date = parseEdtf(edtf)
  if ('problem' in date)
    throw new Error(`Not a date that can be kept (${date.problem}): ${edtf.slice(0, 60)}`)
  return date
}

/** The two sides of a date as written; a date that is no interval is both sides. */
export function parseSides(text: string): { start: Side; end: Side } | EdtfProblem {
  const [first = '', second, ...more] = text.trim().split('/', 3)
  if (more.length > 0) return { problem: 'malformed' }
  const start = second === undefined ? parsePoint(first) : parseSide(first)
  const end = second === undefined ? start : parseSide(second)
  if (typeof start !== 'string' && 'problem' in start) return start
  if (typeof end !== 'string' && 'problem' in end) return end
  return typeof start === 'string' && typeof end === 'string' ? { problem: 'malformed' } : { start, end }
}

const firstDay = '0001-01-01'
/** The last day that a date can have: the end of what goes on, and in a context the day by which everything is known. */
export const lastDay = '9999-12-31'

function parseSide(text: string): Side | EdtfProblem {
  if (text === '') return 'unknown'
  return text === '..' ? 'open' : parsePoint(text)
}

/** Whether the ends of a vague date are within `toldDays`, as far as it has any. What is no date is not outside either. */
export function isTold(edtf: string): boolean {
  const date = parseEdtf(edtf)
  if ('problem' in date) return true
  return (date.openStart || isWithin(toldDays, date.from)) && (date.openEnd || isWithin(toldDays, date.to))
}

/** The days on which pages are seen and for which plans are made; beyond them calendars and the database cannot be counted on. */
export const seenDays = { from: '1900-01-01', to: '2200-12-31' } as const

/** The days that facts may have: a town may be older than any plan. */
export const toldDays = { from: '1000-01-01', to: '2200-12-31' } as const

/** Whether an ISO day is one of them. */
export function isWithin({ from, to }: { from: string; to: string }, day: string): boolean {
  return from <= day && day <= to
}
