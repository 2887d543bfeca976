import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { type BackupHeader, type BackupLines, BackupUnusable } from './backup-format.ts'

const rowsAStatement = 1000
const bytesAStatement = 1024 * 1024

/** Writes the rows of one table from the lines that follow; yields how many after each statement. */
export async function* loadRows(
  inside: Connection,
  table: BackupHeader['tables'][number],
  lines: BackupLines,
): AsyncGenerator<number> {
  const columns = sql.join(Object.keys(table.columns).map((name) => sql.ref(name)))
  let left = table.rows
  while (left > 0) {
    const rows: string[] = []
    for (let bytes = 0; left > 0 && rows.length < rowsAStatement && bytes < bytesAStatement; left--) {
      const line = await lines.next()
      if (!line?.startsWith('{') || !line.endsWith('}')) throw cutShort(lines)
      rows.push(line)
      bytes += line.length
    }
    try {
      await sql`
        insert into ${sql.table(table.name)} (${columns})
        select ${columns} from json_populate_recordset(null::${sql.table(table.name)}, ${`[${rows.join(',')}]`}::json)
      `.execute(inside)
    } catch (error) {
      throw isAboutData(error) ? cutShort(lines) : error
    }
    yield rows.length
  }
}

/** The error for a file that ends early or holds what it should not. */
export function cutShort(lines: BackupLines): BackupUnusable {
  return new BackupUnusable(`The backup is cut short or damaged at line ${lines.number}; nothing was changed`)
}

// SQLSTATE 22: a value that its type does not take; 23: one that a constraint refuses.
function isAboutData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code))
}
