import type { Context } from '../../../platform/context/context.ts'

/** Of some sources those that somebody declared here; the minutes of others are theirs, and public. */
export async function listDeclarations({ database }: Context, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await database
    .selectFrom('registry_source')
    .select('source_id')
    .where('source_id', 'in', ids)
    .where('kind', '=', 'declaration')
    .execute()
  return new Set(rows.map((row) => row.source_id))
}
