import { anonymous } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../../../platform/i18n/translate.ts'
import type { LetterContext, LetterItem, LetterSource } from '../../../platform/letters/letter-source.ts'
import type { Network } from '../../networks/index.ts'
import type { GatheredItem, GatheredPart } from './merge-gathered.ts'

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
