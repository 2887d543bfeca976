import { anonymous } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'
import type {
  LeftOut,
  LetterContext,
  LetterItem,
  LetterSource,
} from '../../../platform/letters/letter-source.ts'
import type { Network } from '../../networks/index.ts'
import { freeTextOf } from './editing/schema.ts'
import {
  type Gathering,
  type Issue,
  type IssueItem,
  type IssuePart,
  type ItemsPart,
  isLeftOut,
  isSame,
  wordsOf,
} from './issue.ts'

/** What gathering a letter needs. */
export interface Gatherer {
  translate(language: InterfaceLanguage): Translate
  letterSources: readonly LetterSource[]
}

/** What every source has to tell since an instant, as the public may read it, each thing once. */
export async function gather(
  gatherer: Gatherer,
  context: Context,
  network: Network,
  since: Temporal.Instant | null,
): Promise<GatheredPart[]> {
  const letterContext: LetterContext = {
    context: { ...context, actor: anonymous },
    network,
    translate: (language) => gatherer.translate(language),
    since,
  }
  const parts: GatheredPart[] = []
  for (const source of gatherer.letterSources) {
    const items = await source.gather(letterContext)
    const left = (await source.leftOut?.(letterContext, items)) ?? []
    parts.push({
      source: source.key,
      title: wordsOfInterface(gatherer, network, source.title),
      items,
      left,
    })
  }
  return tellOnce(parts)
}

/** Words of the interface as a text of the letter. They stay the same when a later release changes them. */
export function wordsOfInterface(
  { translate }: Pick<Gatherer, 'translate'>,
  network: Pick<Network, 'languages'>,
  key: PlainMessageKey,
): LocalizedText {
  const first = network.languages[0]
  return Object.fromEntries(
    interfaceLanguages.map((language) => [
      language,
      { text: translate(language)(key), state: language === first ? 'original' : 'reviewed' },
    ]),
  )
}

/**
 * Ensures that each thing is told once. An item names the keys that it `tells`; the others are marked with `toldBy`, and it takes over what
 * it lacks: a text, themes, organisations. Of two items that name each other, the longer one tells.
 */
function tellOnce(parts: readonly GatheredPart[]): GatheredPart[] {
  const items = parts.flatMap((part) => part.items)
  const tellers = tellersOf(items)
  if (tellers.size === 0) return [...parts]
  const told = (key: string) => items.filter((item) => tellers.get(item.key) === key)
  return parts.map((part) => ({ ...part, items: part.items.map((item) => withTold(item, tellers, told)) }))
}

/** Maps the key of each item that another one tells to the key of that other item. */
function tellersOf(items: readonly LetterItem[]): Map<string, string> {
  const known = new Map(items.map((item) => [item.key, item]))
  const tellers = new Map<string, string>()
  for (const item of items)
    for (const key of item.tells ?? []) {
      const other = known.get(key)
      if (!other || tellers.has(key) || rootOf(item.key, tellers) === key) continue
      if (other.tells?.includes(item.key) && lengthOf(other) > lengthOf(item)) continue
      tellers.set(key, item.key)
    }
  return new Map([...tellers.keys()].map((key) => [key, rootOf(key, tellers)]))
}

// Follows the chain: an item that is told elsewhere itself tells nothing.
function rootOf(key: string, tellers: ReadonlyMap<string, string>): string {
  const teller = tellers.get(key)
  return teller === undefined ? key : rootOf(teller, tellers)
}

function withTold(
  item: GatheredItem,
  tellers: ReadonlyMap<string, string>,
  told: (key: string) => GatheredItem[],
): GatheredItem {
  const toldBy = tellers.get(item.key)
  if (toldBy !== undefined) return { ...item, toldBy }
  const others = told(item.key)
  const text = [item, ...others].map((each) => each.text).find((each) => Object.keys(each).length > 0)
  return {
    ...item,
    text: text ?? {},
    themes: united([item, ...others].map(({ themes }) => themes)),
    organisationIds: united([item, ...others].map(({ organisationIds }) => organisationIds)),
  }
}

const united = (lists: string[][]) => [...new Set(lists.flat())]

function lengthOf({ text, facts }: LetterItem): number {
  const words = [...Object.values(text).map((passage) => passage.text), ...Object.values(facts).flat()]
  return words.join('').length
}

interface GatheredItem extends LetterItem {
  /** Key of the item that tells the same and more. */
  toldBy?: string
  /** Number of the last letter, if it told the same. */
  stoodIn?: number
}

/** What one source has to tell now. */
interface GatheredPart {
  source: string
  title: LocalizedText
  items: GatheredItem[]
  left: LeftOut[]
}

/**
 * Merges newly gathered parts into a letter. What editors hid, worded, ordered or added stays. Items no longer gathered are dropped, but
 * editors’ words for them are kept as a removed text. New items take their gathered place, or the end of a part that an editor reordered.
 * Items that stood in the `last` letter and have not changed since are left out until an editor adds them. Returns the parts and a summary of the changes.
 */
export function mergeGathered(
  before: readonly IssuePart[],
  gathered: readonly GatheredPart[],
  last: Pick<Issue, 'number' | 'parts'> | null,
): { parts: IssuePart[]; gathering: Gathering } {
  const stood = itemsIn(last?.parts ?? [])
  const marked = gathered.map((part) => ({
    ...part,
    items: part.items.map((item) =>
      withStanding(item, stood.get(`${part.source} ${item.key}`), last?.number),
    ),
  }))
  const isKnown = new Map(marked.map((part) => [part.source, part]))
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
  const added = marked.filter(({ source }) => !sources.has(source)).map(asNewPart)
  const end = kept.findLastIndex(({ kind }) => kind === 'items') + 1
  const parts = [...kept.slice(0, end), ...added, ...kept.slice(end)]
  const had = itemsIn(before)
  const has = itemsIn(parts)
  const left = wordsLeft(had, has)
  return { parts: [...parts, ...left], gathering: { ...compare(had, has), kept: left.length } }
}

// The record of an item is told by its words and facts: where these are what the last letter told, it has not changed.
function withStanding(item: GatheredItem, before: IssueItem | undefined, number: number | null = null) {
  if (before === undefined || number === null || item.toldBy !== undefined) return item
  const told = ({ title, text, facts, credit, path }: LetterItem) => ({ title, text, facts, credit, path })
  return isSame(told(item), told(before)) ? { ...item, stoodIn: number } : item
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
  return now.map((item) => {
    const was = known.get(item.key)
    return { ...item, isHidden: isHiddenNow(was, item), own: was?.own ?? null }
  })
}

// An item that another one begins to tell, or that stood in the last letter, is hidden once; an editor may show it all the same. It is shown
// again when that is over.
function isHiddenNow(was: IssueItem | undefined, { toldBy, stoodIn }: GatheredItem): boolean {
  if (toldBy !== undefined) return was?.toldBy === undefined || was.isHidden
  if (stoodIn !== undefined) return was?.stoodIn === undefined || was.isHidden
  return was?.isHidden === true && was.toldBy === undefined && was.stoodIn === undefined
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
    came: titles(after, (key, item) => !before.has(key) && !isLeftOut(item)),
    went: titles(before, (key) => !after.has(key)),
  }
}
