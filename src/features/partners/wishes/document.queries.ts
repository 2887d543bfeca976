import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { selectDocument } from '../../../platform/records/fields/columns.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import { wishFields } from './fields.ts'

/** Some wishes with everything that makes them up, as known on the context's day; the shape is `wishDocument`. */
export async function listWishDocuments(
  context: Context,
  networkId: string,
  wishIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  if (wishIds.length === 0) return new Map()
  // The column keeps its earlier visibility until it is published again.
  const visibility = sql`case when w.published_at is null then 'withdrawn' else w.visibility end`
  const { rows } = await sql<{ id: string; document: RecordDocument }>`
    select w.wish_id as id, ${selectDocument(wishFields, 'w', { visibility })} as document
    from partners_wish w
    where w.network_id = ${networkId} and w.wish_id = any(${[...wishIds]}::uuid[]) and w.known_on <= ${context.today}
  `.execute(context.database)
  return new Map(rows.map(({ id, document }) => [id, document]))
}
