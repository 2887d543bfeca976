import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Trade } from '../../contacts/index.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { NotAsked, Visibility } from '../routing/peer.ts'

export const outcomes = ['accepted', 'not_accepted', 'found', 'withdrawn', 'merged'] as const
export type Outcome = (typeof outcomes)[number]

/** `draft`: asked of nobody yet; `waiting`: nobody has answered, and the coordinator was told; else as it says. */
export const states = ['draft', 'open', 'waiting', 'answered', 'closed'] as const
export type State = (typeof states)[number]

/** What an authority asks its peers. */
export interface Question {
  id: string
  networkId: string
  slug: string
  asker: OrganisationRef
  /** Account; null once erased. */
  askedBy: string | null
  question: LocalizedText
  tried: LocalizedText
  /** ISO day. */
  neededBy: string | null
  /** BCP 47, in which it is written. */
  language: string
  themes: Theme[]
  trade: Trade | null
  visibility: Visibility
  /** Who may read it besides the asker, unless it is the group’s. */
  named: OrganisationRef[]
  mayTranslate: boolean
  isPublic: boolean
  askedAt: Date | null
  escalatedAt: Date | null
  /** When its asker was reminded to accept an answer. */
  remindedAt: Date | null
  closedAt: Date | null
  outcome: Outcome | null
  /** Drawn from its answers; a draft is shown to its holder’s members and the secretariat alone. */
  sheet: { slug: string; title: LocalizedText; isShown: boolean } | null
  hiddenReason: string
  notAsked: { id: string; why: NotAsked }[]
  /** How many answers others can read. */
  answers: number
  /** ISO day of the first of them. */
  answeredOn: string | null
  knownOn: string
  updatedAt: Date
}

/** It was asked, and is not closed. */
export function isOpen({ askedAt, closedAt }: Pick<Question, 'askedAt' | 'closedAt'>): boolean {
  return askedAt !== null && closedAt === null
}

export function stateOf({ askedAt, escalatedAt, closedAt, answers }: Question): State {
  if (closedAt !== null) return 'closed'
  if (askedAt === null) return 'draft'
  if (answers > 0) return 'answered'
  return escalatedAt === null ? 'open' : 'waiting'
}
