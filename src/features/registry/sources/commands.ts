import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { Passage } from '../locators.ts'
import { mayWriteRegistry, mayWriteTogether } from '../policy.ts'

export interface NewSource {
  /** Its id if something names it already. */
  id?: string
  slug: string
  kind: string
  title: LocalizedText
  note?: LocalizedText
  language: string
  publisher: string
  /** EDTF, or null if it has no date. */
  published?: string | null
  url?: string | null
  /** The source that this one retells in other words. */
  retellsId?: string | null
  knownOn: string
}

/** Adds a table as a source, for many rows to rest on; its rows follow by `appendPassages`. */
export async function addTableSource(
  context: Context,
  networkId: string,
  source: NewSource,
): Promise<string> {
  authorize(mayWriteTogether(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const sourceId = await insertSource(inside, networkId, source)
    await recordActivity(inside, { networkId, verb: 'added', subjectKind: 'source', subjectId: sourceId })
    return sourceId
  })
}

/** Adds passages to the text of a source, each at its own number. */
export async function appendPassages(
  context: Context,
  sourceId: string,
  passages: readonly Pick<Passage, 'heading' | 'paragraph' | 'text'>[],
): Promise<void> {
  await sql`
    insert into registry_passage (source_id, position, heading, paragraph, text)
    select ${sourceId}, paragraph, heading, paragraph, text
    from jsonb_to_recordset(${JSON.stringify(passages)}::jsonb) as row (heading text[], paragraph integer, text text)
    on conflict (source_id, position) do nothing
  `.execute(context.database)
}

/** Adds a source of facts; returns its id. Its text may be loaded later, or never. */
export async function addSource(context: Context, networkId: string, source: NewSource): Promise<string> {
  authorize(mayWriteRegistry(context.actor))
  return inTransaction(context, async (inside) => {
    const sourceId = await insertSource(inside, networkId, source)
    await recordActivity(inside, { networkId, verb: 'added', subjectKind: 'source', subjectId: sourceId })
    return sourceId
  })
}

/** Writes a source as part of another command, which authorises and records; returns its id. */
export async function insertSource(context: Context, networkId: string, source: NewSource): Promise<string> {
  const sourceId = source.id ?? newId()
  const now = context.clock.now().toString()
  await context.database
    .insertInto('registry_source')
    .values({
      source_id: sourceId,
      network_id: networkId,
      slug: source.slug,
      kind: source.kind,
      title: JSON.stringify(source.title),
      note: JSON.stringify(source.note ?? {}),
      language: source.language,
      publisher: source.publisher,
      published: source.published ?? null,
      url: source.url ?? null,
      retells_id: source.retellsId ?? null,
      known_on: source.knownOn,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return sourceId
}

/** Loads or reloads the text of a source, so that evidence opens on its passages. */
export async function loadSourceText(
  context: Context,
  networkId: string,
  sourceId: string,
  passages: Passage[],
): Promise<void> {
  authorize(mayWriteRegistry(context.actor))
  await inTransaction(context, async (inside) => {
    await replacePassages(inside, sourceId, passages)
    await recordActivity(inside, { networkId, verb: 'loaded', subjectKind: 'source', subjectId: sourceId })
  })
}

/** Writes the passages of a source as part of another command. */
export async function replacePassages(
  context: Context,
  sourceId: string,
  passages: Passage[],
): Promise<void> {
  await context.database.deleteFrom('registry_passage').where('source_id', '=', sourceId).execute()
  const rows = passages.map((passage, position) => ({
    ...passage,
    position,
    heading_id: passage.headingId,
  }))
  await sql`
    insert into registry_passage (source_id, position, heading, heading_id, paragraph, text)
    select ${sourceId}, position, heading, heading_id, paragraph, text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (position integer, heading text[], heading_id text, paragraph integer, text text)
  `.execute(context.database)
}
