import { basename } from 'node:path'
import type { OpenDatabase } from '../database/open-database.ts'
import { listSnapshots, snapshotName, writeSnapshot } from '../database/snapshots.ts'
import { tidyTables } from '../database/statistics.ts'
import type { Application } from '../http/application.ts'
import type { Job } from './jobs.ts'

/**
 * Every five minutes, when anything was written since: tidies the tables, updates the planner’s statistics, and copies the embedded
 * database to where a power cut leaves it whole.
 */
export function snapshotJob(application: Application, database: OpenDatabase): Job {
  let taken: string | null = null
  return {
    name: 'platform.snapshot',
    cron: '*/5 * * * *',
    run: async () => {
      const latest = await latestChange(database)
      // After a restart nothing is known but the snapshots themselves: to write one again would keep the first readers waiting.
      if (taken === null && (await isCovered(database, application.settings.dataDir))) taken = latest
      if (latest === taken) return
      // What is tidy, long lists read from their indexes alone.
      await tidyTables(database.connection)
      await writeSnapshot(database, application.settings.dataDir, application.clock.now())
      taken = latest
    },
  }
}

async function latestChange(database: OpenDatabase): Promise<string> {
  const rows = await database.connection
    .selectFrom('platform_revision')
    .select(['scope', 'revision'])
    .orderBy('scope')
    .execute()
  return rows.map((row) => `${row.scope}=${row.revision}`).join(' ')
}

/** Whether the newest snapshot was written after the last change. */
async function isCovered(database: OpenDatabase, dataDir: string): Promise<boolean> {
  const [newest] = listSnapshots(dataDir)
  const last = await database.connection
    .selectFrom('platform_revision')
    .select(({ fn }) => fn.max('changed_at').as('at'))
    .executeTakeFirst()
  if (newest === undefined || !last?.at) return false
  return basename(newest) > snapshotName(Temporal.Instant.fromEpochMilliseconds(new Date(last.at).getTime()))
}
