import type { Answer } from './poll.ts'

/** A voter’s answers to each date, and the side on which they are counted. */
export interface Vote {
  country: string
  answers: Readonly<Record<string, Answer>>
}

export type Counts = Record<Answer, number>

export interface OptionTally {
  optionId: string
  all: Counts
  /** Counts for each side, including sides that have not answered. */
  sides: (Counts & { country: string; answered: number })[]
  /** The sides that have answered and of which fewer than half can come: the others would decide for them. */
  outvoted: string[]
}

/** The counts of the dates of a poll, in their order. */
export function tallyOf(
  optionIds: readonly string[],
  votes: readonly Vote[],
  countries: readonly string[],
): OptionTally[] {
  return optionIds.map((optionId) => {
    const sides = countries.map((country) => {
      const own = votes.filter((vote) => vote.country === country)
      return { country, answered: own.length, ...countsOf(own, optionId) }
    })
    return {
      optionId,
      all: countsOf(votes, optionId),
      sides,
      outvoted: sides
        .filter((side) => side.answered > 0 && 2 * ableOf(side) < side.answered)
        .map(({ country }) => country),
    }
  })
}

/**
 * The best dates, several if they tie: most yes, then most “if need be”. None before the first answer, and if no voter can come on any
 * date.
 */
export function bestOf(tallies: readonly OptionTally[]): OptionTally[] {
  const [best] = tallies.filter(({ all }) => ableOf(all) > 0).toSorted(byRank)
  return best === undefined ? [] : tallies.filter((each) => byRank(each, best) === 0)
}

/** The best among the dates on which at least half of every side can come. */
export function bestForAllSides(tallies: readonly OptionTally[]): OptionTally[] {
  return bestOf(tallies.filter(({ outvoted }) => outvoted.length === 0))
}

/** How many can come, gladly or not. */
export function ableOf(counts: Counts): number {
  return counts.yes + counts.if_need_be
}

function byRank(a: OptionTally, b: OptionTally): number {
  return b.all.yes - a.all.yes || b.all.if_need_be - a.all.if_need_be
}

function countsOf(votes: readonly Vote[], optionId: string): Counts {
  const count = (answer: Answer) => votes.filter((vote) => vote.answers[optionId] === answer).length
  return { yes: count('yes'), if_need_be: count('if_need_be'), no: count('no') }
}
