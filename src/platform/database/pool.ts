import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Connection } from './connection.ts'
import { withNamedStatements } from './named-statements.ts'
import type { Database } from './schema.generated.ts'

export interface PoolConfiguration {
  connectionString?: string
  max?: number
}

// Calendar days stay text: a JavaScript Date would shift them by the zone of the process.
const dayType = 1082
const types = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === dayType ? (text: string) => text : pg.types.getTypeParser(id, format),
}

/** One code path for both databases: `pg.Pool` over TCP, or over the embedded database with a single connection. */
export function openPool(target: PGlite | PoolConfiguration): pg.Pool {
  if ('connectionString' in target) {
    return new pg.Pool({
      max: 10,
      connectionTimeoutMillis: 10_000,
      ...target,
      types,
      application_name: 'entente',
    })
  }
  // Never idle for too long: that its connection goes means that the engine has died.
  return new pg.Pool({
    ...createPgConfig(target as PGlite),
    max: 1,
    idleTimeoutMillis: 0,
    types,
  } as pg.PoolConfig)
}

export function connect(pool: pg.Pool): Connection {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: withNamedStatements(pool) }) })
}
