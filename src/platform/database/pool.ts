import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { withNamedStatements } from './named-statements.ts'
import type { Database } from './schema.generated.ts'

export interface PoolConfiguration {
  connectionString: string
  max?: number
}

const dayType = 1082
/** How columns are read. Calendar days stay text: a JavaScript Date would shift them by the zone of the process. */
export const columnTypes = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === dayType ? (text: string) => text : pg.types.getTypeParser(id, format),
}

/** Connections to a server. The embedded database has a pool of the same kind, see embedded-pool.ts: one code path for both. */
export function openPool(configuration: PoolConfiguration): pg.Pool {
  return new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 10_000,
    ...configuration,
    types: columnTypes,
    application_name: 'entente',
  })
}

export function connect(pool: pg.Pool): Connection {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) }) })
}
