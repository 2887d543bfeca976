import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTable, type TableLimits } from '../../src/platform/spreadsheets/open-table.ts'
import type { TableAbout, TableRow } from '../../src/platform/spreadsheets/table.ts'

/** A folder for files of tables that a test writes; removed by `close`. */
export function openTableFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'entente-tables-'))
  let made = 0
  return {
    folder,
    write: (content: string | Uint8Array) => {
      const path = join(folder, `table-${++made}`)
      writeFileSync(path, content)
      return path
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** All of a table, read as the application does. */
export async function readWholeTable(
  path: string,
  sheet: string | null = null,
  limits: Partial<TableLimits> = {},
): Promise<{ about: TableAbout; rows: TableRow[] }> {
  const table = await openTable({ path, sheet }, limits)
  try {
    return { about: table.about, rows: (await Array.fromAsync(table.batches())).flat() }
  } finally {
    await table.close()
  }
}
