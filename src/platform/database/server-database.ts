import type pg from 'pg'
import { newId } from '../context/identifier.ts'
import type { DatabaseSettings } from '../settings/database-settings.ts'
import { openPool } from './pool.ts'
import { StatementNames } from './statement-names.ts'

export class DatabaseUnusable extends Error {}

const oldestVersion = 15

/** Connects to a PostgreSQL server and refuses, in one line, one that cannot be reached, is too old or is not UTF-8. */
export async function openServerDatabase(
  databaseUrl: string,
  { connectionSeconds, pooler }: DatabaseSettings,
): Promise<{ pool: pg.Pool; names: StatementNames }> {
  const pool = openPool(databaseUrl, connectionSeconds)
  // An idle connection that the server closes is replaced at the next query.
  pool.on('error', () => undefined)
  // A connection that it closes while it is used: its query fails, and the error event, unheard, would end the process.
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
    const areKept = pooler === 'auto' ? await keepsNames(pool) : pooler === 'none'
    return { pool, names: new StatementNames(areKept) }
  } catch (error) {
    await pool.end()
    if (error instanceof DatabaseUnusable) throw error
    throw new DatabaseUnusable(
      `The database at ${withoutPassword(databaseUrl)} cannot be reached: ${messageOf(error)}`,
    )
  }
}

const patienceMs = 2000

/**
 * Whether a statement that was prepared on a connection is found there again while another one is in use. Behind a pooler that gives each
 * transaction another connection to the server, and keeps no names itself, it is elsewhere; one without a second connection waits.
 * A server without a second free connection cannot be tried: no names then, which works everywhere.
 */
async function keepsNames(pool: pg.Pool): Promise<boolean> {
  // A name of its own: behind a pooler the trials of two processes may reach the same connection.
  const named = { name: `entente_kept_${newId()}`, text: 'select $1::int', values: [1] }
  const clients: pg.PoolClient[] = []
  try {
    const first = await pool.connect()
    clients.push(first)
    const second = await pool.connect()
    clients.push(second)
    await first.query(named)
    for (const text of ['begin', 'select 1']) await second.query(patient({ text }))
    await first.query(patient(named))
    return true
  } catch {
    return false
  } finally {
    // The trial leaves nothing behind.
    for (const client of clients) client.release(true)
  }
}

const patient = (query: pg.QueryConfig): pg.QueryConfig & { query_timeout: number } => ({
  ...query,
  query_timeout: patienceMs,
})

function withoutPassword(address: string): string {
  const url = URL.parse(address)
  return url ? `${url.protocol}//${url.host}${url.pathname}` : 'DATABASE_URL'
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map((each) => messageOf(each)).join('; ')
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}
