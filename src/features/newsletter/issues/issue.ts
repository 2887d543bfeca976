import { hash } from 'node:crypto'
import { canonicalText } from '../../../platform/editions/frozen-facts.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LeftOut, LetterItem } from '../../../platform/letters/letter-source.ts'

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

/** The words of an item. */
export interface ItemWords {
  title: LocalizedText
  text: LocalizedText
}

/** An item as it was gathered, with the editors’ changes. */
export interface IssueItem extends LetterItem {
  isHidden: boolean
  /** Key of the item that tells the same and more. This one is then hidden, until an editor shows it. */
  toldBy?: string
  /** Number of the last letter if it told the same of an unchanged record. This one is then left out, until an editor adds it. */
  stoodIn?: number
  /** An editor’s words, and the gathered ones that they replace; null for the gathered words. */
  own: { words: ItemWords; from: ItemWords } | null
}

interface AnyPart {
  id: string
  isHidden: boolean
  /** Removed, and kept until publication so that it can be restored. */
  isRemoved: boolean
}

/** The items of one source. */
export interface ItemsPart extends AnyPart {
  kind: 'items'
  /** Key of its source. */
  source: string
  title: LocalizedText
  /** An editor’s own title. */
  ownTitle: LocalizedText | null
  items: IssueItem[]
  /** Keys in the gathered order, if an editor changed it. */
  gatheredOrder?: string[] | undefined
  /** What gathering left out. */
  left?: LeftOut[]
}

/** The content of an addition, without its place in the letter. */
export type FreeContent =
  | { kind: 'text'; title: LocalizedText; text: LocalizedText }
  | { kind: 'quote'; text: LocalizedText; author: string }
  | { kind: 'button'; label: LocalizedText; address: string }
  | ({ kind: 'picture'; alternative: LocalizedText; caption: LocalizedText } & Picture)

/** A picture stored for the letter. */
export interface Picture {
  pictureId: string
  width: number
  height: number
}

export type FreePart = AnyPart & FreeContent

export type IssuePart = ItemsPart | FreePart

export const freeKinds = ['text', 'picture', 'quote', 'button'] as const
export type FreeKind = (typeof freeKinds)[number]

/** The words of an item that readers get: the editor’s, or else the gathered ones. */
export function wordsOf({ own, title, text }: IssueItem): ItemWords {
  return own?.words ?? { title, text }
}

/** Whether the record of an item has changed since an editor worded it. */
export function isOvertaken({ own, title, text }: IssueItem): boolean {
  return own !== null && !isSame(own.from, { title, text })
}

/** Whether an item is left out by itself: it stood in the last letter, and no editor added it. */
export function isLeftOut({ isHidden, stoodIn }: IssueItem): boolean {
  return isHidden && stoodIn !== undefined
}

/** Whether a draft shows a part: it was not removed, and its source has something to tell. */
export function isOnDraft(part: IssuePart): boolean {
  return !part.isRemoved && (part.kind !== 'items' || part.items.length > 0 || (part.left ?? []).length > 0)
}

/** The title over a part of items. */
export function titleOf({ ownTitle, title }: ItemsPart): LocalizedText {
  return ownTitle ?? title
}

/** The parts that readers get: none hidden or removed, and no heading over nothing. */
export function shownParts(parts: readonly IssuePart[]): IssuePart[] {
  return parts
    .filter(({ isHidden, isRemoved }) => !isHidden && !isRemoved)
    .map((part) =>
      part.kind === 'items'
        ? {
            ...part,
            items: part.items.filter(({ isHidden }) => !isHidden),
            left: (part.left ?? []).filter(({ kind }) => kind === 'more'),
          }
        : part,
    )
    .filter((part) => part.kind !== 'items' || part.items.length > 0)
}

/** The parts in the document of a stored letter. */
export function partsOf(document: unknown): IssuePart[] {
  return Array.isArray(document) ? document.filter(isPart) : []
}

function isPart(value: unknown): value is IssuePart {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value
}

/** Whether two texts or documents are equal. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalText(one) === canonicalText(other)
}

/** A mark of the content of a form: it differs once another editor has changed that content. */
export function markOf(value: unknown): string {
  // The database orders the keys of an object its own way.
  return hash('sha256', canonicalText(value), 'base64url').slice(0, 22)
}
