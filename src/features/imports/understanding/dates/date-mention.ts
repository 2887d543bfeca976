/** A date as written in a text, without the words around it. */
export interface DateMention {
  start: number
  end: number
  /** EDTF; null for a date that depends on what it refers to. */
  edtf: string | null
  relative: Relative | null
}

/** What a date without a year refers to. */
export type Relative =
  /** So many years from the last date in the text. */
  | { to: 'told'; years: number; month: number | null }
  /** So many years, and months, from the day of the text. */
  | { to: 'text'; years: number; months: number; month: number | null; day?: number }
  /** A day of the week (1 = Monday) near the day of the text, or so many days from it. */
  | { to: 'day'; weekday: number | null; days: number }
  /** A day of an unnamed month: 지난 21일. */
  | { to: 'month'; day: number; side: 'past' | 'coming' | null }
  /** A month, or a day of it, of an unnamed year; EDTF with XXXX in its place. */
  | { to: 'year'; pattern: string; side: 'past' | 'coming' | null }

/** A pattern of dates and the reading of a match; null if it is not a date after all. */
export interface DateRule {
  pattern: RegExp
  /** Contained in every match: if a text lacks it, the pattern is not tried. */
  needs?: readonly RegExp[]
  read(groups: (string | undefined)[]): Pick<DateMention, 'edtf' | 'relative'> | null
}

export const told = (years: number, month: number | null = null) =>
  ({ edtf: null, relative: { to: 'told', years, month } }) as const

export const fromText = (years: number, months = 0, month: number | null = null) =>
  ({ edtf: null, relative: { to: 'text', years, months, month } }) as const

/** Like a month relative to the year of the text, with a day: 지난해 5월 3일. */
export const fromTextDay = (years: number, month: number, day: number | null) =>
  ({
    edtf: null,
    relative: { to: 'text', years, months: 0, month, ...(day === null ? {} : { day }) },
  }) as const

/** A day of the month so many months from the text’s: 지난달 28일; null where no month has it. */
export const fromTextMonthDay = (months: number, day: number) =>
  day >= 1 && day <= 31
    ? ({ edtf: null, relative: { to: 'text', years: 0, months, month: null, day } } as const)
    : null

export const exactly = (edtf: string) => ({ edtf, relative: null })

export function inUnsaidYear(pattern: string, side: 'past' | 'coming' | null = null) {
  return { edtf: null, relative: { to: 'year', pattern, side } } as const
}

/** `2017`, `2017-06` or `2017-06-01`; null if no calendar has such a day. */
export function pointOf(year: string, month?: number | string, day?: number | string): string | null {
  const [m, d] = [Number(month ?? 1), Number(day ?? 1)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  if (day !== undefined && d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return null
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

export function pointRead(year: string, month?: number | string, day?: number | string) {
  const point = pointOf(year, month, day)
  return point === null ? null : exactly(point)
}

/** From one to the other; the earlier first. */
export function spanRead(from: string | null, to: string | null) {
  return from === null || to === null || from > to ? null : exactly(from === to ? from : `${from}/${to}`)
}

/** The beginning (1–10), middle (11–20) or end of a month as an interval of EDTF. */
export function partOfMonth(part: string, year: string, month: number) {
  const whole = pointOf(year, month)
  if (whole === null) return null
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  if (/^(?:debut|early|beginning)|초|상순/.test(part)) return exactly(`${whole}-01/${whole}-10`)
  if (/^(?:mi|mid)|중순/.test(part)) return exactly(`${whole}-11/${whole}-20`)
  if (/^(?:fin|late|end)|말|하순/.test(part)) return exactly(`${whole}-21/${whole}-${last}`)
  return exactly(whole)
}
