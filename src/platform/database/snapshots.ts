import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib'
import type { PGlite } from '@electric-sql/pglite'

const kept = 3
const compress = promisify(zstdCompress)

/** Snapshots of the embedded database in a data directory, newest first. */
export function listSnapshots(dataDir: string): string[] {
  const folder = join(dataDir, 'snapshots')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^\d{8}T\d{6}\d*Z\.tar\.zst$/.test(file))
    .sort()
    .reverse()
    .map((file) => join(folder, file))
}

/**
 * Writes the whole embedded database into a file that is on the disk when this returns, and drops the oldest ones.
 * The database itself never syncs: after a power cut this file is what remains.
 */
export async function writeSnapshot(pglite: PGlite, dataDir: string, at: Temporal.Instant): Promise<string> {
  const folder = join(dataDir, 'snapshots')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const dump = await pglite.dumpDataDir('none')
  const packed = await compress(Buffer.from(await dump.arrayBuffer()), { params: { [constants.ZSTD_c_compressionLevel]: 3 } })
  const name = `${at.toString({ smallestUnit: 'millisecond' }).replace(/[-:.]/g, '')}.tar.zst`
  const path = join(folder, name)
  writeDurably(`${path}.part`, packed)
  renameSync(`${path}.part`, path)
  syncFolder(folder)
  for (const old of listSnapshots(dataDir).slice(kept)) rmSync(old)
  return path
}

/** The content of a snapshot as the embedded database loads it. */
export function readSnapshot(path: string): Blob {
  return new Blob([zstdDecompressSync(readFileSync(path))])
}

function writeDurably(path: string, content: Uint8Array): void {
  const file = openSync(path, 'w', 0o600)
  try {
    for (let written = 0; written < content.length; ) written += writeSync(file, content, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
