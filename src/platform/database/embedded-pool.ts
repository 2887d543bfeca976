import type { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { columnTypes } from './pool.ts'

/** The embedded database behind the pool of a server: one connection, which is never idle for too long, so that its end means the engine's. */
export function openEmbeddedPool(pglite: PGlite): pg.Pool {
  return new pg.Pool({
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    types: columnTypes,
  } as pg.PoolConfig)
}
