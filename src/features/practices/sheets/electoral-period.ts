import { localElections } from '../../agenda/planning/index.ts'

// From when before a local vote a law limits what authorities say of their achievements: code électoral L.52-1, 공직선거법 제86조.
const before: Readonly<Record<string, { months?: number; days?: number }>> = {
  FR: { months: 6 },
  KR: { days: 180 },
}

/** The day of the next local vote of a country in whose electoral period an ISO day lies; null outside one, or where none is known. */
export function lookUpElectionAhead(country: string, day: string): string | null {
  const span = before[country]
  if (span === undefined) return null
  const ahead = localElections.filter((vote) => {
    if (vote.country !== country || vote.date < day) return false
    const begin = Temporal.PlainDate.from(vote.date).subtract(span)
    // The French period begins with the month.
    return (span.months === undefined ? begin : begin.with({ day: 1 })).toString() <= day
  })
  return ahead.map(({ date }) => date).toSorted()[0] ?? null
}
