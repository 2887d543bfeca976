import { sql } from 'kysely'
import { expect, inject, it, onTestFinished } from 'vitest'
import { openTestDatabase } from '../../../test/support/open-test-database.ts'
import { systemClock } from '../context/clock.ts'
import { DatabaseAway } from './database-away.ts'

it.runIf(inject('databaseServer'))(
  'gives up a statement that a person waits for after the time of the settings; jobs may take longer',
  async () => {
    const limited = { DATABASE_STATEMENT_SECONDS: '1' }
    const { database, close } = await openTestDatabase({ directory: 'none' }, limited, systemClock)
    onTestFinished(close)
    const startedAt = performance.now()
    await expect(sql`select pg_sleep(4)`.execute(database.answering)).rejects.toThrow(DatabaseAway)
    expect(performance.now() - startedAt).toBeLessThan(3500)
    await sql`select pg_sleep(1.5)`.execute(database.connection)
  },
)
