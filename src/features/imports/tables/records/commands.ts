import { type RawBuilder, sql } from 'kysely'
import { recordActivity } from '../../../../platform/activity/activity.ts'
import { describeActor } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../../platform/refusal.ts'
import { mayImport } from '../../policy.ts'
import type { Mapping } from '../fields.ts'
import { missingFields, type UnderstoodTable } from '../table-input.ts'
import type { TableImport } from './queries.ts'

export interface NewTableImport {
  fileId: string
  fileName: string
  sheet: string | null
  language: string
  understood: UnderstoodTable
  mapping: Mapping
  answers: Record<string, string>
  leaveOut: boolean
}

/** Begins an import of a kept file. Returns its id. A worker checks it as soon as every needed column is known. */
export async function addImport(context: Context, networkId: string, table: NewTableImport): Promise<string> {
  authorize(mayImport(context.actor, networkId))
  return inTransaction(context, async (inside) => {
    const importId = newId()
    const { understood, mapping } = table
    await inside.database
      .insertInto('imports_table')
      .values({
        import_id: importId,
        network_id: networkId,
        file_id: table.fileId,
        file_name: table.fileName,
        ...mappingColumns(mapping),
        sheet: table.sheet,
        answers: JSON.stringify(table.answers),
        leave_out: table.leaveOut,
        language: table.language,
        about: JSON.stringify(understood.about),
        titles: JSON.stringify(understood.columns.map(({ title }) => title)),
        preview: previewOf(understood.rows),
        fingerprint: understood.fingerprint,
        made_by: describeActor(inside.actor),
        made_at: inside.clock.now().toString(),
        waits_for: missingFields(mapping).length === 0 ? 'check' : null,
      })
      .execute()
    await recordActivity(inside, { networkId, verb: 'began', subjectKind: 'import', subjectId: importId })
    return importId
  })
}

/** Sets what the columns hold. The table is checked again, and files of its shape are read this way from now on. */
export async function changeMapping(context: Context, table: TableImport, mapping: Mapping): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  await inTransaction(context, async (inside) => {
    await change(inside, table, {
      ...mappingColumns(mapping),
      waits_for: missingFields(mapping).length === 0 ? 'check' : null,
    })
    const values = { ...mappingColumns(mapping), used_at: inside.clock.now().toString() }
    await inside.database
      .insertInto('imports_mapping')
      .values({ network_id: table.networkId, fingerprint: table.fingerprint, ...values })
      .onConflict((conflict) => conflict.columns(['network_id', 'fingerprint']).doUpdateSet(values))
      .execute()
  })
}

/** Reads another sheet of a workbook from now on: its columns differ. */
export async function changeSheet(
  context: Context,
  table: TableImport,
  sheet: string,
  understood: UnderstoodTable,
): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  const { mapping, columns, rows, about, fingerprint } = understood
  await change(context, table, {
    ...mappingColumns(mapping),
    waits_for: missingFields(mapping).length === 0 ? 'check' : null,
    sheet,
    about: JSON.stringify(about),
    titles: JSON.stringify(columns.map(({ title }) => title)),
    preview: previewOf(rows),
    fingerprint,
  })
}

/** Adds answers to the earlier ones, or removes some; the table is checked again. */
export async function answerQuestions(
  context: Context,
  table: TableImport,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  const given = Object.entries(answers)
  const removed = given.flatMap(([key, answer]) => (answer === '' ? key : []))
  await change(context, table, {
    // To those of the row: a colleague may have answered since the page was loaded.
    answers: sql<string>`(answers || ${JSON.stringify(answers)}::jsonb) - ${removed}::text[]`,
    waits_for: 'check',
  })
}

/** Requests the import of a checked table. */
export async function askForImport(context: Context, table: TableImport, leaveOut: boolean): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  const { numUpdatedRows } = await context.database
    .updateTable('imports_table')
    .set({
      waits_for: 'import',
      leave_out: leaveOut,
      claimed_at: null,
      rows_done: 0,
      trouble: null,
      cancelled_at: null,
    })
    .where('import_id', '=', table.id)
    .where('waits_for', 'is', null)
    .where('imported_at', 'is', null)
    .where('report', 'is not', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken')
}

/** Requests that what an import added is taken back; what people changed since stays, unless they request otherwise. */
export async function askForReturn(
  context: Context,
  table: TableImport,
  keepsChanged: boolean,
): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  const { numUpdatedRows } = await context.database
    .updateTable('imports_table')
    .set({ waits_for: 'return', keeps_changed: keepsChanged, claimed_at: null, rows_done: 0 })
    .where('import_id', '=', table.id)
    .where('waits_for', 'is', null)
    .where('imported_at', 'is not', null)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Refusal('taken')
}

/** Stops a worker's work on an import: what it has added so far is removed again. */
export async function cancelWork(context: Context, table: TableImport): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  await context.database
    .updateTable('imports_table')
    .set({ cancelled_at: context.clock.now().toString() })
    .where('import_id', '=', table.id)
    .where('waits_for', 'in', ['check', 'import'])
    .execute()
}

async function change(
  context: Context,
  table: TableImport,
  values: Partial<ReturnType<typeof mappingColumns>> & {
    waits_for: string | null
    answers?: RawBuilder<string>
    sheet?: string
    about?: string
    titles?: string
    preview?: string
    fingerprint?: string
  },
): Promise<void> {
  const { numUpdatedRows } = await context.database
    .updateTable('imports_table')
    .set({ ...values, report: null, claimed_at: null, rows_done: 0, trouble: null, cancelled_at: null })
    .where('import_id', '=', table.id)
    .where('imported_at', 'is', null)
    .where((where) => where.or([where('waits_for', 'is', null), where('waits_for', '=', 'check')]))
    .executeTakeFirst()
  // It is being imported, or was: its rows are settled.
  if (numUpdatedRows !== 1n) throw new Refusal('taken')
}

function previewOf(rows: UnderstoodTable['rows']): string {
  return JSON.stringify(rows.map(({ cells }) => cells.map((cell) => cell.slice(0, 80))))
}

function mappingColumns({ kind, headerRow, columns, defaults }: Mapping) {
  return {
    kind,
    header_row: headerRow,
    columns: JSON.stringify(columns),
    defaults: JSON.stringify(defaults),
  }
}

/** Deletes an import that has added nothing, or nothing any more; its file goes when no other import uses it. */
export async function removeImport(context: Context, table: TableImport): Promise<void> {
  authorize(mayImport(context.actor, table.networkId))
  const { numDeletedRows } = await context.database
    .deleteFrom('imports_table')
    .where('import_id', '=', table.id)
    .where('waits_for', 'is', null)
    .where(sql<boolean>`not exists (select from imports_made m where m.import_id = imports_table.import_id)`)
    .where(
      sql<boolean>`not exists (select from imports_amended a where a.import_id = imports_table.import_id)`,
    )
    .where('source_id', 'is', null)
    .executeTakeFirst()
  if (numDeletedRows !== 1n) throw new Refusal('taken')
}
