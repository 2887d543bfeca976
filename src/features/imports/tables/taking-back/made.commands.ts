import type { Context } from '../../../../platform/context/context.ts'

/** Deletes the notes that an import added some records, which are gone. */
export async function forgetMade(
  { database }: Context,
  importId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await database
    .deleteFrom('imports_made')
    .where('import_id', '=', importId)
    .where('subject_id', 'in', [...ids])
    .execute()
}
