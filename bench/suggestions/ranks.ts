import { kilometres } from '../../src/features/partners/suggestions/bridges.ts'
import type { Profile } from '../../src/features/partners/suggestions/profile.ts'
import { tabulate } from '../../src/features/partners/suggestions/profile-table.ts'
import { makeRanker, type Weighing } from '../../src/features/partners/suggestions/rank.ts'
import { Chance } from '../contents/chance.ts'
import type { Case } from './held-out.ts'

/** Gives each candidate a figure: the higher, the sooner it is suggested. */
export type Scorer = (given: Case, origins: readonly Profile[]) => (index: number) => number

/** Ranks as the product does. */
export function byModel(weighing: Weighing): Scorer {
  return ({ origin, candidates }, origins) => {
    const others = origins.filter(({ id }) => id !== origin.id)
    const table = tabulate([origin, ...candidates, ...others])
    const ranker = makeRanker(table, weighing)
    return (index) => ranker.measure(0, index + 1).score
  }
}

export const atRandom = (seed: number): Scorer => {
  const chance = new Chance(seed)
  return () => () => chance.below(1 << 30)
}

export const byPopulation: Scorer = ({ origin, candidates }) => {
  const own = Math.log(origin.population ?? Number.NaN)
  return (index) => {
    const difference = Math.abs(Math.log(candidates[index]?.population ?? Number.NaN) - own)
    return Number.isNaN(difference) ? Number.NEGATIVE_INFINITY : -difference
  }
}

/** The candidate with most French ties first, of as many the most populous. */
export const byTies: Scorer =
  ({ candidates }) =>
  (index) => {
    const candidate = candidates[index]
    return (candidate?.ties.length ?? 0) * 1e9 + (candidate?.population ?? 0)
  }

export const byDistance: Scorer =
  ({ origin, candidates }) =>
  (index) => {
    const { latitude, longitude } = candidates[index] ?? {}
    return -kilometres(origin.latitude ?? 0, origin.longitude ?? 0, latitude ?? 0, longitude ?? 0)
  }

/** The rank of the true partner, 1 for first; among equals, the middle of their ranks. */
export function rankOf(given: Case, score: (index: number) => number): number {
  const own = score(given.truth)
  let better = 0
  let equal = 0
  for (let index = 0; index < given.candidates.length; index += 1) {
    if (index === given.truth) continue
    const other = score(index)
    if (other > own) better += 1
    else if (other === own) equal += 1
  }
  return 1 + better + equal / 2
}
