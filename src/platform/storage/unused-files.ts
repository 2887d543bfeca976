import { sql } from 'kysely'
import type { Clock } from '../context/clock.ts'
import type { Connection } from '../database/connection.ts'
import { isUnused, listReferences } from '../database/references.ts'
import type { Application } from '../http/application.ts'
import type { Job } from '../jobs/jobs.ts'
import { clearScratch } from './spool.ts'

type Services = Pick<Application, 'database' | 'clock' | 'storage'>

// A file may wait so long for the record that it belongs to.
const graceHours = 24

/** Every night: forgets files to which nothing refers, and removes bytes that no file has. */
export function unusedFilesJob(services: Services): Job {
  return {
    name: 'platform.unusedFiles',
    cron: '40 2 * * *',
    run: async () => {
      await removeUnusedFiles(services)
      await clearScratch(services.storage.scratch, services.clock)
    },
  }
}

/** Returns how many contents were removed. */
export async function removeUnusedFiles({ database, clock, storage }: Services): Promise<number> {
  await forgetUnusedFiles(database, clock)
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from platform_file_content c
    where not exists (select from platform_file f where f.sha256 = c.sha256)
  `.execute(database)
  let removed = 0
  for (const { sha256 } of rows) {
    await database.transaction().execute(async (inside) => {
      // A process that keeps the same bytes at this moment waits here, and then writes them again.
      await sql`select from platform_file_content where sha256 = ${sha256} for update`.execute(inside)
      const gone = await sql`
        delete from platform_file_content c
        where sha256 = ${sha256} and not exists (select from platform_file f where f.sha256 = c.sha256)
      `.execute(inside)
      if (gone.numAffectedRows !== 1n) return
      await storage.remove(sha256)
      removed++
    })
  }
  return removed
}

async function forgetUnusedFiles(database: Connection, clock: Clock): Promise<void> {
  const limit = clock.now().subtract({ hours: graceHours }).toString()
  const references = await listReferences(database, 'platform_file')
  await sql`
    delete from platform_file f where created_at < ${limit} and ${isUnused(references, 'f.file_id')}
  `.execute(database)
}
