import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { eraseFrom } from '../../../platform/personal-data/erase-from.ts'
import { listNamingRows } from '../../../platform/personal-data/naming-rows.ts'
import type { DataSubject } from '../../../platform/personal-data/personal-data.ts'
import { withoutNames } from '../../../platform/personal-data/without-names.ts'
import { fold } from '../../../platform/search/index.ts'
import { changesWithoutNames } from '../personal-data/changes-without-names.ts'

/** Replaces the importer of a table after erasure: an actor without permission to see anything. */
export const forgottenImporter = 'unknown'

/** Erases who imported tables, and a person’s name from what is kept of them. */
export async function eraseFromTables(context: Context, subject: DataSubject): Promise<void> {
  await eraseImporter(context, subject)
  await eraseFromImportedTables(context, subject)
  await eraseFromAmended(context, subject)
}

// A list of people is imported soon or not at all: until it becomes contacts nobody is responsible for it.
const waitingDays = 30

/** Every night: deletes lists of people that were not imported, with their files. Returns how many. */
export async function forgetWaitingLists({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<number> {
  const before = clock.now().subtract({ hours: waitingDays * 24 })
  const { numDeletedRows } = await database
    .deleteFrom('imports_table')
    .where('kind', '=', 'contacts')
    .where('imported_at', 'is', null)
    .where('waits_for', 'is', null)
    .where('made_at', '<', sql<Date>`${before.toString()}`)
    .where(sql<boolean>`not exists (select from imports_made m where m.import_id = imports_table.import_id)`)
    .where(
      sql<boolean>`not exists (select from imports_amended a where a.import_id = imports_table.import_id)`,
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}

async function eraseImporter(context: Context, subject: DataSubject): Promise<void> {
  if (subject.personId === null) return
  // Work that the person requested does not continue without an owner.
  await context.database
    .updateTable('imports_table')
    .set({ cancelled_at: context.clock.now().toString() })
    .where('made_by', '=', `person:${subject.personId}`)
    .where('waits_for', 'in', ['check', 'import'])
    .execute()
  await eraseFrom(context, subject, [{ table: 'imports_table', people: { made_by: forgottenImporter } }])
}

const texts = ['file_name', 'sheet', 'titles', 'preview', 'report'] as const

/** The file of a list of people that was not imported may name the person too: it goes, and with it what was made of it. */
async function eraseFromImportedTables(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const columns = { keys: ['import_id'], texts: [...texts, 'answers'] } as const
  // Spellings are kept in folded form.
  const folded = { ...subject, names: [...subject.names, ...subject.names.map(fold)] }
  for (const { keys, changes } of await listNamingRows(context, 'imports_table', columns, folded)) {
    const { answers } = await database
      .selectFrom('imports_table')
      .select('answers')
      .where('import_id', '=', keys.import_id)
      .executeTakeFirstOrThrow()
    const others = Object.entries(answers).filter(([key]) => withoutNames(key, folded) === key)
    await database
      .updateTable('imports_table')
      .set({ ...changes, answers: JSON.stringify(Object.fromEntries(others)) })
      .where('import_id', '=', keys.import_id)
      .execute()
    await database
      .updateTable('imports_table')
      .set({ file_id: null, preview: '[]', report: null, waits_for: null, trouble: 'storage' })
      .where('import_id', '=', keys.import_id)
      .where('kind', '=', 'contacts')
      .where('imported_at', 'is', null)
      .execute()
  }
}

// Former and new values: both are in records too, where they are erased as well.
async function eraseFromAmended(context: Context, subject: DataSubject): Promise<void> {
  const { database } = context
  const columns = {
    keys: ['import_id', 'subject_kind', 'subject_id', 'row_number'],
    texts: ['changes'],
  } as const
  for (const { keys } of await listNamingRows(context, 'imports_amended', columns, subject)) {
    const own = sql<boolean>`import_id = ${keys.import_id} and subject_kind = ${keys.subject_kind}
      and subject_id = ${keys.subject_id} and row_number = ${Number(keys.row_number)}`
    const { changes } = await database
      .selectFrom('imports_amended')
      .select('changes')
      .where(own)
      .executeTakeFirstOrThrow()
    await database
      .updateTable('imports_amended')
      .set({ changes: JSON.stringify(changesWithoutNames(changes, subject)) })
      .where(own)
      .execute()
  }
}
