import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

const neededMegabytes = 300

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
    return { pglite: await createDatabase(directory), isNew: true, restoredFrom: null }
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
    throw new DatabaseBroken(`The embedded database could not be made in ${directory}: ${roomFor(directory)}`)
  }
  renameSync(partial, directory)
  return PGlite.create(directory)
}

function roomFor(directory: string): string {
  const { bavail, bsize } = statfsSync(dirname(directory))
  const free = Math.round((bavail * bsize) / 1e6)
  return free < neededMegabytes ? `the disk is full (${free} MB are free, it takes ${neededMegabytes})` : 'the engine did not start'
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
