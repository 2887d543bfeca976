import type { Context } from '../../../../platform/context/context.ts'

/** Removes records that are gone from the list of what an import added. */
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
