import type { Context } from '../../../platform/context/context.ts'
import { type OpenTable, openTable } from '../../../platform/spreadsheets/open-table.ts'
import { type TableAbout, type TableRow, TableUnreadable } from '../../../platform/spreadsheets/table.ts'
import { columnOfField, type Field, type Mapping, neededFields, type TableKind } from './fields.ts'
import { findDefaults } from './queries.ts'
import { type Column, type Recognised, recognise } from './recognition.ts'
import type { WordLists } from './words/word-list.ts'

/** A file as recognised, before any correction. */
export interface UnderstoodTable extends TablePreview {
  mapping: Mapping
  columns: Column[]
}

/** Reads the beginning of a file: what it lists, what its columns hold, in which countries of the network its organisations lie. */
export async function understandTable(
  context: Context,
  place: { path: string; sheet: string | null },
  lists: WordLists,
  { kind, countries }: { kind: TableKind | null; countries: readonly string[] },
): Promise<UnderstoodTable> {
  const preview = await previewTable(place, lists, kind)
  const defaults = await findDefaults(context, preview.mapping, preview.rows, countries)
  return { ...preview, mapping: { ...preview.mapping, defaults } }
}

/** The needed fields without a column. */
export function missingFields(mapping: Mapping): Field[] {
  return neededFields[mapping.kind].filter((field) => columnOfField(mapping, field) === null)
}

/** Refuses a table without rows below its titles. */
export function refuseHeaderAlone({ rows }: Pick<TablePreview, 'rows'>): void {
  if (rows.length === 0) throw new TableUnreadable('headerOnly')
}

/** The beginning of a table, and what was recognised in it. */
interface TablePreview extends Recognised {
  about: TableAbout
  /** Rows below the titles, as many as people look at. */
  rows: TableRow[]
}

const rowsLookedAt = 400
const rowsShown = 20

/** Reads as much of a file as the recognition of its columns needs. */
async function previewTable(
  place: { path: string; sheet: string | null },
  lists: WordLists,
  kind: TableKind | null,
): Promise<TablePreview> {
  const table = await openTable(place)
  try {
    const first = await firstRows(table)
    if (first.every(({ cells }) => cells.every((cell) => cell === ''))) throw new TableUnreadable('empty')
    const recognised = recognise(first, lists, kind)
    const rows = first.filter(
      ({ number, cells }) => number > recognised.mapping.headerRow && cells.some((cell) => cell !== ''),
    )
    return { ...recognised, about: table.about, rows: rows.slice(0, rowsShown) }
  } finally {
    await table.close()
  }
}

async function firstRows(table: OpenTable): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const batch of table.batches()) {
    rows.push(...batch)
    if (rows.length >= rowsLookedAt) break
  }
  return rows.slice(0, rowsLookedAt)
}
