import type pg from 'pg'
import { openPool } from './pool.ts'

export class DatabaseUnusable extends Error {}

const oldestVersion = 15

/** Connects to a PostgreSQL server and refuses, in one line, one that cannot be reached, is too old or is not UTF-8. */
export async function openServerDatabase(databaseUrl: string): Promise<pg.Pool> {
  const pool = openPool({ connectionString: databaseUrl })
  // An idle connection that the server closes is replaced at the next query.
  pool.on('error', () => undefined)
  // One that it closes while it is used: its query fails, and the same said apart would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  try {
    const { rows } = await pool.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    )
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version < oldestVersion) {
      throw new DatabaseUnusable(
        `The database server is PostgreSQL ${version}; entente needs ${oldestVersion} or newer`,
      )
    }
    if (rows[0]?.encoding !== 'UTF8') {
      throw new DatabaseUnusable(
        `The database is encoded in ${rows[0]?.encoding}; entente needs UTF8 (createdb --encoding=UTF8)`,
      )
    }
    return pool
  } catch (error) {
    await pool.end()
    if (error instanceof DatabaseUnusable) throw error
    throw new DatabaseUnusable(
      `The database at ${withoutPassword(databaseUrl)} cannot be reached: ${messageOf(error)}`,
    )
  }
}

function withoutPassword(address: string): string {
  const url = URL.parse(address)
  return url ? `${url.protocol}//${url.host}${url.pathname}` : 'DATABASE_URL'
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each) => messageOf(each)).join('; ')
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}
