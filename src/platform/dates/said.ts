import { parsePoint } from './edtf-point.ts'

/** What a text says: EDTF, and whether that says all of it (`début juin` says more than its first ten days). */
export interface Said {
  edtf: string
  isExact: boolean
}

export type ReadSaid = (text: string) => Said | null

export type Part = 'early' | 'middle' | 'late'

export function exactly(edtf: string): Said {
  return { edtf, isExact: true }
}

/** `2017`, `2017-06` or `2017-06-01` from what was matched. */
export function pointOf(year: string, month?: number | string, day?: number | string): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

// A month is divided into thirds of ten days, a year into thirds of four months.
const thirds = { early: [1, 10, 4], middle: [11, 20, 8], late: [21, 31, 12] } as const

/** The beginning, middle or end of a month (1–10, 11–20, 21 to its end) or of a year (four months each). */
export function partOf(part: Part, edtf: string): Said | null {
  const point = parsePoint(edtf)
  if ('problem' in point) return null
  const [firstDay, lastDay, lastMonth] = thirds[part]
  if (point.precision === 'year') {
    return { edtf: `${pointOf(edtf, lastMonth - 3)}/${pointOf(edtf, lastMonth)}`, isExact: false }
  }
  if (point.precision !== 'month') return null
  const end = part === 'late' ? point.to : `${edtf}-${lastDay}`
  return { edtf: `${pointOf(edtf, firstDay)}/${end}`, isExact: false }
}

/** From the beginning of one to the end of the other; null where either has no such side. */
export function spanOf(start: Said, end: Said): Said | null {
  const [first = '', ...afterFirst] = start.edtf.split('/')
  const last = end.edtf.split('/').at(-1) ?? ''
  if (first.startsWith('.') || last.startsWith('.') || afterFirst[0] === '..') return null
  return { edtf: `${first}/${last}`, isExact: start.isExact && end.isExact }
}

/** Open on one side: since, until, before or after a date, in its own precision. */
export function openOn(side: 'since' | 'until' | 'before' | 'after', said: Said): Said | null {
  if (said.edtf.includes('/')) return null
  if (side === 'since') return { ...said, edtf: `${said.edtf}/..` }
  if (side === 'until') return { ...said, edtf: `../${said.edtf}` }
  const next = beside(said.edtf, side)
  if (next === null) return null
  return { edtf: side === 'before' ? `../${next}` : `${next}/..`, isExact: false }
}

/** Makes a date approximate. */
export function around({ edtf, isExact }: Said): Said | null {
  return /[/?~%]/.test(edtf) ? null : { edtf: `${edtf}~`, isExact }
}

/** Makes a date uncertain. */
export function doubtful({ edtf, isExact }: Said): Said | null {
  return /[/?%]/.test(edtf)
    ? null
    : { edtf: edtf.endsWith('~') ? `${edtf.slice(0, -1)}%` : `${edtf}?`, isExact }
}

function beside(edtf: string, side: 'before' | 'after'): string | null {
  const point = parsePoint(edtf)
  if ('problem' in point) return null
  const day = Temporal.PlainDate.from(side === 'before' ? point.from : point.to)
  const next = day.add({ days: side === 'before' ? -1 : 1 }).toString()
  const length = { day: 10, month: 7, season: 7, year: 4, decade: 4, century: 4 }[point.precision]
  return next.slice(0, length)
}

/** Reads dates in digits: the year first (`2017. 10. 3.`), or the day first (`03/10/2017`), never the month first. */
export const readNumeric: ReadSaid = (text) => {
  const digits = text.replace(/ ?([./-]) ?/g, '$1')
  const [, year = '', month, day] = yearFirst.exec(digits) ?? []
  if (year !== '') return exactly(pointOf(year, month, day))
  const [, dayBefore, monthBefore, lastYear = ''] = yearLast.exec(digits) ?? []
  return lastYear === '' ? null : exactly(pointOf(lastYear, monthBefore, dayBefore))
}

const yearFirst = /^(\d{4})(?:[./-](\d{1,2})(?:[./-](\d{1,2}))?)?\.?$/
const yearLast = /^(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})$/
