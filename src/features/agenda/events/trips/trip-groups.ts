import { onlookers } from '../codes.ts'
import { knownDays } from '../known-days.ts'
import type { AgendaEvent } from '../summary.queries.ts'

/** Kinds of events for which people travel. */
export const tripKinds = ['mission', 'delegation_received', 'study_visit', 'job_shadowing'] as const

/** Years that are shown, both included. */
export interface Years {
  from: number
  to: number
}

/** An event for which people travel, over the months in which it is. */
export interface Trip<E> {
  event: E
  /** Among the months shown, from 0; both included. */
  first: number
  last: number
  /** It is within these months, but the month is unknown. */
  isVague: boolean
}

export interface TripGroup<E> {
  /** The country from which people travel; null if unknown. */
  country: string | null
  trips: Trip<E>[]
  /** How many there are in each month that is shown; what has no month counts in none. */
  counts: number[]
}

type Travelled = Pick<
  AgendaEvent,
  'happens' | 'words' | 'knownOn' | 'startsAt' | 'place' | 'organisations' | 'kind'
>

/** Trips by the country from which people travel, in the order of the countries given, then other countries, then unknown ones. */
export function tripGroups<E extends Travelled>(
  events: readonly E[],
  years: Years,
  countries: readonly string[],
): TripGroup<E>[] {
  const length = (years.to - years.from + 1) * 12
  const groups = new Map<string | null, Trip<E>[]>()
  for (const event of events) {
    const trip = tripOf(event, years, length)
    if (trip === null) continue
    const from = travellersFrom(event)
    for (const country of from.length > 0 ? from : [null])
      groups.set(country, [...(groups.get(country) ?? []), trip])
  }
  const rank = (country: string | null) => {
    if (country === null) return countries.length + 1
    const place = countries.indexOf(country)
    return place === -1 ? countries.length : place
  }
  return [...groups]
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([country, trips]) => ({
      country,
      trips: trips.toSorted((a, b) => a.first - b.first || b.last - a.last),
      counts: Array.from(
        { length },
        (_, month) =>
          trips.filter(({ first, last, isVague }) => !isVague && first <= month && last >= month).length,
      ),
    }))
}

/** The countries of the travellers: all participants that are not of the destination. */
export function travellersFrom({ place, organisations }: Travelled): string[] {
  const present = organisations.filter(({ role }) => !onlookers.includes(role) && role !== 'proposer')
  const hosts = present.filter(({ role }) => role === 'host').map(({ country }) => country)
  const destination = place?.country ?? hosts[0]
  const countries = [...new Set(present.map(({ country }) => country))]
  if (destination !== undefined) return countries.filter((country) => country !== destination)
  // Of two countries, and it is not known which travels.
  return countries.length === 1 ? countries : []
}

function tripOf<E extends Travelled>(event: E, years: Years, length: number): Trip<E> | null {
  const day = event.startsAt?.toISOString().slice(0, 10)
  const days = day === undefined ? knownDays(event) : { from: day, to: day, isExact: true }
  if (days === null) return null
  const [first, last] = [monthOf(days.from, years), monthOf(days.to, years)]
  if (last < 0 || first >= length) return null
  return {
    event,
    first: Math.max(0, first),
    last: Math.min(length - 1, last),
    isVague: !days.isExact && first !== last,
  }
}

function monthOf(day: string, { from }: Years): number {
  return (Number(day.slice(0, 4)) - from) * 12 + Number(day.slice(5, 7)) - 1
}

/** Runs of months without a trip, between the first and the last one shown; both included. */
export function gapsOf(counts: readonly number[]): { first: number; last: number }[] {
  const gaps: { first: number; last: number }[] = []
  for (const [month, count] of counts.entries()) {
    const open = gaps.at(-1)
    if (count > 0) continue
    if (open && open.last === month - 1) open.last = month
    else gaps.push({ first: month, last: month })
  }
  return gaps
}
