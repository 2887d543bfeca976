import { sql } from 'kysely'
import type { TestApp } from '../support/open-test-app.ts'

// Reading alone may write these: attempts are counted, sessions note their use, an unknown address begins no record.
const written = /^(people_(session|attempt|verification)|platform_(job|revision)|directory_|pgboss|_)/

/** A mark for the contents of every table that people fill: two equal marks mean that nothing was written in between. */
export async function markTables({ context: { database } }: TestApp): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
  `.execute(database)
  const marks: Record<string, string> = {}
  for (const { name } of tables.filter((table) => !written.test(table.name))) {
    const { rows } = await sql<{ mark: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as mark
      from ${sql.table(name)} t
    `.execute(database)
    marks[name] = rows[0]?.mark ?? ''
  }
  return marks
}
