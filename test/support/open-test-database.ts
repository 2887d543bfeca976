import { inject } from 'vitest'
import type { Clock } from '../../src/platform/context/clock.ts'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings, type Settings } from '../../src/platform/settings/settings.ts'
import type { Contents } from './contents.ts'
import { makeEmbedded } from './embedded-database.ts'
import { makeOnServer } from './server-database.ts'

export interface OpenTestDatabase {
  database: OpenDatabase
  settings: Settings
  close(): Promise<void>
}

const quiet = {
  // Found out by two connections at once; a server of the tests has no pooler before it.
  DATABASE_POOLER: 'none',
  DEMO: 'none',
  LOG_LEVEL: 'silent',
  RATE_LIMIT: '0',
  SECRET: 'a secret for tests, which nobody may guess',
}

/** Opens a database of its own for a test file, on the kind of database that the project runs on. */
export async function openTestDatabase(
  contents: Contents,
  environment: Record<string, string>,
  clock: Clock,
): Promise<OpenTestDatabase> {
  const server = inject('databaseServer')
  const made = server ? await makeOnServer(server, contents) : await makeEmbedded(contents)
  const settings = readSettings({ ...quiet, ...made.environment, ...environment })
  const database = await openDatabase(settings, clock)
  return {
    database,
    settings,
    close: async () => {
      await database.close()
      await made.remove()
    },
  }
}
