import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import type { Clock } from '../context/clock.ts'
import { DatabaseBroken } from './database-away.ts'
import { lockDirectory } from './directory-lock.ts'
import { folderTrouble } from './folder-trouble.ts'
import { columnTypes } from './pool.ts'
import { listSnapshots } from './snapshots.ts'

export interface Embedded {
  pglite: PGlite
  pool: pg.Pool
  isNew: boolean
  /** The snapshot that replaced a directory that would not open. */
  restoredFrom: string | null
  close(): Promise<void>
}

/** Opens the embedded database of a data directory; when it will not open, the newest sound snapshot takes its place. */
export async function openEmbedded(dataDir: string, clock: Clock): Promise<Embedded> {
  const unlock = await lockDirectory(dataDir)
  try {
    const found = await findDatabase(dataDir, clock)
    return {
      ...found,
      pool: openEmbeddedPool(found.pglite),
      close: async () => {
        await found.pglite.close()
        await unlock()
      },
    }
  } catch (error) {
    await unlock()
    throw error
  }
}

async function findDatabase(dataDir: string, clock: Clock): Promise<Omit<Embedded, 'close' | 'pool'>> {
  const directory = join(dataDir, 'database')
  const snapshots = listSnapshots(dataDir)
  if (existsSync(directory)) {
    const pglite = await openOrNull(directory)
    if (pglite) return { pglite, isNew: false, restoredFrom: null }
    // A full disk or a foreign owner keeps a sound database shut as well: it must not give way to an older one.
    const trouble = folderTrouble(directory)
    if (trouble)
      throw new DatabaseBroken(`The embedded database in ${directory} cannot be opened: ${trouble}`)
    renameSync(directory, `${directory}.broken-${clock.now().epochMilliseconds}`)
  } else if (snapshots.length === 0) {
    return { pglite: await createDatabase(directory), isNew: true, restoredFrom: null }
  }
  for (const snapshot of snapshots) {
    const pglite = await openCopy(snapshot, directory)
    if (pglite) return { pglite, isNew: false, restoredFrom: snapshot }
  }
  throw new DatabaseBroken(
    `The embedded database in ${directory} will not open and no snapshot in ${join(dataDir, 'snapshots')} restores it; ` +
      'its files are kept under the name database.broken-…; restore a backup with "entente restore FILE"',
  )
}

// Under another name until it is whole: a first start that is cut short leaves nothing that the next one must mend.
async function createDatabase(directory: string): Promise<PGlite> {
  const partial = `${directory}.new`
  rmSync(partial, { recursive: true, force: true })
  mkdirSync(partial)
  try {
    const made = await PGlite.create(partial)
    await made.close()
  } catch {
    rmSync(partial, { recursive: true, force: true })
    const trouble = folderTrouble(join(directory, '..')) ?? 'its engine did not start'
    throw new DatabaseBroken(`The embedded database could not be made in ${directory}: ${trouble}`)
  }
  renameSync(partial, directory)
  return openEngine(directory)
}

async function openCopy(snapshot: string, directory: string): Promise<PGlite | null> {
  const partial = `${directory}.new`
  rmSync(partial, { recursive: true, force: true })
  cpSync(snapshot, partial, { recursive: true })
  const pglite = await openOrNull(partial)
  await pglite?.close()
  if (!pglite) return null
  renameSync(partial, directory)
  return openEngine(directory)
}

// The engine's errors carry a hundred kilobytes of its own source: whether it opened is all that is asked here.
async function openOrNull(directory: string): Promise<PGlite | null> {
  try {
    const pglite = await openEngine(directory)
    await pglite.query('select 1')
    return pglite
  } catch {
    return null
  }
}

// The system caches the engine’s pages too: half of the memory that the engine would take costs no speed.
function openEngine(directory: string): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=64MB']
  return PGlite.create({ dataDir: directory, startParams })
}

/** The embedded database behind the pool of a server: one connection, which is never idle for too long, so that its end means the engine's. */
function openEmbeddedPool(pglite: PGlite): pg.Pool {
  return new pg.Pool({
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    types: columnTypes,
  } as pg.PoolConfig)
}
