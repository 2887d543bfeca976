import type { Context } from '../../../platform/context/context.ts'
import { TableUnreadable } from '../../../platform/spreadsheets/table.ts'
import type { Column } from './columns/recognition.ts'
import { findDefaults } from './defaults.queries.ts'
import { columnOfField, type Field, type Mapping, neededFields, type TableKind } from './fields.ts'
import { previewTable, type TablePreview } from './opened-table.ts'
import type { WordLists } from './words/word-list.ts'

/** A file as it was understood before anybody said otherwise. */
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

/** The needed fields that no column gives. */
export function missingFields(mapping: Mapping): Field[] {
  return neededFields[mapping.kind].filter((field) => columnOfField(mapping, field) === null)
}

/** Refuses a table without rows below its titles. */
export function refuseHeaderAlone({ rows }: Pick<TablePreview, 'rows'>): void {
  if (rows.length === 0) throw new TableUnreadable('headerOnly')
}
