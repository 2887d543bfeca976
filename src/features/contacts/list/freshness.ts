import type { ContactState } from './contact-filter.ts'

/** How old a confirmation is: worth a look after half a year, to be asked for again after a year. */
export function freshness(confirmedAt: Date, now: Temporal.Instant): 'fresh' | ContactState {
  const age = (months: number) => {
    const limit = now.toZonedDateTimeISO('UTC').subtract({ months }).epochMilliseconds
    return confirmedAt.getTime() <= limit
  }
  return age(12) ? 'year' : age(6) ? 'six_months' : 'fresh'
}
