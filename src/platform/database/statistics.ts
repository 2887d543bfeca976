import { sql } from 'kysely'
import type { Connection } from './connection.ts'

/**
 * Counts the tables anew for the query planner. A PostgreSQL server does it by itself in the background; the embedded
 * database has no background, and without it a list of ten thousand rows is read a hundred times slower.
 * Some tables alone are counted in between by whoever fills them: what was planned for a short table, checks of foreign keys among it,
 * is planned anew only then.
 */
export async function refreshStatistics(database: Connection, tables: readonly string[] = []): Promise<void> {
  await sql`analyze ${sql.join(tables.map((table) => sql.table(table)))}`.execute(database)
}
