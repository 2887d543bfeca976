import type { Peer, Trade } from '../../contacts/index.ts'
import type { Theme } from '../../networks/themes/index.ts'
import type { Tier } from '../../partners/index.ts'

/** An authority or a body as routing sees it. */
export interface RoutedOrganisation {
  id: string
  country: string
  /** None for a body, and for authorities of countries whose law no table has. */
  tiers: readonly Tier[]
  population: number | null
  /** Inhabitants of the grouping of which it is the largest town; null for any other place. */
  areaPopulation: number | null
}

/** Somebody who may be asked, with what they said of it and how often they were. All days are ISO days. */
export interface RoutedPeer extends Pick<Peer, 'languages' | 'consents' | 'quota' | 'quiet' | 'absentUntil'> {
  id: string
  organisation: RoutedOrganisation
  /** Of the posts that they hold now. */
  trades: readonly Trade[]
  /** What they do not want to be asked on. */
  notOn: readonly (Trade | Theme)[]
  /** When they were asked before, in any order. */
  askedOn: readonly string[]
  /** Of the questions of the last year: how many they answered, and were asked. */
  answered: number
  asked: number
  /** Themes of the sheets that their authority has published or adopted. */
  sheets: readonly Theme[]
}

export const visibilities = ['group', 'pair', 'named'] as const
export type Visibility = (typeof visibilities)[number]

/** A question as routing sees it. */
export interface RoutedQuestion {
  by: RoutedOrganisation
  themes: readonly Theme[]
  trade: Trade | null
  /** BCP 47. */
  language: string
  visibility: Visibility
  /** The authorities that may read it, besides the asker’s, unless it is the whole group’s. */
  named: readonly string[]
}

/** Why somebody is not asked; `later`: they could be, after those who are. */
export const reasonsNotAsked = [
  'own_authority',
  'consent',
  'visibility',
  'absent',
  'quiet',
  'quota',
  'recent',
  'competence',
  'trade',
  'later',
] as const
export type NotAsked = (typeof reasonsNotAsked)[number]

/** Because of what somebody is asked: their own trade, a sheet of their authority on the theme, or a trade near it. */
export const grounds = ['trade', 'sheet', 'theme'] as const
export type AskedFor = (typeof grounds)[number]
