import { openAsBlob } from 'node:fs'
import pg from 'pg'
import { systemClock } from '../../src/platform/context/clock.ts'
import { openEmbedded } from '../../src/platform/database/embedded.ts'
import type { CopyFile } from './organisation-files.ts'

/** A database that takes whole files. */
export interface BulkTarget {
  query(statement: string): Promise<Record<string, unknown>[]>
  copy(file: CopyFile): Promise<void>
  close(): Promise<void>
}

/** The embedded database of a data directory that no process holds. */
export async function openEmbeddedTarget(dataDir: string): Promise<BulkTarget> {
  const { pglite, close } = await openEmbedded(dataDir, systemClock)
  return {
    query: async (statement) => (await pglite.query<Record<string, unknown>>(statement)).rows,
    copy: async ({ table, columns, path }) => {
      await pglite.query(`copy ${table} (${columns}) from '/dev/blob'`, [], { blob: await openAsBlob(path) })
    },
    close,
  }
}

/** A database on a server that may read this machine's files (a throw-away one). */
export async function openServerTarget(url: string): Promise<BulkTarget> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return {
    query: async (statement) => (await client.query(statement)).rows,
    copy: async ({ table, columns, path }) => {
      await client.query(`copy ${table} (${columns}) from '${path}'`)
    },
    close: () => client.end(),
  }
}
