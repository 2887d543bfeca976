import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { listNamingRows, removeNames } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { fold } from '../../../platform/search/index.ts'
import { eraseFromCalendars } from '../calendars/personal-data.commands.ts'
import { eraseFromTables } from '../tables/personal-data.commands.ts'
import { changesWithoutNames } from './changes-without-names.ts'

/** Forgets who imported and decided, and somebody’s name in what was made of it; the texts of others that name somebody are theirs. */
export async function eraseFromImports(context: Context, subject: DataSubject): Promise<void> {
  await eraseFromTexts(context, subject)
  await eraseFromTables(context, subject)
  await eraseFromCalendars(context, subject)
}

async function eraseFromTexts(context: Context, subject: DataSubject): Promise<void> {
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
  const columns = { keys: ['fact_id'], texts: ['reason', 'value', 'signature'] } as const
  // Signatures are folded.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  await removeNames(context, 'imports_text_fact', columns, folded)
  const written = { keys: ['fact_id'], texts: ['written'] } as const
  for (const { keys } of await listNamingRows(context, 'imports_text_fact', written, subject)) {
    const { rows } = await sql<{ changes: unknown }>`
      select written -> 'changes' as changes from imports_text_fact where fact_id = ${keys.fact_id}
    `.execute(database)
    const changes = changesWithoutNames(rows[0]?.changes ?? [], subject)
    await sql`
      update imports_text_fact set written = jsonb_set(written, '{changes}', ${JSON.stringify(changes)}::jsonb)
      where fact_id = ${keys.fact_id}
    `.execute(database)
  }
}
