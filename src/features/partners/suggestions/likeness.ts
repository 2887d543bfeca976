import { type Tier, tiers } from '../competence.ts'
import type { Profile } from './profile.ts'
import type { ProfileTable } from './profile-table.ts'

/**
 * How alike two populations are: one when equal, a half at a factor of three and a half, next to nothing at twenty; NaN where one is unknown. The
 * largest town of a grouping may stand for all of it: a commune ends where a si or a metropolitan city goes on for twenty kilometres.
 */
export function sizeLikeness({ sizes, areaSizes }: ProfileTable, own: number, other: number): number {
  const [mine, theirs] = [sizes[own] ?? Number.NaN, sizes[other] ?? Number.NaN]
  const [myArea, theirArea] = [areaSizes[own] ?? Number.NaN, areaSizes[other] ?? Number.NaN]
  let difference = Math.abs(mine - theirs)
  if (Math.abs(myArea - theirs) < difference) difference = Math.abs(myArea - theirs)
  if (Math.abs(mine - theirArea) < difference) difference = Math.abs(mine - theirArea)
  return Math.exp(-(difference * difference) / 2.25)
}

/** The populations by which two authorities are most alike: their own, or that of the grouping of which one is the largest town; null where one is unknown. */
export function alikePopulations(
  own: Sized,
  other: Sized,
): { own: number; other: number; area: 'own' | 'other' | null } | null {
  if (!own.population || !other.population) return null
  const pairs = [
    { own: own.population, other: other.population, area: null },
    ...(own.areaPopulation
      ? [{ own: own.areaPopulation, other: other.population, area: 'own' as const }]
      : []),
    ...(other.areaPopulation
      ? [{ own: own.population, other: other.areaPopulation, area: 'other' as const }]
      : []),
  ]
  return pairs.toSorted((one, two) => factorOf(one.own, one.other) - factorOf(two.own, two.other))[0] ?? null
}

type Sized = Pick<Profile, 'population' | 'areaPopulation'>

/** How many times larger the larger of two is. */
export function factorOf(one: number, other: number): number {
  return Math.max(one, other) / Math.min(one, other)
}

/** How alike the ranks of two authorities are, 0 to 1: by their tiers, else by the levels of their areas; NaN where neither is known. */
export function levelLikeness(table: ProfileTable, own: number, other: number): number {
  const [mine, theirs] = [table.tierMasks[own] ?? 0, table.tierMasks[other] ?? 0]
  if (mine !== 0 && theirs !== 0) {
    const likeness = tierLikeness(mine, theirs)
    const cities = (table.cities[own] ?? 0) + (table.cities[other] ?? 0)
    // A mayor meets a mayor, whatever the tier: Marseille and Busan. A mayor hardly meets a governor.
    return cities === 2
      ? Math.max(likeness, 0.75)
      : cities === 1 && likeness < 0.5
        ? likeness * 0.7
        : likeness
  }
  const difference = Math.abs((table.levels[own] ?? Number.NaN) - (table.levels[other] ?? Number.NaN))
  return Math.max(0, 1 - difference / 2)
}

/**
 * How alike two tiers are in rank and in what they decide, as both countries hold it: a commune and a si, a région and a province; a
 * grouping of communes is nearest to a large si, and no métropole is a 광역시; a département is between the two Korean levels.
 */
const likeness: readonly (readonly [Tier, Tier, number])[] = [
  ['commune', 'basic', 1],
  ['epci', 'basic', 0.8],
  ['epci', 'upper', 0.6],
  ['commune', 'upper', 0.45],
  ['departement', 'upper', 0.7],
  ['departement', 'basic', 0.5],
  ['region', 'upper', 1],
  ['region', 'basic', 0.15],
  ['commune', 'epci', 0.8],
  ['commune', 'departement', 0.3],
  ['commune', 'region', 0.1],
  ['epci', 'departement', 0.5],
  ['epci', 'region', 0.3],
  ['departement', 'region', 0.6],
  ['basic', 'upper', 0.4],
]
const likenessByMasks = new Map<number, number>()

function tierLikeness(mine: number, theirs: number): number {
  const key = mine * 64 + theirs
  const known = likenessByMasks.get(key)
  if (known !== undefined) return known
  const inMask = (mask: number) => tiers.filter((_, index) => ((mask >>> index) & 1) === 1)
  const best = Math.max(
    ...inMask(mine).flatMap((one) =>
      inMask(theirs).map((other) => (one === other ? 1 : likenessOf(one, other))),
    ),
  )
  likenessByMasks.set(key, best)
  return best
}

function likenessOf(one: Tier, other: Tier): number {
  const found = likeness.find(
    ([first, second]) => (first === one && second === other) || (first === other && second === one),
  )
  return found?.[2] ?? 0
}
