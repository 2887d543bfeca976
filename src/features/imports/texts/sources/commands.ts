import type { Context } from '../../../../platform/context/context.ts'
import { takeFreeSlug } from '../../../../platform/database/free-slug.ts'
import { slugOf } from '../../../../platform/input/slug.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { removeUnusedSource } from '../../../registry/batches/index.ts'
import { insertSource, replacePassages } from '../../../registry/sources/index.ts'
import { mayImport } from '../../policy.ts'
import type { ImportedText } from '../queries.ts'
import type { SourceForm } from '../schema.ts'
import { listStoredPassages } from './queries.ts'

/**
 * The source of a text in the registry; it is published with the first of its facts. Called inside the transaction that accepts
 * them, under the lock of the text.
 */
export async function publishSource(context: Context, text: ImportedText): Promise<string> {
  if (text.sourceId !== null) return text.sourceId
  const { networkId } = text
  const language = text.language ?? 'fr'
  const slug = await takeFreeSlug(context, 'registry_source', {
    networkId,
    wished: slugOf(text.title, 'text'),
  })
  const sourceId = await insertSource(context, networkId, {
    slug,
    kind: text.kind,
    title: { [language]: { text: text.title, state: 'original' } },
    language,
    publisher: text.publisher,
    published: text.published,
    url: text.url,
    knownOn: context.today,
  })
  const passages = await listStoredPassages(context, text.id)
  await replacePassages(
    context,
    sourceId,
    passages.flatMap(({ heading, paragraph, text: words }) =>
      paragraph === null ? [] : [{ heading, headingId: null, paragraph, text: words, line: 0, language }],
    ),
  )
  await setSource(context, text.id, sourceId)
  return sourceId
}

/** Withdraws the source of a text once nothing rests on it any more. */
export async function withdrawSource(context: Context, text: ImportedText): Promise<void> {
  if (text.sourceId === null) return
  await setSource(context, text.id, null)
  const isGone = await removeUnusedSource(context, text.networkId, text.sourceId)
  if (!isGone) await setSource(context, text.id, text.sourceId)
}

async function setSource({ database }: Context, textId: string, sourceId: string | null): Promise<void> {
  await database
    .updateTable('imports_text')
    .set({ source_id: sourceId })
    .where('text_id', '=', textId)
    .execute()
}

/** Describes the source of a text: before it is published, which settles it. */
export async function describeSource(
  context: Context,
  { id, networkId }: Pick<ImportedText, 'id' | 'networkId'>,
  { title, language, kind, publisher, published, url }: SourceForm,
): Promise<void> {
  authorize(mayImport(context.actor, networkId))
  const { numUpdatedRows } = await context.database
    .updateTable('imports_text')
    .set({ title, language, kind, publisher, published: published?.edtf ?? null, url })
    .where('network_id', '=', networkId)
    .where('text_id', '=', id)
    .where('read_at', 'is not', null)
    .where('source_id', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('tooLate', 'The source is published')
}
