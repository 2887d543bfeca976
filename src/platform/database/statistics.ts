import { sql } from 'kysely'
import type { Connection } from './connection.ts'

/**
 * Counts the tables anew for the query planner. A PostgreSQL server does it by itself in the background; the embedded
 * database has no background, and without it a list of ten thousand rows is read a hundred times slower.
 */
export async function refreshStatistics(database: Connection): Promise<void> {
  await sql`analyze`.execute(database)
}
