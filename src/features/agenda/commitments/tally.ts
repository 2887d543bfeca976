import type { CommitmentOutcome } from './codes.ts'
import type { CriticalMass } from './document/schema.ts'

/** Who has committed themselves in one country, and how many authorities are needed of it; 0 for none in particular. */
export interface CountryTally {
  country: string
  authorities: number
  people: number
  least: number
}

export interface Tally {
  countries: CountryTally[]
  authorities: number
  people: number
}

interface Counted {
  organisation: { country: string }
  people: number
}

/** Commitments against what is needed: the countries that are asked, in their order, then others from which an authority comes. */
export function tallyOf(
  { least }: Pick<CriticalMass, 'least'>,
  commitments: readonly Counted[],
  countries: readonly string[],
): Tally {
  const all = [...new Set([...countries, ...Object.keys(least), ...commitments.map(countryOf)])]
  const tallies = all.map((country) => {
    const own = commitments.filter((each) => countryOf(each) === country)
    return { country, authorities: own.length, people: peopleOf(own), least: least[country] ?? 0 }
  })
  return {
    countries: tallies.filter(({ authorities, least: needed }) => authorities + needed > 0),
    authorities: commitments.length,
    people: peopleOf(commitments),
  }
}

/** The decision if the deadline comes with these commitments. */
export function outcomeOf({ total, below }: CriticalMass, tally: Tally): CommitmentOutcome {
  const isReached =
    tally.countries.every(({ authorities, least }) => authorities >= least) &&
    tally.authorities >= (total ?? 0)
  return isReached ? 'go' : below
}

const countryOf = ({ organisation }: Counted) => organisation.country
const peopleOf = (counted: readonly Counted[]) => counted.reduce((sum, { people }) => sum + people, 0)
