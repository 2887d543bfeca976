import { z } from 'zod'
import { wholeNumber } from './whole-number.ts'

/** How to talk to the server of DATABASE_URL. */
export interface DatabaseSettings {
  /** How many seconds a page waits for one statement; null: as long as it takes. */
  statementSeconds: number | null
  /** How many seconds a request waits for a connection. */
  connectionSeconds: number
  /** Whether the server is behind a pooler that gives each transaction another connection; `auto`: found out. */
  pooler: 'auto' | 'transaction' | 'none'
}

export const databaseSchema = {
  DATABASE_STATEMENT_SECONDS: wholeNumber(0, 3600).default(15),
  DATABASE_CONNECTION_SECONDS: wholeNumber(1, 600).default(10),
  DATABASE_POOLER: z
    .enum(['auto', 'transaction', 'none'], { error: 'one of auto, transaction, none' })
    .default('auto'),
}

/** Reads them from what was checked. */
export function readDatabaseSettings(read: {
  DATABASE_STATEMENT_SECONDS: number
  DATABASE_CONNECTION_SECONDS: number
  DATABASE_POOLER: DatabaseSettings['pooler']
}): DatabaseSettings {
  return {
    statementSeconds: read.DATABASE_STATEMENT_SECONDS || null,
    connectionSeconds: read.DATABASE_CONNECTION_SECONDS,
    pooler: read.DATABASE_POOLER,
  }
}
