import type { OpenDatabase } from '../database/open-database.ts'
import { writeSnapshot } from '../database/snapshots.ts'
import { refreshStatistics } from '../database/statistics.ts'
import type { Application } from '../http/application.ts'
import type { Job } from './jobs.ts'

/**
 * Every five minutes, when anything was written since: counts the tables anew for the planner, and copies the embedded
 * database to where a power cut leaves it whole.
 */
export function snapshotJob(application: Application, database: OpenDatabase): Job {
  let taken: string | null = null
  return {
    name: 'platform.snapshot',
    cron: '*/5 * * * *',
    run: async () => {
      const latest = await latestChange(database)
      if (latest === taken) return
      await refreshStatistics(database.connection)
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
