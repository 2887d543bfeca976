import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { IssuePart } from './part.ts'

export type IssueState = 'draft' | 'approved' | 'published' | 'withdrawn' | 'discarded'

/** What the last gathering made of a draft, by the titles of what it is about. */
export interface Gathering {
  came: LocalizedText[]
  went: LocalizedText[]
  /** How many editors’ wordings of what went are kept. */
  kept: number
}

/** A letter of a network. */
export interface Issue {
  id: string
  networkId: string
  state: IssueState
  /** Given when it is published, and never again. */
  number: number | null
  title: LocalizedText
  introduction: LocalizedText
  parts: IssuePart[]
  gathering: Gathering
  since: Date | null
  gatheredAt: Date
  changedAt: Date
  changedBy: string | null
  approvedAt: Date | null
  publishedAt: Date | null
  /** ISO day that the network called today by then. */
  publishedOn: string | null
}

/** A letter that its readers have. */
export type PublishedIssue = Issue & { number: number; publishedAt: Date; publishedOn: string }
