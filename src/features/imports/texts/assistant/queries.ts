import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'

/** The signatures of the facts of a text. */
export async function listSignatures({ database }: Context, textId: string): Promise<Set<string>> {
  const rows = await database
    .selectFrom('imports_text_fact')
    .select('signature')
    .where('text_id', '=', textId)
    .execute()
  return new Set(rows.map(({ signature }) => signature))
}

/** The place of the last fact of a text; -1 if it has none. */
export async function findLastPosition({ database }: Context, textId: string): Promise<number> {
  const row = await database
    .selectFrom('imports_text_fact')
    .select(sql<number>`coalesce(max(position), -1)`.as('last'))
    .where('text_id', '=', textId)
    .executeTakeFirst()
  return row?.last ?? -1
}
