import { sql } from 'kysely'
import { bytesInWords, type Finding } from '../cli/finding.ts'
import type { Connection } from './connection.ts'
import { appliedMigrations, listMigrations } from './migrations.ts'

/** What kind of database it is, how large, and whether it stands at this release. */
export async function examineDatabase(database: Connection, isEmbedded: boolean): Promise<Finding[]> {
  const { rows } = await sql<{ version: string; encoding: string; size: string }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      pg_database_size(current_database()) as size
  `.execute(database)
  const [{ version = '', encoding = '', size = '0' } = {}] = rows
  return [
    {
      subject: 'database',
      says: `${isEmbedded ? 'embedded' : 'server'}, PostgreSQL ${version}, ${encoding}, ${bytesInWords(Number(size))}`,
      remedy:
        encoding === 'UTF8'
          ? null
          : 'make a database with createdb --encoding=UTF8 and restore a backup into it',
    },
    await examineMigrations(database),
  ]
}

async function examineMigrations(database: Connection): Promise<Finding> {
  const known = listMigrations()
  const applied = await appliedMigrations(database)
  const missing = known.filter((name) => !applied.includes(name))
  const newer = applied.filter((name) => !known.includes(name))
  const subject = 'migrations'
  if (newer.length > 0) {
    return {
      subject,
      says: `${newer.join(', ')} of a newer release`,
      remedy: 'install the release that wrote this database',
    }
  }
  if (missing.length > 0) {
    return {
      subject,
      says: `missing: ${missing.join(', ')}`,
      remedy: 'start the server, or run "entente migrate"',
    }
  }
  return { subject, says: `${applied.length}, up to ${applied.at(-1)}`, remedy: null }
}
