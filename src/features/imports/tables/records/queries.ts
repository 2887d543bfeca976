import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import { isId } from '../../../../platform/context/identifier.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { type TableReport, tableReportSchema } from '../checking/report-shape.ts'
import { type Field, isField, type Mapping, type TableKind, tableKinds } from '../fields.ts'

/** The work that a worker does for an import. */
const works = ['check', 'import', 'return'] as const

export type TableImport = Awaited<ReturnType<typeof listImports>>[number]

/** One import of a network with its report, or 404. */
export async function findImport(
  context: Context,
  networkId: string,
  id: string,
): Promise<TableImport & { report: TableReport | null }> {
  if (!isId(id)) notFound()
  const row = await select(context)
    .select('t.report')
    .where('t.network_id', '=', networkId)
    .where('t.import_id', '=', id)
    .executeTakeFirst()
  if (!row) notFound(id)
  return { ...toImport(row), report: tableReportSchema.nullable().parse(row.report) }
}

/** The imports of a network, the newest first. */
export async function listImports(context: Context, networkId: string, limit: number) {
  const rows = await select(context)
    .where('t.network_id', '=', networkId)
    .orderBy('t.import_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toImport)
}

/** Imports that wait for a worker, or whose worker has not reported since an instant. */
export async function listWaiting(context: Pick<Context, 'database'>, silentSince: string) {
  const rows = await select(context)
    .where('t.waits_for', 'is not', null)
    .where((where) =>
      where.or([where('t.claimed_at', 'is', null), where('t.claimed_at', '<', sql<Date>`${silentSince}`)]),
    )
    .orderBy('t.import_id')
    .execute()
  return rows.map(toImport)
}

/** One import that waits for a worker, or null. */
export async function lookUpWork(
  context: Pick<Context, 'database'>,
  networkId: string,
  id: string,
): Promise<TableImport | null> {
  const row = await select(context)
    .where('t.network_id', '=', networkId)
    .where('t.import_id', '=', id)
    .where('t.waits_for', 'is not', null)
    .executeTakeFirst()
  return row ? toImport(row) : null
}

/** The mapping last used for files of a shape in a network, or null. */
export async function lookUpMapping(
  context: Context,
  networkId: string,
  fingerprint: string,
): Promise<Mapping | null> {
  const row = await context.database
    .selectFrom('imports_mapping')
    .select(['kind', 'header_row', 'columns', 'defaults'])
    .where('network_id', '=', networkId)
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row ? toMapping(row) : null
}

/** What an import added of one kind: ids with their rows. */
export async function listMade(
  context: Context,
  importId: string,
  kind: string,
): Promise<{ id: string; row: number }[]> {
  return context.database
    .selectFrom('imports_made')
    .select(['subject_id as id', 'row_number as row'])
    .where('import_id', '=', importId)
    .where('subject_kind', '=', kind)
    .orderBy('row_number')
    .execute()
}

function select({ database }: Pick<Context, 'database'>) {
  return database
    .selectFrom('imports_table as t')
    .select([
      't.import_id',
      't.network_id',
      't.file_id',
      't.file_name',
      't.kind',
      't.sheet',
      't.header_row',
      't.columns',
      't.defaults',
      't.answers',
      't.leave_out',
      't.language',
      't.about',
      't.titles',
      't.preview',
      't.fingerprint',
      't.made_by',
      't.made_at',
      't.waits_for',
      't.keeps_changed',
      't.claimed_at',
      't.rows_done',
      't.rows_total',
      't.trouble',
      't.source_id',
      't.imported_at',
      't.cancelled_at',
      't.taken_back_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toImport(row: Row) {
  return {
    id: row.import_id,
    networkId: row.network_id,
    fileId: row.file_id,
    fileName: row.file_name,
    sheet: row.sheet,
    mapping: toMapping(row),
    answers: row.answers,
    leaveOut: row.leave_out,
    language: row.language,
    about: row.about,
    titles: row.titles,
    preview: row.preview,
    fingerprint: row.fingerprint,
    madeBy: row.made_by,
    madeAt: row.made_at,
    waitsFor: works.find((work) => work === row.waits_for) ?? null,
    keepsChanged: row.keeps_changed,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    trouble: row.trouble,
    sourceId: row.source_id,
    importedAt: row.imported_at,
    cancelledAt: row.cancelled_at,
    takenBackAt: row.taken_back_at,
  }
}

function toMapping(row: Pick<Row, 'kind' | 'header_row' | 'columns' | 'defaults'>): Mapping {
  const kind: TableKind = tableKinds.find((each) => each === row.kind) ?? 'cooperations'
  const columns = Object.entries(row.columns).flatMap(([index, field]): [string, Field][] =>
    isField(kind, field) ? [[index, field]] : [],
  )
  const { firstCountry = null, secondCountry = null, agreementKind = null } = row.defaults
  return {
    kind,
    headerRow: row.header_row,
    columns: Object.fromEntries(columns),
    defaults: { firstCountry, secondCountry, agreementKind },
  }
}
