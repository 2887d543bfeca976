import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { makeEmbedded } from '../../../test/support/embedded-database.ts'
import { readSettings } from '../settings/settings.ts'
import { openDatabase } from './open-database.ts'
import { tidyTables } from './statistics.ts'

it('tidies the tables that were written to, and lets whoever waits go first between two of them', async () => {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const { connection, close } = await openDatabase(readSettings({ ...made.environment }))
  onTestFinished(close)
  await tidyTables(connection)
  let turns = 0
  const count = () => {
    turns++
    waiting = setImmediate(count)
  }
  let waiting = setImmediate(count)
  await sql`update networks_network set updated_at = now()`.execute(connection)
  await sql`update directory_organisation set slug = slug where slug = 'limoges'`.execute(connection)
  const tidied = await tidyTables(connection)
  clearImmediate(waiting)
  expect(tidied).toContain('directory_organisation')
  expect(tidied).not.toContain('directory_name')
  expect(turns).toBeGreaterThanOrEqual(tidied.length)
  const { rows } = await sql<{ dead: number }>`
    select n_dead_tup::int as dead from pg_stat_all_tables where relname = 'directory_organisation'
  `.execute(connection)
  expect(rows).toEqual([{ dead: 0 }])
})
