import type { Theme } from '../../networks/themes/index.ts'
import type { Tier } from '../competence.ts'
import type { Ground, PartnerTerms } from './terms.ts'
import type { Trait } from './traits.ts'

/** A theme that an authority seeks, offers or works on, with what says so. */
export interface ThemeUse {
  theme: Theme
  ground: Ground
}

/** A tie that an authority has, with any partner. */
export interface KnownTie {
  country: string
  /** Null where the other side is no authority that the directory places. */
  partnerId: string | null
  latitude: number | null
  longitude: number | null
  cooperationId: string
  /** It still lives: an ended or dormant one takes no room. */
  isLive: boolean
}

/** A body of one side’s country, or that works with it, on the ground of an authority of the other. */
export interface Asset {
  country: string
  ground: Ground
}

/** What is known of an authority when partners are sought for it. Every list may be empty, and every figure unknown. */
export interface Profile {
  id: string
  country: string
  tiers: readonly Tier[]
  /** It is a city with a mayor: a metropolitan city too, although it ranks above the counties. */
  isCity: boolean
  /** Larger authorities that it belongs to: province, région, département, grouping. */
  within: readonly string[]
  /** Of the area: 1 for regions and provinces, 2 and more beneath; null where nobody says. */
  level: number | null
  population: number | null
  /** Inhabitants of the grouping of which it is the largest town; null for any other place. */
  areaPopulation: number | null
  latitude: number | null
  longitude: number | null
  traits: readonly Trait[]
  seeks: readonly ThemeUse[]
  offers: readonly ThemeUse[]
  practises: readonly ThemeUse[]
  /** What its wishes say of the partner that they look for, a wish each, those that leave it open too. */
  terms: readonly PartnerTerms[]
  /** In which it works, beside those of its country. */
  languages: readonly string[]
  /** Other networks to which it belongs, by id. */
  networks: readonly string[]
  assets: readonly Asset[]
  ties: readonly KnownTie[]
  /** Events and meetings in which it took part, by id. */
  occasions: readonly string[]
  /** How often it said no in the last two years. */
  refusals: number
}

/** A profile of which nothing but place and size is known. */
export function bareProfile(
  known: Pick<Profile, 'id' | 'country' | 'population' | 'latitude' | 'longitude'> & Partial<Profile>,
): Profile {
  return {
    tiers: [],
    isCity: false,
    within: [],
    level: null,
    areaPopulation: null,
    traits: [],
    seeks: [],
    offers: [],
    practises: [],
    terms: [],
    languages: [],
    networks: [],
    assets: [],
    ties: [],
    occasions: [],
    refusals: 0,
    ...known,
  }
}
