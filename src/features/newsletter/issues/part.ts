import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LeftOut, LetterItem } from '../../../platform/letters/letter-source.ts'
import { isSame } from './same.ts'

/** The words of an item. */
export interface ItemWords {
  title: LocalizedText
  text: LocalizedText
}

/** An item as it was gathered, with what an editor made of it. */
export interface IssueItem extends LetterItem {
  isHidden: boolean
  /** Key of the item of the letter that tells of the same and says more: then it is hidden, until an editor shows it. */
  toldBy?: string
  /** An editor’s own words, and those gathered that they stand for; null where nobody worded it anew. */
  own: { words: ItemWords; from: ItemWords } | null
}

interface AnyPart {
  id: string
  isHidden: boolean
  /** Taken out, and kept to be put back until the letter is published. */
  isRemoved: boolean
}

/** What one source had to tell. */
export interface ItemsPart extends AnyPart {
  kind: 'items'
  /** Key of its source. */
  source: string
  title: LocalizedText
  /** An editor’s own title. */
  ownTitle: LocalizedText | null
  items: IssueItem[]
  /** Keys in the order in which they were gathered, where an editor gave them another. */
  gatheredOrder?: string[] | undefined
  /** What there was besides when it was gathered. */
  left?: LeftOut[]
}

/** What an editor adds, without its place in the letter. */
export type FreeContent =
  | { kind: 'text'; title: LocalizedText; text: LocalizedText }
  | { kind: 'quote'; text: LocalizedText; author: string }
  | { kind: 'button'; label: LocalizedText; address: string }
  | ({ kind: 'picture'; alternative: LocalizedText; caption: LocalizedText } & Picture)

/** A picture that is kept for the letter. */
export interface Picture {
  pictureId: string
  width: number
  height: number
}

export type FreePart = AnyPart & FreeContent

export type IssuePart = ItemsPart | FreePart

export const freeKinds = ['text', 'picture', 'quote', 'button'] as const
export type FreeKind = (typeof freeKinds)[number]

/** The words of an item that are read: the editor’s own, else those that were gathered. */
export function wordsOf({ own, title, text }: IssueItem): ItemWords {
  return own?.words ?? { title, text }
}

/** Whether the record of an item says something else than when an editor worded it. */
export function isOvertaken({ own, title, text }: IssueItem): boolean {
  return own !== null && !isSame(own.from, { title, text })
}

/** The title over a part of items. */
export function titleOf({ ownTitle, title }: ItemsPart): LocalizedText {
  return ownTitle ?? title
}

/** What its readers get of a letter: nothing hidden, nothing taken out, no heading over nothing. */
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

/** The parts that a stored letter holds. */
export function partsOf(document: unknown): IssuePart[] {
  return Array.isArray(document) ? document.filter(isPart) : []
}

function isPart(value: unknown): value is IssuePart {
  return typeof value === 'object' && value !== null && 'kind' in value && 'id' in value
}
