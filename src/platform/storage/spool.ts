import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../context/clock.ts'

/** Bytes in memory, as they come, or in a file of this machine. */
export type FileSource = Uint8Array | AsyncIterable<Uint8Array> | { path: string }

export interface Spooled {
  path: string
  sha256: string
  size: number
  /** Removes what was written for it; a file that was there before stays. */
  remove(): Promise<void>
}

/** Writes bytes into a file, and returns it with size and checksum. */
export async function spool(folder: string, source: FileSource): Promise<Spooled> {
  if ('path' in source) {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of createReadStream(source.path)) {
      hash.update(piece)
      size += piece.length
    }
    return { path: source.path, sha256: hash.digest('hex'), size, remove: async () => undefined }
  }
  const path = await newScratchPath(folder)
  const remove = () => rm(path, { force: true })
  try {
    return { path, ...(await writeDown(path, source)), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Writes bytes into a file of its own; returns their size and checksum. */
export async function writeDown(
  path: string,
  source: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of source instanceof Uint8Array ? [source] : source) {
      hash.update(piece)
      size += piece.length
      await file.writeFile(piece)
    }
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), size }
}

/** A name that no other file has in the scratch folder; makes the folder when missing. */
export async function newScratchPath(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, randomUUID())
}

// Longer than any upload takes.
const forgottenAfter = { hours: 6 }

/** Removes files that a process left behind when it was killed. */
export async function clearScratch(folder: string, clock: Clock): Promise<void> {
  const limit = clock.now().subtract(forgottenAfter).epochMilliseconds
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < limit) await rm(path, { recursive: true, force: true })
  }
}
