import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LeftOut, LetterItem } from '../../../platform/letters/letter-source.ts'
import { isSame } from './same.ts'

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
