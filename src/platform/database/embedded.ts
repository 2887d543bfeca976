import { cpSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Clock } from '../context/clock.ts'
import { lockDirectory } from './directory-lock.ts'
import { listSnapshots } from './snapshots.ts'

export interface Embedded {
  pglite: PGlite
  isNew: boolean
  /** The snapshot that stands in for a directory that would not open. */
  restoredFrom: string | null
  close(): Promise<void>
}

export class DatabaseBroken extends Error {}

/** Opens the embedded database of a data directory; when it will not open, the newest sound snapshot takes its place. */
export async function openEmbedded(dataDir: string, clock: Clock): Promise<Embedded> {
  const unlock = await lockDirectory(dataDir)
  try {
    const found = await findDatabase(dataDir, clock)
    return {
      ...found,
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

async function findDatabase(dataDir: string, clock: Clock): Promise<Omit<Embedded, 'close'>> {
  const directory = join(dataDir, 'database')
  const existed = existsSync(directory)
  if (!existed && listSnapshots(dataDir).length === 0) {
    return { pglite: await PGlite.create(directory), isNew: true, restoredFrom: null }
  }
  if (existed) {
    const pglite = await openOrNull(directory)
    if (pglite) return { pglite, isNew: false, restoredFrom: null }
    renameSync(directory, `${directory}.broken-${clock.now().epochMilliseconds}`)
  }
  for (const snapshot of listSnapshots(dataDir)) {
    cpSync(snapshot, directory, { recursive: true })
    const pglite = await openOrNull(directory)
    if (pglite) return { pglite, isNew: false, restoredFrom: snapshot }
    if (existsSync(directory)) renameSync(directory, `${directory}.broken-${clock.now().epochMilliseconds}`)
  }
  throw new DatabaseBroken(
    `The embedded database in ${directory} will not open and no snapshot in ${join(dataDir, 'snapshots')} restores it; ` +
      'the files are kept under the name database.broken-…; restore a backup with "entente restore FILE"',
  )
}

// The engine's errors carry a hundred kilobytes of its own source: whether it opened is all that is asked here.
async function openOrNull(directory: string): Promise<PGlite | null> {
  try {
    const pglite = await PGlite.create(directory)
    await pglite.query('select 1')
    return pglite
  } catch {
    return null
  }
}
