import { accessSync, constants, readdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'

/** A new database with its write-ahead log, and some room to work in. */
const neededMegabytes = 100

/** Why a program cannot work in a folder, in words: a full disk, or files that are not its own; else null. */
export function folderTrouble(folder: string): string | null {
  const { bavail, bsize } = statfsSync(folder)
  const freeMegabytes = Math.floor((bavail * bsize) / 1e6)
  if (freeMegabytes < neededMegabytes)
    return `the disk is full (${freeMegabytes} MB are free, ${neededMegabytes} are needed)`
  const closed = findClosed(folder)
  return closed === null ? null : `this user may not read and write ${closed}`
}

function findClosed(folder: string): string | null {
  if (!isOpen(folder)) return folder
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const closed = entry.isDirectory() ? findClosed(path) : isOpen(path) ? null : path
    if (closed !== null) return closed
  }
  return null
}

function isOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return true
  } catch {
    return false
  }
}
