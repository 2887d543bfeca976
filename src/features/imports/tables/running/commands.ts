import { recordActivity } from '../../../../platform/activity/activity.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import { selectFree } from '../../../../platform/jobs/claims.ts'
import type { Network } from '../../../networks/index.ts'
import type { BatchSource } from '../../../registry/batches/index.ts'
import { addTableSource } from '../../../registry/sources/index.ts'
import { reindexTexts } from '../../../translations/index.ts'
import { recordKind } from '../../texts/decision-place.ts'
import { type TableReport, withoutWords } from '../checking/report-shape.ts'
import type { PlannedRow } from '../plan/planned-row.ts'
import type { TableImport } from '../records/queries.ts'
import { noteAmended } from '../undo/amended.commands.ts'
import { type RemovalServices, undoImport } from '../undo/commands.ts'
import { TableWriter } from './table-writer.ts'

/** Claims the work on an import for this process. Returns false when another one has it. */
export async function claim(context: Context, table: TableImport): Promise<boolean> {
  const now = context.clock.now()
  const { numUpdatedRows } = await context.database
    .updateTable('imports_table')
    .set({ claimed_at: now.toString() })
    .where('import_id', '=', table.id)
    .where('waits_for', '=', table.waitsFor ?? '')
    .where(selectFree(now))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Records the progress of the work, and that it goes on. */
export async function tell(context: Context, { id }: TableImport, rows: number): Promise<void> {
  await context.database
    .updateTable('imports_table')
    .set({ rows_done: rows, claimed_at: context.clock.now().toString() })
    .where('import_id', '=', id)
    .execute()
}

export async function isCancelled(context: Context, { id }: TableImport): Promise<boolean> {
  const row = await context.database
    .selectFrom('imports_table')
    .select('cancelled_at')
    .where('import_id', '=', id)
    .executeTakeFirst()
  return row?.cancelled_at != null
}

/** Stores the result of a check. */
export async function endCheck(
  context: Context,
  { id }: TableImport,
  report: TableReport,
  rows: number,
): Promise<void> {
  await context.database
    .updateTable('imports_table')
    .set({
      report: JSON.stringify(report),
      waits_for: null,
      claimed_at: null,
      rows_done: rows,
      rows_total: rows,
    })
    .where('import_id', '=', id)
    .execute()
}

export interface Writing {
  writer: TableWriter
  source: BatchSource
}

/** Adds the source on which the rows will rest; what an earlier worker left half done is removed before. */
export async function beginWriting(
  context: Context,
  { records }: RemovalServices,
  network: Network,
  table: TableImport,
): Promise<Writing> {
  const { mapping, titles, language, sheet, about } = table
  const source = {
    networkId: network.id,
    extractedBy: table.madeBy,
    sourceId: mapping.kind === 'contacts' ? '' : await addSourceOf(context, network, table),
  }
  const heading = [sheet ?? about.sheet ?? ''].filter((name) => name !== '')
  const amending = {
    network,
    kind: recordKind({ records }, 'cooperation'),
    organisationKind: recordKind({ records }, 'organisation'),
    source,
    language,
    reason: table.fileName,
    personId: personOf(table),
  }
  const { countries } = network
  const importId = table.id
  const writer = new TableWriter({
    ...{ importId, mapping, titles, heading, language, source, amending, countries },
  })
  return { writer, source }
}

// In the form of actors in evidence and activity.
function personOf({ madeBy }: TableImport): string | null {
  return /^person:(.+)$/.exec(madeBy)?.[1] ?? null
}

async function addSourceOf(context: Context, network: Network, table: TableImport): Promise<string> {
  return inTransaction(context, async (inside) => {
    const sourceId = await addTableSource(inside, network.id, {
      slug: `import-${table.id}`,
      kind: 'table',
      title: { [table.language]: { text: table.fileName, state: 'original' } },
      language: table.language,
      publisher: network.name[table.language] ?? Object.values(network.name)[0] ?? network.slug,
      published: null,
      knownOn: inside.today,
    })
    await inside.database
      .updateTable('imports_table')
      .set({ source_id: sourceId })
      .where('import_id', '=', table.id)
      .execute()
    return sourceId
  })
}

/** Writes some planned rows and records what they added, in one transaction. */
export async function writeRows(
  context: Context,
  { textOwners }: RemovalServices,
  { writer }: Writing,
  table: TableImport,
  planned: readonly PlannedRow[],
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const { made, amended, completed } = await writer.write(inside, planned)
    await noteAmended(inside, table, amended)
    if (made.length > 0)
      await inside.database
        .insertInto('imports_made')
        .values(
          made.map(({ kind, id, row }) => ({
            import_id: table.id,
            subject_kind: kind,
            subject_id: id,
            row_number: row,
          })),
        )
        .execute()
    const withTexts = new Set(
      planned
        .filter(({ facts }) => facts.summary !== '' || facts.agreementTitle !== '')
        .map(({ facts }) => facts.number),
    )
    const places = made.flatMap(({ kind, id, row }) =>
      kind === 'cooperation' && withTexts.has(row) ? [{ kind, id }] : [],
    )
    const events = made.flatMap(({ kind, id }) => (kind === 'event' ? [{ kind: 'activity', id }] : []))
    const more = completed.map((id) => ({ kind: 'cooperation', id }))
    await reindexTexts(inside, textOwners, table.networkId, [...places, ...events, ...more])
  })
}

/** Ends an import. Of a list of people the contacts are kept, but neither the file nor any of its content. */
export async function endImport(
  context: Context,
  table: TableImport,
  { sourceId, rows, report }: { sourceId: string; rows: number; report: TableReport },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const { database, clock } = inside
    const isOfPeople = table.mapping.kind === 'contacts'
    await database
      .updateTable('imports_table')
      .set({
        waits_for: null,
        claimed_at: null,
        rows_done: rows,
        rows_total: rows,
        imported_at: clock.now().toString(),
        report: JSON.stringify(isOfPeople ? withoutWords(report) : report),
        ...(isOfPeople ? { file_id: null, answers: '{}', preview: '[]' } : {}),
      })
      .where('import_id', '=', table.id)
      .execute()
    await recordActivity(inside, {
      networkId: table.networkId,
      verb: 'imported',
      subjectKind: 'import',
      subjectId: table.id,
      detail: sourceId === '' ? {} : { source: sourceId },
    })
  })
}

/** Takes an import back as requested. */
export async function runReturn(
  context: Context,
  services: RemovalServices,
  table: TableImport,
  progress: (removed: number) => void,
): Promise<void> {
  await undoImport(context, services, table, {
    keepsChanged: table.keepsChanged,
    tell: async (removed) => {
      progress(removed)
      await tell(context, table, removed)
    },
  })
  await context.database
    .updateTable('imports_table')
    .set({ waits_for: null, claimed_at: null, taken_back_at: context.clock.now().toString() })
    .where('import_id', '=', table.id)
    .execute()
}

/** Ends work that failed: removes what it has added, and keeps the reason. */
export async function fail(
  context: Context,
  services: RemovalServices,
  table: TableImport,
  trouble: string,
): Promise<void> {
  // An interrupted taking-back leaves half of it, and can be requested again.
  if (table.waitsFor !== 'return') await undoImport(context, services, table, { keepsChanged: false })
  await context.database
    .updateTable('imports_table')
    .set({ waits_for: null, claimed_at: null, trouble })
    .where('import_id', '=', table.id)
    .execute()
}
