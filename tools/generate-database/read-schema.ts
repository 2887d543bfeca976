import { PGlite } from '@electric-sql/pglite'

export interface Column {
  name: string
  /** PostgreSQL's short name: `int4`; an array's begins with an underscore: `_text`. */
  type: string
  nullable: boolean
  hasDefault: boolean
}

export interface Table {
  name: string
  columns: Column[]
}

interface ColumnRow {
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: 'YES' | 'NO'
  has_default: boolean
}

/**
 * Runs SQL files in order on an empty database in memory and reads the tables and views that result:
 * tables by name, columns as they were made. Throws with the file's name when one does not run.
 */
export async function readSchema(files: readonly { path: string; sql: string }[]): Promise<Table[]> {
  const database = await PGlite.create()
  try {
    for (const { path, sql } of files) await run(database, path, sql)
    const { rows } = await database.query<ColumnRow>(`
      select table_name, column_name, udt_name, is_nullable, column_default is not null as has_default
      from information_schema.columns
      where table_schema = 'public'
      order by table_name collate "C", ordinal_position`)
    return [...Map.groupBy(rows, (row) => row.table_name)].map(([name, columns]) => ({
      name,
      columns: columns.map(toColumn),
    }))
  } finally {
    await database.close()
  }
}

async function run(database: PGlite, path: string, sql: string): Promise<void> {
  try {
    await database.exec(sql)
  } catch (error) {
    // The error itself carries the whole statement: its message is enough.
    throw new Error(`${path} does not run: ${error instanceof Error ? error.message : error}`)
  }
}

function toColumn({ column_name, udt_name, is_nullable, has_default }: ColumnRow): Column {
  return { name: column_name, type: udt_name, nullable: is_nullable === 'YES', hasDefault: has_default }
}
