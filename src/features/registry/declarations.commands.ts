import type { Context } from '../../platform/context/context.ts'
import { newId } from '../../platform/context/identifier.ts'
import type { LocalizedName, LocalizedText } from '../../platform/i18n/localized-text.ts'
import type { RecordNetwork } from '../../platform/records/record-head.ts'
import type { RecordWriting } from '../../platform/records/record-kind.ts'
import { listOrganisationRefs } from '../directory/picking/index.ts'
import { findNetworkName } from './cooperations/record/queries.ts'
import { type NewEvidence, writeEvidence } from './evidence/commands.ts'
import { type Locator, makeLocator } from './locators.ts'
import { insertSource, replacePassages } from './sources/commands.ts'
import { passageOf } from './sources/quotation.ts'

interface NewDeclaration {
  /** The reason or the source, as written. */
  words: string
  /** The language of the words. */
  language: string
  /** The organisation or function for which the person spoke, by name in each language. */
  declaredBy: LocalizedName
  knownOn: string
}

/** The words that declare a change, and the organisation for which the person speaks: null for the network itself. */
export type Declared = Pick<RecordWriting, 'reason' | 'language' | 'organisationId'>

export type Fact = Pick<NewEvidence, 'subjectKind' | 'subjectId' | 'field'>

/** Makes a source of the words of a change and lets each fact rest on it; does nothing without words. Called inside the command. */
export async function declareFacts(
  context: Context,
  network: Pick<RecordNetwork, 'id' | 'slug'>,
  facts: readonly Fact[],
  declared: Declared,
): Promise<void> {
  if (declared.reason === '' || facts.length === 0) return
  const { sourceId, locator, declaredBy } = await declareWords(context, network, declared)
  const rest = { sourceId, locator, stance: 'supports' as const, extractedBy: declaredBy }
  await writeEvidence(
    context,
    network.id,
    facts.map((fact) => ({ ...fact, ...rest, knownOn: context.today })),
  )
}

/** Makes a source of the words of a change; returns it, the place of the words in it, and the slug of the speaker. */
export async function declareWords(
  context: Context,
  network: Pick<RecordNetwork, 'id' | 'slug'>,
  { reason, language, organisationId }: Declared,
): Promise<{ sourceId: string; locator: Locator; declaredBy: string }> {
  const refs = await listOrganisationRefs(context, organisationId === null ? [] : [organisationId])
  const speaker = organisationId === null ? undefined : refs.get(organisationId)
  const declaration = await writeDeclaration(context, network.id, {
    words: reason,
    language,
    declaredBy: speaker?.name ?? (await findNetworkName(context, network.id)),
    knownOn: context.today,
  })
  return { ...declaration, declaredBy: speaker?.slug ?? network.slug }
}

async function writeDeclaration(
  context: Context,
  networkId: string,
  { words, language, declaredBy, knownOn }: NewDeclaration,
): Promise<{ sourceId: string; locator: Locator }> {
  const id = newId()
  const passage = passageOf(words, language)
  const sourceId = await insertSource(context, networkId, {
    slug: `declaration-${id}`,
    kind: 'declaration',
    title: titleOf(declaredBy, words),
    language,
    publisher: declaredBy[language] ?? Object.values(declaredBy)[0] ?? '',
    published: knownOn,
    knownOn,
  })
  await replacePassages(context, sourceId, [passage])
  return { sourceId, locator: makeLocator(passage, 0, passage.text.length) }
}

// A name and the words themselves, with nothing to translate: the source’s page gives its kind in the reader’s language.
function titleOf(declaredBy: LocalizedName, words: string): LocalizedText {
  const [line = ''] = words.split('\n')
  const quoted = line.length > longestTitle ? `${line.slice(0, longestTitle).trimEnd()}…` : line
  return Object.fromEntries(
    Object.entries(declaredBy).map(([language, name]) => [
      language,
      {
        text: `${name} – ${language === 'fr' ? `« ${quoted} »` : `“${quoted}”`}`,
        state: 'original' as const,
      },
    ]),
  )
}

const longestTitle = 80
