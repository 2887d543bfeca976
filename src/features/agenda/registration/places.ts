import { countedUnder, type Terms } from './terms.ts'

type Offered = Pick<Terms, 'places' | 'countryPlaces'>

/** How many places are taken, by the country of their holders. */
export type Taken = Readonly<Record<string, number>>

/** Free places: in all and under each country that has places of its own; infinitely many without a limit. */
export interface Left {
  all: number
  under(country: string): number
}

/** How many places are left of those offered. */
export function placesLeft(terms: Offered, taken: Taken): Left {
  const under: Record<string, number> = {}
  let all = 0
  for (const [country, count] of Object.entries(taken)) {
    const key = countedUnder(terms, country)
    under[key] = (under[key] ?? 0) + count
    all += count
  }
  const left = Math.max(0, (terms.places ?? Number.POSITIVE_INFINITY) - all)
  return {
    all: left,
    under: (country) => {
      const key = countedUnder(terms, country)
      const offered = terms.countryPlaces[key] ?? Number.POSITIVE_INFINITY
      return Math.min(left, Math.max(0, offered - (under[key] ?? 0)))
    },
  }
}

/** Those of a waiting list, in its order, who get the places that are left. */
export function whoIsNext<Waiting extends { country: string }>(
  terms: Offered,
  taken: Taken,
  waiting: readonly Waiting[],
): Waiting[] {
  const given: Record<string, number> = { ...taken }
  return waiting.filter(({ country }) => {
    if (placesLeft(terms, given).under(country) <= 0) return false
    given[country] = (given[country] ?? 0) + 1
    return true
  })
}

/** The countries, each as it is counted, from which nobody who waits gets a place now. */
export function countriesFull(terms: Offered, taken: Taken): string[] {
  const left = placesLeft(terms, taken)
  return Object.keys(terms.countryPlaces).filter((country) => left.under(country) <= 0)
}
