import { exactly, pointOf } from './date-mention.ts'

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
