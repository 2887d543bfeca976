import { constants, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { cp, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const kept = 2

/** Snapshots of the embedded database in a data directory, newest first: each is a whole database folder. */
export function listSnapshots(dataDir: string): string[] {
  const folder = join(dataDir, 'snapshots')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^\d{8}T\d{9}Z$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name))
}

/** The name of a snapshot of an instant, such as `20261102T090000000Z`: names sort by time. */
export function snapshotName(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'millisecond' }).replace(/[-:.]/g, '')
}

/**
 * Copies the embedded database into a folder that is on the disk when this returns, and drops the oldest copies.
 * The database itself never syncs: after a power cut this is what remains. Queries wait while files are copied;
 * kept pages are still served.
 */
export async function writeSnapshot(
  database: { whileIdle(work: () => Promise<void>): Promise<void> },
  dataDir: string,
  at: Temporal.Instant,
): Promise<string> {
  const folder = join(dataDir, 'snapshots')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, snapshotName(at))
  const partial = `${path}.part`
  await database.whileIdle(async () => {
    await rm(partial, { recursive: true, force: true })
    await cp(join(dataDir, 'database'), partial, { recursive: true, mode: constants.COPYFILE_FICLONE })
  })
  await syncTree(partial)
  await rename(partial, path)
  await syncPath(folder)
  for (const old of listSnapshots(dataDir).slice(kept)) await rm(old, { recursive: true, force: true })
  return path
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await syncPath(join(entry.parentPath, entry.name))
  }
  await syncPath(folder)
}

// Windows cannot sync a folder; files are synced everywhere.
async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (process.platform !== 'win32') throw error
  } finally {
    await handle.close()
  }
}
