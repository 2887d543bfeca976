import { anonymous } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey, Translate } from '../../../../platform/i18n/translate.ts'
import type { LetterGround, LetterSource } from '../../../../platform/letters/letter-source.ts'
import type { Network } from '../../../networks/index.ts'
import type { GatheredPart } from './merge-gathered.ts'
import { tellOnce } from './tell-once.ts'

/** What letters are gathered with. */
export interface Gatherer {
  translate(language: InterfaceLanguage): Translate
  letterSources: readonly LetterSource[]
}

/** What every source has to tell since then, as anybody may read it, each thing once. */
export async function gather(
  gatherer: Gatherer,
  context: Context,
  network: Network,
  since: Temporal.Instant | null,
): Promise<GatheredPart[]> {
  const ground: LetterGround = {
    context: { ...context, actor: anonymous },
    network,
    translate: (language) => gatherer.translate(language),
    since,
  }
  const parts: GatheredPart[] = []
  for (const source of gatherer.letterSources) {
    const items = await source.gather(ground)
    const left = (await source.leftOut?.(ground, items)) ?? []
    parts.push({
      source: source.key,
      title: wordsOfInterface(gatherer, network, source.title),
      items,
      left,
    })
  }
  return tellOnce(parts)
}

/** Words of the interface as a text of the letter: they stay as they are when a later release words them otherwise. */
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
