import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { fold, grams } from '../../../platform/search/index.ts'
import type { RecordTexts } from '../../../platform/translation/text-owner.ts'
import { alignText, bandsOf } from './align.ts'

/** Replaces what the memory learnt from some records. Called with the index, in its transaction. */
export async function rememberTexts(
  context: Context,
  networkId: string,
  records: RecordTexts[],
): Promise<void> {
  const kinds = [...new Set(records.map(({ recordKind }) => recordKind))]
  const ids = records.map(({ recordId }) => recordId)
  await sql`
    delete from translations_memory
    where network_id = ${networkId} and record_kind = any(${kinds}::text[]) and record_id = any(${ids}::uuid[])
  `.execute(context.database)
  const rows = records.flatMap(({ recordKind, recordId, texts }) =>
    texts.flatMap(({ text, knownOn }) =>
      alignText(text).map(({ from, to, source, target }) => ({
        memory_id: newId(),
        record_kind: recordKind,
        record_id: recordId,
        from_language: from,
        to_language: to,
        source,
        target,
        bands: bandsOf(grams(fold(source))),
        known_on: knownOn,
      })),
    ),
  )
  if (rows.length === 0) return
  await sql`
    insert into translations_memory (
      memory_id, network_id, record_kind, record_id, from_language, to_language, source, target, bands, known_on
    )
    select memory_id, ${networkId}, record_kind, record_id, from_language, to_language, source, target, bands, known_on
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      memory_id uuid, record_kind text, record_id uuid, from_language text, to_language text, source text, target text,
      bands integer[], known_on date
    )
  `.execute(context.database)
}
