import { themes } from '../../networks/themes/index.ts'
import { strengthOf, type Tier, tiers } from '../competence.ts'
import { type Profile, saysAnything, type ThemeUse } from './profile.ts'
import { traits } from './traits.ts'

/** What an authority says or does about a theme, as one bit a theme in two words of 32. */
export interface ThemeMasks {
  low: Int32Array
  high: Int32Array
}

/**
 * Profiles as columns, so that millions of pairs are measured without an object being made. A row is a profile, in the order in which
 * they were given; what is not known is NaN.
 */
export interface ProfileTable {
  profiles: readonly Profile[]
  /** Natural logarithm of the population. */
  sizes: Float64Array
  /** Logarithm for the grouping of which it is the largest town. */
  areaSizes: Float64Array
  latitudes: Float64Array
  longitudes: Float64Array
  tierMasks: Int32Array
  levels: Float64Array
  /** 1 for a city. */
  cities: Uint8Array
  traitMasks: Int32Array
  seeks: ThemeMasks
  offers: ThemeMasks
  practises: ThemeMasks
  /** 1 for those whose wishes describe the partner sought. */
  hasTerms: Uint8Array
  /** Rarity of each trait among the profiles: a trait that all have tells nothing. */
  traitRarity: Float64Array
  /** 0 to 1: how far there is room for one more partner. */
  room: Float64Array
  rowOf: ReadonlyMap<string, number>
}

/** Makes the table; at most 32 traits and 64 themes. */
export function tabulate(profiles: readonly Profile[]): ProfileTable {
  const count = profiles.length
  const numbers = (read: (profile: Profile) => number | null) =>
    Float64Array.from(profiles, (profile) => read(profile) ?? Number.NaN)
  const traitMasks = Int32Array.from(profiles, (profile) => maskOf(profile.traits, traits))
  return {
    profiles,
    sizes: numbers(({ population }) => logarithmOf(population)),
    areaSizes: numbers(({ areaPopulation }) => logarithmOf(areaPopulation)),
    latitudes: numbers(({ latitude }) => latitude),
    longitudes: numbers(({ longitude }) => longitude),
    tierMasks: Int32Array.from(profiles, (profile) => maskOf(profile.tiers, tiers)),
    levels: numbers(({ level }) => level),
    cities: Uint8Array.from(profiles, ({ isCity }) => (isCity ? 1 : 0)),
    traitMasks,
    seeks: themeMasks(count, profiles, ({ seeks }) => seeks),
    offers: themeMasks(count, profiles, ({ offers }) => offers),
    practises: themeMasks(count, profiles, ({ practises }) => practises),
    hasTerms: Uint8Array.from(profiles, ({ terms }) => (terms.some(saysAnything) ? 1 : 0)),
    traitRarity: rarities(traitMasks),
    room: numbers(roomOf),
    rowOf: new Map(profiles.map(({ id }, row) => [id, row])),
  }
}

/** How many bits are set in a word of 32. */
export function countBits(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** How far an authority acts on each theme by law, 0 to 1, NaN where no table says; by index of the theme. */
export function strengthsOf(own: readonly Tier[]): Float64Array {
  return Float64Array.from(themes, (theme) => strengthOf(theme, own) ?? Number.NaN)
}

/**
 * How far there is room for one more partner. A small town looks after four ties, and one more for each 60,000 inhabitants, twenty at most;
 * beyond that each tie takes room from the next. An authority that said no twice in two years is asked last.
 */
export function roomOf({
  population,
  ties,
  refusals,
}: Pick<Profile, 'population' | 'ties' | 'refusals'>): number {
  const live = ties.filter(({ isLive }) => isLive).length
  const easy = Math.min(20, 4 + (population ?? 0) / 60_000)
  return (live <= easy ? 1 : easy / live) * 0.75 ** refusals
}

function logarithmOf(population: number | null): number | null {
  return population === null || population <= 0 ? null : Math.log(population)
}

function maskOf<T>(own: readonly T[], all: readonly T[]): number {
  return own.reduce((mask, each) => mask | (1 << all.indexOf(each)), 0)
}

function themeMasks(
  count: number,
  profiles: readonly Profile[],
  read: (profile: Profile) => readonly ThemeUse[],
): ThemeMasks {
  const masks = { low: new Int32Array(count), high: new Int32Array(count) }
  for (const [row, profile] of profiles.entries())
    for (const { theme } of read(profile)) {
      const index = themes.indexOf(theme)
      const half = index < 32 ? masks.low : masks.high
      half[row] = (half[row] ?? 0) | (1 << (index % 32))
    }
  return masks
}

function rarities(masks: Int32Array): Float64Array {
  return Float64Array.from(traits, (_, index) => {
    const having = masks.reduce((sum, mask) => sum + ((mask >>> index) & 1), 0)
    return Math.min(6, Math.log((masks.length + 1) / (having + 1)))
  })
}
