import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'

/** Forgets who imported and decided, and somebody’s name in the reasons; the texts of others that name somebody are theirs. */
export async function eraseFromImports(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const { personId } = subject
  if (personId !== null) {
    await database
      .updateTable('imports_text')
      .set({ made_by: null })
      .where('made_by', '=', personId)
      .execute()
    await database
      .updateTable('imports_text')
      .set({ taken_back_by: null })
      .where('taken_back_by', '=', personId)
      .execute()
    // What they asked for in the background is not gone on with in nobody’s name.
    await database
      .updateTable('imports_text')
      .set({ accepting_by: null, accepting_since: null })
      .where('accepting_by', '=', personId)
      .execute()
    await database
      .updateTable('imports_text_fact')
      .set({ decided_by: null })
      .where('decided_by', '=', personId)
      .execute()
  }
  const columns = { keys: ['fact_id'], texts: ['reason', 'value'] } as const
  for (const { keys, changes } of await listNamingRows(context, 'imports_text_fact', columns, subject))
    await database.updateTable('imports_text_fact').set(changes).where('fact_id', '=', keys.fact_id).execute()
}
