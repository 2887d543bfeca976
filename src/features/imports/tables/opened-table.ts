import { type OpenTable, openTable } from '../../../platform/spreadsheets/open-table.ts'
import { type TableAbout, type TableRow, TableUnreadable } from '../../../platform/spreadsheets/table.ts'
import { type Recognised, recognise } from './columns/recognition.ts'
import type { TableKind } from './fields.ts'
import type { WordLists } from './words/word-list.ts'

/** The beginning of a table, and what was recognised in it. */
export interface TablePreview extends Recognised {
  about: TableAbout
  /** Rows below the titles, as many as people look at. */
  rows: TableRow[]
}

const rowsLookedAt = 400
const rowsShown = 20

/** Reads as much of a file as is needed to say what its columns hold. */
export async function previewTable(
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
