import type { Reader } from '../../../platform/i18n/reader.ts'
import { countryName } from '../../directory/index.ts'
import type { CommitmentOutcome } from './codes.ts'
import type { CriticalMass } from './document/schema.ts'

/** Who has committed themselves in one country, and how many authorities are needed of it; 0 for none in particular. */
interface CountryTally {
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

/** The state of the commitments in numbers and in words: by country, and in all where a total is needed. */
export function tallyFacts(
  reader: Reader,
  { total }: Pick<CriticalMass, 'total'>,
  { countries, authorities, people }: Tally,
): { label: string; value: string }[] {
  return [
    ...countries.map((each) => ({ label: countryName(reader, each.country), value: wordsOf(reader, each) })),
    ...(total === null
      ? []
      : [
          {
            label: reader.t('agenda.commitments.inAll'),
            value: wordsOf(reader, { authorities, people, least: total }),
          },
        ]),
  ]
}

function wordsOf({ t }: Reader, { authorities, least, people }: Omit<CountryTally, 'country'>): string {
  const coming = people > 0 ? [t('agenda.mission.people', { count: people })] : []
  if (least === 0) return [t('agenda.commitments.committed', { count: authorities }), ...coming].join(' · ')
  const missing = least - authorities
  return [
    t('agenda.commitments.ofNeeded', { count: authorities, least }),
    missing > 0 ? t('agenda.commitments.missing', { count: missing }) : t('agenda.commitments.reached'),
    ...coming,
  ].join(' · ')
}
