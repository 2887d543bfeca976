import { Kysely } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { takingTurns } from './pool-client.ts'
import type { Database } from './schema.generated.ts'
import type { StatementNames } from './statement-names.ts'
import { TransactionLockDialect } from './transaction-lock.ts'

const dayType = 1082
/** How columns are read. Calendar days stay text: a JavaScript Date would shift them by the zone of the process. */
export const columnTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === dayType ? (text: string) => text : pg.types.getTypeParser(id, format),
}

/** Connections to a server. The embedded database has a pool of the same kind, see embedded-pool.ts: one code path for both. */
export function openPool(connectionString: string, connectionSeconds: number): pg.Pool {
  return new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: connectionSeconds * 1000,
    // A server that has vanished is noticed on idle connections too.
    keepAlive: true,
    types: columnTypes,
    application_name: 'entente',
  })
}

export function connect(pool: pg.Pool, names: StatementNames, statementSeconds: number | null): Connection {
  const statementMs = statementSeconds === null ? null : statementSeconds * 1000
  return new Kysely<Database>({
    dialect: new TransactionLockDialect({ pool: takingTurns(pool, { names, statementMs }) }),
  })
}
