import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { LeftOut, LetterItem } from '../../../platform/letters/letter-source.ts'
import { freeTextOf } from './editing/free-text.ts'
import type { Gathering } from './issue.ts'
import { type IssueItem, type IssuePart, type ItemsPart, wordsOf } from './part.ts'

export interface GatheredItem extends LetterItem {
  /** Key of the item that tells the same and more. */
  toldBy?: string
}

/** What one source has to tell now. */
export interface GatheredPart {
  source: string
  title: LocalizedText
  items: GatheredItem[]
  left: LeftOut[]
}

/**
 * Merges newly gathered parts into a letter. What editors hid, worded, ordered or added stays. Items no longer gathered are dropped, but
 * editors’ words for them are kept as a removed text. New items take their gathered place, or the end of a part that an editor reordered.
 * Returns the parts and a summary of the changes.
 */
export function mergeGathered(
  before: readonly IssuePart[],
  gathered: readonly GatheredPart[],
): { parts: IssuePart[]; gathering: Gathering } {
  const isKnown = new Map(gathered.map((part) => [part.source, part]))
  const kept = before.flatMap((part): IssuePart[] => {
    if (part.kind !== 'items') return [part]
    const now = isKnown.get(part.source)
    if (!now) return []
    const { title, left } = now
    const items = mergeItems(part.items, now.items)
    if (!part.gatheredOrder) return [{ ...part, title, left, items }]
    const gatheredOrder = items.map(({ key }) => key)
    return [{ ...part, title, left, gatheredOrder, items: inOrderOf(part.items, items) }]
  })
  const sources = new Set(before.map((part) => (part.kind === 'items' ? part.source : '')))
  const added = gathered.filter(({ source }) => !sources.has(source)).map(asNewPart)
  const end = kept.findLastIndex(({ kind }) => kind === 'items') + 1
  const parts = [...kept.slice(0, end), ...added, ...kept.slice(end)]
  const had = itemsIn(before)
  const has = itemsIn(parts)
  const left = wordsLeft(had, has)
  return { parts: [...parts, ...left], gathering: { ...compare(had, has), kept: left.length } }
}

// Editors’ words for items that are no longer gathered: an editor can restore them as a text.
function wordsLeft(before: Map<string, IssueItem>, after: Map<string, IssueItem>): IssuePart[] {
  return [...before].flatMap(([key, { own }]) =>
    own === null || after.has(key)
      ? []
      : [{ id: newId(), isHidden: false, isRemoved: true, ...freeTextOf(own.words) }],
  )
}

function mergeItems(before: readonly IssueItem[], now: readonly GatheredItem[]): IssueItem[] {
  const known = new Map(before.map((item) => [item.key, item]))
  return now.map(({ toldBy, ...item }) => {
    const was = known.get(item.key)
    const told = toldBy === undefined ? {} : { toldBy }
    return { ...item, ...told, isHidden: isHiddenNow(was, toldBy), own: was?.own ?? null }
  })
}

// An item that another one begins to tell is hidden once; an editor may show it all the same. It is shown again when no other item tells
// it.
function isHiddenNow(was: IssueItem | undefined, toldBy: string | undefined): boolean {
  if (toldBy !== undefined) return was?.toldBy === undefined || was.isHidden
  return was?.isHidden === true && was.toldBy === undefined
}

// New items come at the end.
function inOrderOf(before: readonly IssueItem[], items: readonly IssueItem[]): IssueItem[] {
  const places = new Map(before.map(({ key }, place) => [key, place]))
  const placeOf = ({ key }: IssueItem) => places.get(key) ?? before.length
  return items.toSorted((one, other) => placeOf(one) - placeOf(other))
}

function asNewPart({ source, title, items, left }: GatheredPart): ItemsPart {
  return {
    id: newId(),
    kind: 'items',
    isHidden: false,
    isRemoved: false,
    source,
    title,
    ownTitle: null,
    items: mergeItems([], items),
    left,
  }
}

function itemsIn(parts: readonly IssuePart[]): Map<string, IssueItem> {
  const items = parts.flatMap((part) =>
    part.kind === 'items'
      ? part.items.map((item): [string, IssueItem] => [`${part.source} ${item.key}`, item])
      : [],
  )
  return new Map(items)
}

function compare(before: Map<string, IssueItem>, after: Map<string, IssueItem>): Omit<Gathering, 'kept'> {
  const titles = (items: Map<string, IssueItem>, isMeant: (key: string, item: IssueItem) => boolean) =>
    [...items].filter(([key, item]) => isMeant(key, item)).map(([, item]) => wordsOf(item).title)
  return {
    came: titles(after, (key) => !before.has(key)),
    went: titles(before, (key) => !after.has(key)),
  }
}
