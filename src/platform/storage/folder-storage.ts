import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, copyFile, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { type Storage, StorageUnusable } from './storage.ts'

/** Files in a folder, `ab/cd/abcd…`: each is whole and on the disk under its name, or not there at all. */
export function openFolderStorage(folder: string, scratch: string): Storage {
  const root = resolve(folder)
  const place = `the folder ${root}`
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const told = <T>(work: Promise<T>) => work.catch((error: unknown) => refuse(place, error))
  return {
    place,
    isLocal: true,
    scratch,
    put: (sha256, path, size) => told(putWhole(path, pathOf(sha256), size)),
    read: (sha256) => told(readOrNull(pathOf(sha256))),
    has: (sha256) => told(sizeOf(pathOf(sha256)).then((size) => size !== null)),
    remove: (sha256) => told(rm(pathOf(sha256), { force: true })),
    check: () => told(tryFolder(root)),
  }
}

async function putWhole(from: string, target: string, size: number): Promise<void> {
  if ((await sizeOf(target)) === size) return
  const partial = `${target}.${randomUUID()}.part`
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  try {
    await copyFile(from, partial, constants.COPYFILE_FICLONE)
    await sync(partial)
    await rename(partial, target)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  await sync(dirname(target))
}

// On the disk, so that neither bytes nor name are lost with the power.
async function sync(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function readOrNull(path: string): Promise<Readable | null> {
  try {
    const file = await open(path, 'r')
    return file.createReadStream()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function tryFolder(root: string): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  await access(root, constants.R_OK | constants.W_OK)
  const trial = join(root, `trial-${randomUUID()}.part`)
  try {
    await writeFile(trial, 'trial')
    for await (const _ of createReadStream(trial)) break
  } finally {
    await rm(trial, { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

function refuse(place: string, error: unknown): never {
  const why = error instanceof Error ? error.message : String(error)
  throw new StorageUnusable(`Files cannot be kept in ${place}: ${why}`)
}
