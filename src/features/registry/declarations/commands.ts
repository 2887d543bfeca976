import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import type { LocalizedName, LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { type Locator, makeLocator } from '../locators.ts'
import { insertSource, replacePassages } from '../sources/commands.ts'
import { passageOf } from '../sources/quotation.ts'

export interface NewDeclaration {
  /** What was written as the reason or the source. */
  words: string
  /** The language it was written in. */
  language: string
  /** For whom somebody spoke, by name in each language. */
  declaredBy: LocalizedName
  knownOn: string
}

/** Makes a source of what somebody declares; answers it with the place of its words. Called inside a transaction. */
export async function writeDeclaration(
  context: Context,
  networkId: string,
  { words, language, declaredBy, knownOn }: NewDeclaration,
): Promise<{ sourceId: string; locator: Locator }> {
  const id = newId()
  const passage = passageOf(words, language)
  const sourceId = await insertSource(context, networkId, {
    slug: `declaration-${id}`,
    kind: 'declaration',
    title: titleOf(declaredBy),
    language,
    publisher: declaredBy[language] ?? Object.values(declaredBy)[0] ?? '',
    published: knownOn,
    knownOn,
  })
  await replacePassages(context, sourceId, [passage])
  return { sourceId, locator: makeLocator(passage, 0, passage.text.length) }
}

// A name, and nothing to translate: what kind of source it is, its page says in the reader's language.
function titleOf(declaredBy: LocalizedName): LocalizedText {
  return Object.fromEntries(
    Object.entries(declaredBy).map(([language, text]) => [language, { text, state: 'original' as const }]),
  )
}
