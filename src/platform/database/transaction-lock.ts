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

/** The query builder's own table for its lock, made before it would be: two that start at once would both make it. */
export async function makeMigrationLock(database: Connection): Promise<void> {
  const make = sql`
    create table if not exists platform_migration_lock (id varchar(255) primary key, is_locked integer not null default 0)
  `
  // Of two that come at the same instant, the second is refused once, and then finds the table.
  await make.execute(database).catch(() => make.execute(database))
  await sql`insert into platform_migration_lock (id) values ('migration_lock') on conflict do nothing`.execute(
    database,
  )
}

/**
 * Waits until nobody else migrates. The lock is a row's and ends with the transaction: behind a pooler that gives each transaction
 * another connection, the lock of a session would stay on a connection that nobody asks for again.
 */
export async function lockMigrations(transaction: Connection): Promise<void> {
  await sql`select id from platform_migration_lock where id = 'migration_lock' for update`.execute(
    transaction,
  )
}
