import { LRUCache } from 'lru-cache'
import { readEdtf } from '../../../../platform/dates/index.ts'

/** Events under the month in which they begin; `2018` is a year whose month is unknown, null no date at all. */
export interface MonthGroup<E> {
  /** EDTF: `2017-10`, `2018`; null for what has no date. */
  month: string | null
  events: E[]
}

/** Groups a list in the order of days by month. An event known only to be in a year is never put under its January. */
export function groupByMonth<E extends { happens: string | null }>(events: readonly E[]): MonthGroup<E>[] {
  return [...Map.groupBy(events, monthOf)].map(([month, within]) => ({ month, events: within }))
}

// A list of thousands repeats the same days again and again.
const months = new LRUCache<string, string>({ max: 5000 })

function monthOf({ happens }: { happens: string | null }): string | null {
  if (happens === null) return null
  const known = months.get(happens)
  if (known !== undefined) return known
  const month = monthOfDate(happens)
  months.set(happens, month)
  return month
}

function monthOfDate(happens: string): string {
  const { from, to, openStart, precision } = readEdtf(happens)
  if (openStart) return to.slice(0, 4)
  const isMonthKnown =
    from.slice(0, 7) === to.slice(0, 7) || (precision === 'interval' && /^\d{4}-(0\d|1[0-2])/.test(happens))
  return from.slice(0, isMonthKnown ? 7 : 4)
}
