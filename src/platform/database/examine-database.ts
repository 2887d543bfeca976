import { sql } from 'kysely'
import { bytesInWords, type Finding } from '../cli/finding.ts'
import type { DatabaseSettings } from '../settings/database-settings.ts'
import type { Connection } from './connection.ts'
import { appliedMigrations, listMigrations } from './migrations.ts'

/** Reports what kind of database it is, how large, and whether it is at this release. */
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

/** Whether statements are prepared under names, which some poolers lose. */
export function examinePooler(setting: DatabaseSettings['pooler'], keepsNames: boolean): Finding {
  const subject = 'pooler'
  if (keepsNames) return { subject, says: 'none that loses named statements', remedy: null }
  const says = 'one that does not keep named statements: they are left out'
  return { subject, says, remedy: setting === 'none' ? 'set DATABASE_POOLER to transaction' : null }
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
