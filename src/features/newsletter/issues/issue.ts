import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { IssuePart } from './part.ts'
import { markOf } from './same.ts'

/** A mark of everything that readers get of a letter, for approval. */
export function markOfIssue({
  title,
  introduction,
  parts,
}: Pick<Issue, 'title' | 'introduction' | 'parts'>): string {
  return markOf({ title, introduction, parts })
}

export type IssueState = 'draft' | 'approved' | 'published' | 'withdrawn' | 'discarded'

/** What the last gathering changed in a draft, by the titles of its items. */
export interface Gathering {
  came: LocalizedText[]
  went: LocalizedText[]
  /** How many editors’ texts for vanished items are kept. */
  kept: number
}

/** A letter of a network. */
export interface Issue {
  id: string
  networkId: string
  state: IssueState
  /** Given at publication, once and for all. */
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
  /** ISO day that was the network’s today at publication. */
  publishedOn: string | null
}

/** A letter that was published. */
export type PublishedIssue = Issue & { number: number; publishedAt: Date; publishedOn: string }
