import { setImmediate } from 'node:timers/promises'
import { type Clock, systemClock } from '../context/clock.ts'
import type { Settings } from '../settings/settings.ts'
import type { Connection } from './connection.ts'
import { DatabaseBroken } from './database-away.ts'
import { folderTrouble } from './folder-trouble.ts'
import { migrate } from './migrations.ts'
import { connect } from './pool.ts'
import { openServerDatabase } from './server-database.ts'
import { StatementNames } from './statement-names.ts'

export interface OpenDatabase {
  connection: Connection
  /** The connection for answers that a person waits for: a statement is given up after DATABASE_STATEMENT_SECONDS. */
  answering: Connection
  /** Sends SQL as it is, for the job queue, which writes its own. */
  executeSql(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
  isEmbedded: boolean
  /** Whether statements are prepared under names; false behind a pooler that loses them. */
  keepsNames(): boolean
  /** Writes everything out and runs some work on the files while no query runs; embedded database only. */
  whileIdle(work: () => Promise<void>): Promise<void>
  restoredFrom: string | null
  /** Calls back when the embedded engine has died, of a full disk say: nothing that is written from then on is kept. */
  onBroken(listener: (error: DatabaseBroken) => void): void
  close(): Promise<void>
}

/** Opens the database that the settings name and brings its schema up to date. */
export async function openDatabase(settings: Settings, clock: Clock = systemClock): Promise<OpenDatabase> {
  const opened = await openUnmigrated(settings, clock)
  try {
    await migrate(opened.connection)
    return opened
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Opens the database as it is: for `doctor`, and for restoring a backup into it. */
export async function openUnmigrated(settings: Settings, clock: Clock = systemClock): Promise<OpenDatabase> {
  const embedded = settings.databaseUrl ? null : await openEngine(settings.dataDir, clock)
  const { pool, names } = embedded
    ? { pool: embedded.pool, names: new StatementNames() }
    : await openServerDatabase(settings.databaseUrl ?? '', settings.database)
  const connection = connect(pool, names, null)
  const seconds = settings.database.statementSeconds
  // The embedded engine works in this very thread, where no clock could stop it.
  const answering = embedded || seconds === null ? connection : connect(pool, names, seconds)
  let isClosing = false
  return {
    connection,
    answering,
    // A text of several statements answers several results: the queue looks for its rows in all of them.
    executeSql: async (text, values) => {
      // The embedded engine works in this thread, and the queue asks for many things in a row: a visitor who waits for a page goes first.
      if (embedded) await setImmediate()
      const result = await pool.query(text, values)
      return { rows: Array.isArray(result) ? result.flatMap((each) => each.rows) : result.rows }
    },
    isEmbedded: embedded !== null,
    keepsNames: () => names.areKept,
    // The only connection is held, so that every query waits its turn.
    whileIdle: async (work) => {
      const client = await pool.connect()
      try {
        await client.query('checkpoint')
        await work()
      } finally {
        client.release()
      }
    },
    restoredFrom: embedded?.restoredFrom ?? null,
    // Its one connection goes only when the engine behind it has gone.
    onBroken: (listener) => {
      if (!embedded) return
      pool.on('remove', () => {
        const trouble = folderTrouble(settings.dataDir) ?? 'restart it, which opens the database again'
        if (!isClosing)
          listener(new DatabaseBroken(`The embedded database stopped in the middle of its work: ${trouble}`))
      })
    },
    close: async () => {
      isClosing = true
      await connection.destroy()
      await embedded?.close()
    },
  }
}

// With a server the engine is of no use, and takes memory.
async function openEngine(dataDir: string, clock: Clock) {
  const { openEmbedded } = await import('./embedded.ts')
  return openEmbedded(dataDir, clock)
}
