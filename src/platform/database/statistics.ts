import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Connection } from './connection.ts'

/**
 * Updates the query planner’s statistics. A PostgreSQL server does it by itself in the background; the embedded
 * database has no background, and without it a list of ten thousand rows is read a hundred times slower.
 * Code that fills some tables updates those alone in between: plans made for a short table, of foreign key checks too,
 * are made again only then.
 */
export async function refreshStatistics(database: Connection, tables: readonly string[] = []): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(database)
}

/**
 * Removes deleted rows from the tables of the embedded database that were written to, and updates their statistics: nothing else does it
 * there. The engine works in this thread: between two tables, a visitor who waits for a page goes first. Returns the tables.
 */
export async function tidyTables(database: Connection): Promise<string[]> {
  // Writes are counted in memory, and reported by themselves only a second later.
  await sql`select pg_stat_force_next_flush()`.execute(database)
  const { rows } = await sql<{ name: string }>`
    select relid::regclass::text as name from pg_stat_all_tables
    where n_mod_since_analyze + n_dead_tup > 0 or (last_vacuum is null and pg_relation_size(relid) > 0)
    order by relid
  `.execute(database)
  for (const { name } of rows) {
    await setImmediate()
    await sql`vacuum (analyze) ${sql.raw(name)}`.execute(database)
  }
  return rows.map(({ name }) => name)
}
