import { themes } from '../../networks/themes/index.ts'
import { tiers } from '../competence.ts'
import { type Bridges, kilometresBetween } from './bridges.ts'
import { levelLikeness, sizeLikeness } from './likeness.ts'
import { bestFit, sharedForms, type TermPart } from './profile.ts'
import { countBits, type ProfileTable, strengthsOf, type ThemeMasks } from './profile-table.ts'
import { interestOffTerms, type SignalKey } from './weights.ts'

/** What pairs are measured with. */
export interface Measuring {
  table: ProfileTable
  bridges: Bridges
}

/** How far something speaks for a partner, 0 to 1, as the first row sees the second; NaN where nothing is known. */
export type Measure = (measuring: Measuring, own: number, other: number) => number

/** Every signal; those that each side sees in its own way are in `oneSidedSignals`. */
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
  forms: ({ table }, own, other) => {
    if (table.hasTerms[own] !== 1 || table.hasTerms[other] !== 1) return Number.NaN
    const shared = sharedForms(table.profiles[own]?.terms ?? [], table.profiles[other]?.terms ?? [])
    return shared === null ? Number.NaN : shared.length > 0 ? 1 : 0
  },
  size: ({ table }, own, other) => orSought(table, own, other, 'size', sizeLikeness(table, own, other)),
  level: ({ table }, own, other) => orSought(table, own, other, 'tier', levelLikeness(table, own, other)),
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

/** Those that each side sees in its own way; the others read alike from both. */
export const oneSidedSignals: readonly SignalKey[] = ['wishes', 'experience']

/** Those that do so where a wish describes the partner sought. */
export const soughtSignals: readonly SignalKey[] = ['size', 'level']

/** The factor on an authority’s interest, 1 to `interestOffTerms`, by what its wishes ask of a partner; 1 where they ask nothing. */
export function termsLeave(table: ProfileTable, own: number, other: number): number {
  if (table.hasTerms[own] !== 1) return 1
  const [mine, theirs] = [table.profiles[own], table.profiles[other]]
  const fit = mine && theirs && bestFit(mine.terms, theirs)
  return fit ? interestOffTerms + (1 - interestOffTerms) * fit.whole : 1
}

// An authority that looks for another size or level than its own is not less interested for that.
function orSought(table: ProfileTable, own: number, other: number, part: TermPart, likeness: number): number {
  if (table.hasTerms[own] !== 1) return likeness
  const [mine, theirs] = [table.profiles[own], table.profiles[other]]
  const met = mine && theirs && bestFit(mine.terms, theirs)?.parts.get(part)
  return met === undefined ? likeness : Number.isNaN(likeness) ? met : Math.max(likeness, met)
}

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

function sharedPart(mine: readonly string[] | undefined, theirs: readonly string[] | undefined): number {
  if (!mine || !theirs || mine.length === 0 || theirs.length === 0) return Number.NaN
  let shared = 0
  for (const each of mine) if (theirs.includes(each)) shared += 1
  return shared === 0 ? Number.NaN : 1 - 0.5 ** shared
}
