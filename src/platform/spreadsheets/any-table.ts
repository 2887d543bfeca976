import { openOdsTable } from './ods-table.ts'
import { openOlderTable } from './older-table.ts'
import { sniffTable } from './sniff.ts'
import type { OpenedTable } from './table.ts'
import { openTextTable } from './text-table.ts'
import { openXlsxTable } from './xlsx-table.ts'

/** Opens a file by its content, in any format. */
export async function openAnyTable({
  path,
  sheet,
}: {
  path: string
  sheet: string | null
}): Promise<OpenedTable> {
  switch (await sniffTable(path)) {
    case 'csv':
      return openTextTable(path)
    case 'xlsx':
      return openXlsxTable(path, sheet)
    case 'ods':
      return openOdsTable(path, sheet)
    case 'xls':
      return openOlderTable(path, sheet)
  }
}
