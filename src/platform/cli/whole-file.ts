import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CommandFailed } from './command.ts'

/**
 * Writes a file that is either whole, on the disk and readable by its owner alone, or not there at all: the old file
 * stays until then. A device or a pipe is written as it is.
 */
export async function writeWholeFile<T>(
  path: string,
  work: (write: (piece: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const isSpecial = await stat(path).then(
    (found) => !found.isFile(),
    () => false,
  )
  const target = isSpecial ? path : `${path}.part`
  try {
    const result = await fill(await open(target, 'w', 0o600), work)
    if (!isSpecial) {
      await rename(target, path)
      await syncFolder(dirname(path))
    }
    return result
  } catch (error) {
    if (!isSpecial) await rm(target, { force: true }).catch(() => undefined)
    if (error instanceof Error && 'syscall' in error)
      throw new CommandFailed(`${path} cannot be written: ${error.message}`)
    throw error
  }
}

async function fill<T>(
  file: FileHandle,
  work: (write: (piece: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  try {
    const result = await work(async (piece) => {
      await file.writeFile(piece)
    })
    // A pipe or a device cannot be synced.
    await file.sync().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EINVAL') throw error
    })
    return result
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
