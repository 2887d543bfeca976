/** A date as it stands in a text, with the words around it that belong to it left out. */
export interface DateMention {
  start: number
  end: number
  /** EDTF, or null for one that waits for what it refers to. */
  edtf: string | null
  relative: Relative | null
}

/** What a date refers to that says no year by itself. */
export type Relative =
  /** So many years from the date that the text told last. */
  | { to: 'told'; years: number; month: number | null }
  /** So many years, and months, from the day of the text. */
  | { to: 'text'; years: number; months: number; month: number | null; day?: number }
  /** A day of the week (1 = Monday) near the day of the text, or so many days from it. */
  | { to: 'day'; weekday: number | null; days: number }
  /** A day of a month that is not said: 지난 21일. */
  | { to: 'month'; day: number; side: 'past' | 'coming' | null }
  /** A month, or a day of it, of a year that is not said; EDTF with XXXX in its place. */
  | { to: 'year'; pattern: string; side: 'past' | 'coming' | null }

/** A pattern of dates and what it makes of a match; null where it is none after all. */
export interface DateRule {
  pattern: RegExp
  /** What every match holds: where a text has it not, the pattern need not be sought. */
  needs?: readonly RegExp[]
  read(groups: (string | undefined)[]): Pick<DateMention, 'edtf' | 'relative'> | null
}

export const told = (years: number, month: number | null = null) =>
  ({ edtf: null, relative: { to: 'told', years, month } }) as const

export const fromText = (years: number, months = 0, month: number | null = null) =>
  ({ edtf: null, relative: { to: 'text', years, months, month } }) as const

/** The same with a day: 지난해 5월 3일. */
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

/** `2017`, `2017-06` or `2017-06-01`; null where no calendar has such a day. */
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
