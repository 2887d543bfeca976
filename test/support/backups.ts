import { Readable } from 'node:stream'
import { inject } from 'vitest'
import type { Context } from '../../src/platform/context/context.ts'
import { type RestoredBackup, restoreBackup } from '../../src/platform/database/backup/restore-backup.ts'
import { writeBackup } from '../../src/platform/database/backup/write-backup.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { openStorage } from '../../src/platform/storage/open-storage.ts'
import type { Storage } from '../../src/platform/storage/storage.ts'
import type { Contents } from './contents.ts'
import { makeEmbedded, type TestDatabase } from './embedded-database.ts'
import { FixedClock } from './fixed-clock.ts'
import { makeOnServer } from './server-database.ts'

export const backupClock = new FixedClock()
const clock = backupClock
const storages = new Map<Connection, Storage>()
const opened: { database: OpenDatabase; made: TestDatabase }[] = []

async function open(made: TestDatabase): Promise<Connection> {
  const settings = readSettings(made.environment)
  const database = await openDatabase(settings, clock)
  opened.push({ database, made })
  storages.set(database.connection, openStorage(settings))
  return database.connection
}

/** Where the files of such a database are. */
export function storageOf(database: Connection): Storage {
  const storage = storages.get(database)
  if (!storage) throw new Error('a database of another test')
  return storage
}

export function contextOf(database: Connection): Context {
  return { actor: { kind: 'operator' }, clock, database, today: '2026-11-02' }
}

/** Registers the storage of an application opened elsewhere here too, so that it can be backed up. */
export function knowStorage({ database, storage }: { database: Connection; storage: Storage }): void {
  storages.set(database, storage)
}

/** An embedded database of these contents, with a folder for its files; closed by `closeDatabases`. */
export async function openEmbedded(contents: Contents): Promise<Connection> {
  return open(await makeEmbedded(contents))
}

/** A database of these contents on the run’s server. */
export async function openOnServer(contents: Contents): Promise<Connection> {
  return open(await makeOnServer(inject('databaseServer') ?? '', contents))
}

export async function backUp(database: Connection): Promise<string> {
  const pieces: string[] = []
  await writeBackup(database, {
    clock,
    storage: storageOf(database),
    write: async (piece) => void pieces.push(piece),
    progress: () => undefined,
  })
  return pieces.join('')
}

export async function restore(
  database: Connection,
  text: string,
  replace = false,
  endTokens = false,
): Promise<RestoredBackup> {
  // Odd pieces, so that lines and characters are cut anywhere.
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7919) }, (_, n) =>
    bytes.subarray(n * 7919, (n + 1) * 7919),
  )
  return restoreBackup(database, Readable.from(pieces), {
    replace,
    endTokens,
    clock,
    storage: storageOf(database),
    progress: () => undefined,
  })
}

/** Closes and removes all that a test file has opened. */
export async function closeDatabases(): Promise<void> {
  for (const { database, made } of opened.splice(0)) {
    await database.close()
    await made.remove()
  }
}
