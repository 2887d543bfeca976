import { themes } from '../../networks/themes/index.ts'
import { type Tier, tiers } from '../competences/competence.ts'
import type { Bridges } from './bridges.ts'
import { kilometresBetween } from './kilometres.ts'
import { countBits, type ProfileTable, strengthsOf, type ThemeMasks } from './profile-table.ts'
import type { SignalKey } from './weights.ts'

/** What pairs are measured with. */
export interface Measuring {
  table: ProfileTable
  bridges: Bridges
}

/** How far something speaks for a partner, 0 to 1, as the first row sees the second; NaN where nothing is known. */
export type Measure = (measuring: Measuring, own: number, other: number) => number

/** Every signal; those that read the same from both sides stand in `mutualSignals`. */
export const measures: Readonly<Record<SignalKey, Measure>> = {
  // The part of what one seeks that the other offers, works on or seeks too; three themes that meet are enough.
  wishes: ({ table }, own, other) => {
    const sought = countThemes(table.seeks, own)
    if (sought === 0) return Number.NaN
    const offered = countShared(table.seeks, own, table.offers, other)
    const practised = countShared(table.seeks, own, table.practises, other)
    const alsoSought = countShared(table.seeks, own, table.seeks, other)
    if (offered + practised + alsoSought === 0)
      return countThemes(table.offers, other) +
        countThemes(table.practises, other) +
        countThemes(table.seeks, other) ===
        0
        ? Number.NaN
        : 0
    return Math.min(1, (offered + practised * 0.7 + alsoSought * 0.5) / Math.min(sought, 3))
  },
  themes: ({ table }, own, other) => {
    const [mine, theirs] = [countThemes(table.practises, own), countThemes(table.practises, other)]
    if (mine === 0 || theirs === 0) return Number.NaN
    return countShared(table.practises, own, table.practises, other) / Math.sqrt(mine * theirs)
  },
  competence: ({ table }, own, other) => {
    const [mine, theirs] = [
      tierStrengths(table.tierMasks[own] ?? 0),
      tierStrengths(table.tierMasks[other] ?? 0),
    ]
    let sum = 0
    let count = 0
    for (let index = 0; index < themes.length; index += 1) {
      if (!hasTheme(table.seeks, own, index) && !hasTheme(table.seeks, other, index)) continue
      const weaker = Math.min(mine[index] ?? Number.NaN, theirs[index] ?? Number.NaN)
      if (Number.isNaN(weaker)) continue
      sum += weaker
      count += 1
    }
    return count === 0 ? Number.NaN : sum / count
  },
  // One when equal, a half at a factor of three and a half, next to nothing at twenty.
  size: ({ table }, own, other) => {
    const difference = (table.sizes[own] ?? Number.NaN) - (table.sizes[other] ?? Number.NaN)
    return Math.exp(-(difference * difference) / 2.25)
  },
  level: ({ table }, own, other) => {
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
  },
  character: ({ table }, own, other) => {
    const [mine, theirs] = [table.traitMasks[own] ?? 0, table.traitMasks[other] ?? 0]
    if (mine === 0 || theirs === 0) return Number.NaN
    let shared = mine & theirs
    let rarity = 0
    while (shared !== 0) {
      rarity += table.traitRarity[31 - Math.clz32(shared & -shared)] ?? 0
      shared &= shared - 1
    }
    return 1 - Math.exp(-rarity / 4)
  },
  bridges: ({ bridges }, own, other) => bridges.strength(own, other),
  assets: ({ table }, own, other) => {
    const [mine, theirs] = [table.profiles[own], table.profiles[other]]
    if (!mine || !theirs) return Number.NaN
    let count = 0
    for (const { country } of mine.assets) if (country === theirs.country) count += 1
    for (const { country } of theirs.assets) if (country === mine.country) count += 1
    return count === 0 ? Number.NaN : 1 - 0.5 ** count
  },
  networks: ({ table }, own, other) =>
    sharedPart(table.profiles[own]?.networks, table.profiles[other]?.networks),
  contacts: ({ table }, own, other) =>
    sharedPart(table.profiles[own]?.occasions, table.profiles[other]?.occasions),
  // Of the other: whether it has worked with this country before.
  experience: ({ table }, own, other) => {
    const [mine, theirs] = [table.profiles[own], table.profiles[other]]
    if (!mine || !theirs || theirs.ties.length === 0) return Number.NaN
    let count = 0
    for (const { country } of theirs.ties) if (country === mine.country) count += 1
    return count === 0 ? 0.2 : 1 - 0.5 ** (count + 1)
  },
  nearness: ({ table }, own, other) => {
    const distance = kilometresBetween(table, own, other)
    return distance > 2500 ? Number.NaN : Math.exp(-distance / 600)
  },
  languages: ({ table }, own, other) => {
    const [mine, theirs] = [table.profiles[own]?.languages, table.profiles[other]?.languages]
    if (!mine || !theirs || mine.length === 0 || theirs.length === 0) return Number.NaN
    return mine.some((language) => theirs.includes(language)) ? 1 : 0
  },
}

/** Those that each side sees in its own way; the others read the same from both. */
export const oneSidedSignals: readonly SignalKey[] = ['wishes', 'experience']

function countThemes({ low, high }: ThemeMasks, row: number): number {
  return countBits(low[row] ?? 0) + countBits(high[row] ?? 0)
}

function countShared(one: ThemeMasks, row: number, other: ThemeMasks, otherRow: number): number {
  return (
    countBits((one.low[row] ?? 0) & (other.low[otherRow] ?? 0)) +
    countBits((one.high[row] ?? 0) & (other.high[otherRow] ?? 0))
  )
}

function hasTheme({ low, high }: ThemeMasks, row: number, index: number): boolean {
  const word = index < 32 ? (low[row] ?? 0) : (high[row] ?? 0)
  return ((word >>> (index % 32)) & 1) === 1
}

const strengthsByMask = new Map<number, Float64Array>()

function tierStrengths(mask: number): Float64Array {
  const known = strengthsByMask.get(mask)
  if (known) return known
  const strengths = strengthsOf(tiers.filter((_, index) => ((mask >>> index) & 1) === 1))
  strengthsByMask.set(mask, strengths)
  return strengths
}

/**
 * How alike two tiers are in rank and in what they decide, as both countries hold it: a commune and a si, a région and a province; a
 * grouping of communes is nearest to a large si, and no métropole is a 광역시; a département stands between the two Korean levels.
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

function sharedPart(mine: readonly string[] | undefined, theirs: readonly string[] | undefined): number {
  if (!mine || !theirs || mine.length === 0 || theirs.length === 0) return Number.NaN
  let shared = 0
  for (const each of mine) if (theirs.includes(each)) shared += 1
  return shared === 0 ? Number.NaN : 1 - 0.5 ** shared
}
