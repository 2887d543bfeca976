import { type RawBuilder, sql } from 'kysely'
import type { Connection } from './connection.ts'

/** The columns of other tables that refer to a table by a foreign key of one column. */
export async function listReferences(
  database: Connection,
  table: string,
): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select t.relname as "table", a.attname as "column"
    from pg_constraint k
    join pg_class t on t.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = ${table}::regclass and array_length(k.conkey, 1) = 1
    order by 1, 2
  `.execute(database)
  return rows
}

/** SQL: nothing refers to what a column holds. */
export function isUnused(
  references: readonly { table: string; column: string }[],
  column: string,
): RawBuilder<boolean> {
  const all = references.map(
    ({ table, column: referring }) =>
      sql`not exists (select from ${sql.table(table)} u where u.${sql.ref(referring)} = ${sql.ref(column)})`,
  )
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(all, sql` and `)}`
}
