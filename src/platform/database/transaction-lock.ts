import { PostgresAdapter, PostgresDialect, sql } from 'kysely'
import type { Connection } from './connection.ts'

/** PostgreSQL without the query builder's own lock for migrations: `lockMigrations` takes its place. */
export class TransactionLockDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new WithoutLock()
  }
}

class WithoutLock extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

// Any number, the same for every process.
const number = 20_261_130

/**
 * Waits until nobody else migrates. The lock ends with the transaction: behind a pooler that gives each transaction another
 * connection, the lock of a session would stay on a connection that nobody asks for again.
 */
export async function lockMigrations(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(${number}::bigint)`.execute(transaction)
}
