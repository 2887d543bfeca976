import { type Parsed, parse } from 'edtf'
import { LRUCache } from 'lru-cache'

export type PointPrecision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

/** One date that is no interval; `from` and `to` are its first and last possible days, both included. */
export interface DatePoint {
  readonly edtf: string
  readonly from: string
  readonly to: string
  readonly precision: PointPrecision
  /** 21–24 spring to winter, 33–36 quarters, 40 and 41 halves of the year; null for any other date. */
  readonly season: number | null
  readonly approximate: boolean
  readonly uncertain: boolean
}

/**
 * Why a text is not a date that can be kept: it is empty, no EDTF, a day that the calendar lacks, a form that
 * is not accepted (times, lists, level 2), a year before 1 or after 9999, an interval that ends before it
 * starts.
 */
export interface EdtfProblem {
  readonly problem: 'empty' | 'malformed' | 'noSuchDay' | 'unsupported' | 'outOfRange' | 'reversed'
}

/** Reads one EDTF date without a slash: levels 0 and 1, and of level 2 the quarters and halves of a year. */
export function parsePoint(text: string): DatePoint | EdtfProblem {
  const known = points.get(text)
  if (known !== undefined) return known
  const point = readPoint(text)
  points.set(text, point)
  return point
}

// The dates of a network are few and recur on every page.
const points = new LRUCache<string, DatePoint | EdtfProblem>({ max: 5000 })

function readPoint(text: string): DatePoint | EdtfProblem {
  if (text === '') return { problem: 'empty' }
  const parsed = text.length > 40 ? null : parseOrNull(text)
  if (parsed === null) return { problem: /^\d{4}-\d\d-\d\d/.test(text) ? 'noSuchDay' : 'malformed' }
  if (parsed.type === 'Year') return { problem: 'outOfRange' }
  if (parsed.type !== 'Date' && parsed.type !== 'Season') return { problem: 'unsupported' }
  const span = spanOf(parsed, text)
  if (span === null) return { problem: 'unsupported' }
  if ('problem' in span) return span
  return {
    edtf: text,
    ...span,
    season: parsed.type === 'Season' ? (parsed.values[1] ?? null) : null,
    approximate: Boolean(parsed.approximate),
    uncertain: Boolean(parsed.uncertain),
  }
}

// Nearly every date is a plain year, month or day, and the grammar takes a hundred times longer to read it.
const plain = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

function parseOrNull(text: string): Parsed | null {
  const [, year, month, day] = plain.exec(text) ?? []
  if (year !== undefined) {
    const parts = [Number(year), month === undefined ? undefined : Number(month) - 1, day && Number(day)]
    return { type: 'Date', level: 0, values: parts.filter((part) => typeof part === 'number') }
  }
  try {
    return parse(text, { level: 2, seasonUncertainty: true })
  } catch {
    return null
  }
}

type Span = Pick<DatePoint, 'from' | 'to' | 'precision'>

function spanOf(parsed: Extract<Parsed, { values: number[] }>, text: string): Span | EdtfProblem | null {
  const [year = 0, second, day] = parsed.values
  const mask = parsed.unspecified ?? 0
  if (year < (mask === 0 ? 1 : 0)) return { problem: 'outOfRange' }
  if (parsed.type === 'Season') return seasonSpan(year, second ?? 0)
  if (parsed.level > 1 || parsed.values.length > 3) return null
  if (second === undefined || mask !== 0) return coarseSpan(year, second, mask)
  return day === undefined ? monthSpan(year, second + 1) : daySpan(text.slice(0, 10))
}

// The weather services of both countries count seasons in whole months; a winter is named for the year it
// begins in.
const seasons: Readonly<Record<number, readonly [first: number, months: number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  40: [1, 6],
  41: [7, 6],
}

function seasonSpan(year: number, season: number): Span | EdtfProblem | null {
  const months = seasons[season]
  if (months === undefined) return null
  const from = new Temporal.PlainDate(year, months[0], 1)
  const to = from.add({ months: months[1] }).subtract({ days: 1 })
  if (to.year > 9999) return { problem: 'outOfRange' }
  return { from: from.toString(), to: to.toString(), precision: 'season' }
}

const unspecifiedDecade = 0b1000
const unspecifiedCentury = 0b1100
const unspecifiedMonth = 0b0011_0000
const unspecifiedDay = 0b1100_0000

function coarseSpan(year: number, month: number | undefined, mask: number): Span | null {
  switch (mask) {
    case unspecifiedDay:
      return monthSpan(year, (month ?? 0) + 1)
    case 0:
    case unspecifiedMonth:
    case unspecifiedMonth | unspecifiedDay:
      return yearsSpan(year, 1, 'year')
    case unspecifiedDecade:
      return yearsSpan(year, 10, 'decade')
    case unspecifiedCentury:
      return yearsSpan(year, 100, 'century')
    default:
      return null
  }
}

function yearsSpan(year: number, years: number, precision: PointPrecision): Span {
  return {
    from: `${fourDigits(Math.max(1, year))}-01-01`,
    to: `${fourDigits(year + years - 1)}-12-31`,
    precision,
  }
}

function monthSpan(year: number, month: number): Span {
  const first = new Temporal.PlainDate(year, month, 1)
  return { from: first.toString(), to: first.with({ day: first.daysInMonth }).toString(), precision: 'month' }
}

function daySpan(text: string): Span | EdtfProblem {
  const exists = Number(text.slice(8)) <= Temporal.PlainDate.from(`${text.slice(0, 7)}-01`).daysInMonth
  return exists ? { from: text, to: text, precision: 'day' } : { problem: 'noSuchDay' }
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0')
}
