/** A dated fact from which anniversaries are counted: the first and last ISO day on which it may have happened. */
export interface DatedFact<T> {
  from: string
  to: string
  subject: T
}

export interface Anniversary<T> {
  subject: T
  years: number
  /** Its day, or only its year if the fact’s day is not known: ISO, `2020-09-15` or `2025`. */
  on: string
  /** Whole months from today to its beginning; 0 when it has begun. */
  inMonths: number
  /** The threshold that has been passed: 24, 12 or 6 months ahead. */
  warning: 24 | 12 | 6
}

// The numbers of years that both countries celebrate; 60 closes the cycle of the East Asian calendar (환갑).
const kept = new Set([1, 5, 10, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, 100])
const horizonMonths = 24

/** Whether so many years are celebrated: round ones, and every ten years after a century (120, 130, 140). */
export function isKeptAnniversary(years: number): boolean {
  return kept.has(years) || (years > 100 && years % 10 === 0)
}

/** The years of facts whose anniversaries may fall from today to 24 months ahead. */
export function yearsOfAnniversaries(today: string): number[] {
  const { year } = Temporal.PlainDate.from(today)
  const ahead = [0, 1, 2].map((more) => year + more)
  return Array.from({ length: 2000 }, (_, back) => year - back).filter((candidate) =>
    ahead.some((each) => isKeptAnniversary(each - candidate)),
  )
}

/** The anniversaries from today to 24 months ahead, the soonest first. A fact vaguer than a year has none. */
export function listAnniversaries<T>(facts: DatedFact<T>[], today: string): Anniversary<T>[] {
  const now = Temporal.PlainDate.from(today)
  const last = now.add({ months: horizonMonths })
  const found: Anniversary<T>[] = []
  for (const { from, to, subject } of facts) {
    const day = Temporal.PlainDate.from(from)
    if (day.year !== Number(to.slice(0, 4))) continue
    for (let year = now.year; year <= last.year; year++) {
      const years = year - day.year
      if (!isKeptAnniversary(years)) continue
      const isExact = from === to
      const begins = isExact ? day.with({ year }) : new Temporal.PlainDate(year, 1, 1)
      const ends = isExact ? begins : new Temporal.PlainDate(year, 12, 31)
      if (Temporal.PlainDate.compare(ends, now) < 0 || Temporal.PlainDate.compare(begins, last) > 0) continue
      const inMonths = Math.max(0, now.until(begins, { largestUnit: 'months' }).months)
      const on = isExact ? begins.toString() : String(year)
      found.push({ subject, years, on, inMonths, warning: inMonths < 6 ? 6 : inMonths < 12 ? 12 : 24 })
    }
  }
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
