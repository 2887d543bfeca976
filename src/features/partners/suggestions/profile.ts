import type { Theme } from '../../networks/themes/index.ts'
import type { Tier } from '../competence.ts'
import type { PartnershipForm } from '../forms.ts'
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

/** On whose word something is said of an authority: a wish, a tie, an event, or a table of the project. */
export interface Ground {
  kind: 'wish' | 'round' | 'expectation' | 'interest' | 'cooperation' | 'event' | 'organisation' | 'table'
  /** By which its page is found; '' for a table. */
  id: string
}

/** What a wish says of the partner that it looks for, and of the form that work with them would take; any of it may be left open. */
export interface PartnerTerms {
  ground: Ground
  tiers: readonly Tier[]
  populationFrom: number | null
  populationTo: number | null
  countries: readonly string[]
  forms: readonly PartnershipForm[]
}

/** Terms that leave everything open. */
export const openTerms: Omit<PartnerTerms, 'ground'> = {
  tiers: [],
  populationFrom: null,
  populationTo: null,
  countries: [],
  forms: [],
}

/** What terms may ask of a partner. */
export const termParts = ['tier', 'size', 'country'] as const
export type TermPart = (typeof termParts)[number]

/** How far an authority meets terms: the whole, and part by part, 0 to 1; a part that is left open or of which nothing is known is not there. */
interface Fit {
  ground: Ground
  whole: number
  parts: ReadonlyMap<TermPart, number>
}

/** What terms ask for, of an authority. */
interface Sought {
  tiers: readonly Tier[]
  country: string
  population: number | null
}

/**
 * The terms that an authority meets best, of the wishes of another; null where none of them asks anything of it that is known, or where it
 * falls short of all that do but one asks nothing: that one is met.
 */
export function bestFit(list: readonly PartnerTerms[], sought: Sought): Fit | null {
  let best: Fit | null = null
  let isOneOpen = false
  for (const terms of list) {
    const fit = fitOf(terms, sought)
    if (fit === null) isOneOpen = true
    else if (best === null || fit.whole > best.whole) best = fit
  }
  return isOneOpen && best !== null && best.whole < 1 ? null : best
}

/** Whether terms name anything, be it a form alone. */
export function saysAnything(terms: Omit<PartnerTerms, 'ground'>): boolean {
  const { tiers, populationFrom, populationTo, countries, forms } = terms
  return (
    tiers.length + countries.length + forms.length > 0 || populationFrom !== null || populationTo !== null
  )
}

// Terms for a si of less than 100,000 want both: parts multiply.
function fitOf(terms: PartnerTerms, { tiers, country, population }: Sought): Fit | null {
  const parts = new Map<TermPart, number>()
  if (terms.tiers.length > 0 && tiers.length > 0)
    parts.set('tier', tiers.some((tier) => terms.tiers.includes(tier)) ? 1 : 0)
  if (population && (terms.populationFrom !== null || terms.populationTo !== null))
    parts.set('size', sizeFit(terms, population))
  if (terms.countries.length > 0) parts.set('country', terms.countries.includes(country) ? 1 : 0)
  if (parts.size === 0) return null
  return { ground: terms.ground, whole: [...parts.values()].reduce((one, two) => one * two, 1), parts }
}

// One within; half as large again as the limit is still near, twice is not.
function sizeFit({ populationFrom, populationTo }: PartnerTerms, population: number): number {
  const beyond = Math.max((populationFrom ?? 0) / population, population / (populationTo ?? population), 1)
  return Math.exp(-(Math.log(beyond) ** 2) / 0.5)
}

/** The forms that both have named in some wish; null where one of the two has named none. */
export function sharedForms(
  one: readonly PartnerTerms[],
  other: readonly PartnerTerms[],
): PartnershipForm[] | null {
  const [mine, theirs] = [formsOf(one), formsOf(other)]
  return mine.size === 0 || theirs.size === 0 ? null : [...mine].filter((form) => theirs.has(form))
}

// Another form may be anything.
const formsOf = (list: readonly PartnerTerms[]) =>
  new Set(list.flatMap(({ forms }) => forms.filter((form) => form !== 'other')))
