import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { projectPath } from '../settings/project-path.ts'
import type { Connection } from './connection.ts'
import { lockMigrations, makeMigrationLock } from './transaction-lock.ts'

export class DatabaseTooNew extends Error {}

/** The migrations that this release knows, in order: `0001-ground`, … */
export function listMigrations(): string[] {
  return readdirSync(projectPath('migrations'))
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort()
}

/** The SQL of a migration. */
export function readMigration(name: string): string {
  return readFileSync(join(projectPath('migrations'), `${name}.sql`), 'utf8')
}

/**
 * Applies the missing migrations, each database once however many processes start; returns their names. With `upTo` it
 * stops after that one, for a backup that an older release has written.
 */
export async function migrate(database: Connection, upTo?: string): Promise<string[]> {
  // Nearly every start finds nothing to do, and the migrator takes a third of a second to find that out.
  if (upTo === undefined && isDeepStrictEqual(await appliedMigrations(database), listMigrations())) return []
  await makeMigrationLock(database)
  return database.isTransaction
    ? migrateInside(database, upTo)
    : database.transaction().execute((transaction) => migrateInside(transaction, upTo))
}

async function migrateInside(transaction: Connection, upTo?: string): Promise<string[]> {
  const migrator = new Migrator({
    db: transaction,
    provider: { getMigrations: async () => Object.fromEntries(listMigrations().map(withSql)) },
    migrationTableName: 'platform_migration',
    migrationLockTableName: 'platform_migration_lock',
  })
  await lockMigrations(transaction)
  const { results, error } = await (upTo === undefined
    ? migrator.migrateToLatest()
    : migrator.migrateTo(upTo))
  if (error) {
    if (String(error).includes('previously executed migration')) {
      throw new DatabaseTooNew(
        'The database was written by a newer release of entente; install that release to open it',
      )
    }
    throw error
  }
  return (results ?? []).map((result) => result.migrationName)
}

/** Migrations applied to this database, oldest first; empty when it is new. */
export async function appliedMigrations(database: Connection): Promise<string[]> {
  const found = await sql<{
    table: string | null
  }>`select to_regclass('platform_migration')::text as table`.execute(database)
  if (found.rows[0]?.table == null) return []
  const { rows } = await sql<{ name: string }>`select name from platform_migration order by name`.execute(
    database,
  )
  return rows.map((row) => row.name)
}

function withSql(name: string): [string, Migration] {
  return [name, { up: async (database) => void (await sql.raw(readMigration(name)).execute(database)) }]
}
