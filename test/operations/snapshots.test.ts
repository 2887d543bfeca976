import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createApplication } from '../../src/app.tsx'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { listSnapshots } from '../../src/platform/database/snapshots.ts'
import { snapshotJob } from '../../src/platform/jobs/snapshot-job.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { buildNetwork } from '../support/build-network.ts'
import { makeEmbedded } from '../support/embedded-database.ts'
import { startEntente } from '../support/entente-process.ts'
import { FixedClock } from '../support/fixed-clock.ts'

async function openWithJob() {
  const made = await makeEmbedded({ directory: 'none' })
  const clock = new FixedClock('2026-11-02T09:00:00Z', { standsStill: 'a snapshot is named by its instant' })
  const settings = readSettings({ ...made.environment, LOG_LEVEL: 'silent' })
  const database = await openDatabase(settings, clock)
  onTestFinished(async () => {
    await database.close()
    await made.remove()
  })
  const application = createApplication({ settings, database, clock, log: pino({ level: 'silent' }) })
  const context = {
    actor: { kind: 'operator' as const },
    clock,
    database: database.connection,
    today: '2026-11-02',
  }
  const job = snapshotJob(application, database)
  const names = () => listSnapshots(settings.dataDir).map((path) => basename(path))
  return { clock, context, job, names, dataDir: settings.dataDir }
}

test('a change is in a snapshot within five minutes: the job is due that often and writes one', async () => {
  const { job, context, clock, names, dataDir } = await openWithJob()
  expect(job.cron).toBe('*/5 * * * *')
  await buildNetwork(context)
  await job.run(null)
  expect(names()).toEqual(['20261102T090000000Z'])
  expect(existsSync(join(dataDir, 'snapshots', '20261102T090000000Z', 'PG_VERSION'))).toBe(true)
  clock.advance({ minutes: 5 })
  await job.run(null)
  expect(names()).toEqual(['20261102T090000000Z'])
  await buildNetwork(context)
  await job.run(null)
  expect(names()).toEqual(['20261102T090500000Z', '20261102T090000000Z'])
})

test('the newest two snapshots are kept', async () => {
  const { job, context, clock, names } = await openWithJob()
  for (let minute = 0; minute < 4; minute++) {
    await buildNetwork(context)
    await job.run(null)
    clock.advance({ minutes: 5 })
  }
  expect(names()).toEqual(['20261102T091500000Z', '20261102T091000000Z'])
})

test('a server gives the job to its queue, and ends with a snapshot of what was changed last', async () => {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const running = await startEntente({ environment: { ...made.environment, DEMO: 'none' } })
  expect(await running.stop('SIGTERM')).toMatchObject({ exit: 0, err: '' })
  expect(listSnapshots(made.environment.DATA_DIR ?? '')).toHaveLength(1)
  const database = await openDatabase(readSettings(made.environment))
  const scheduled = await sql<{ name: string; cron: string }>`select name, cron from jobs.schedule`.execute(
    database.connection,
  )
  await database.close()
  expect(scheduled.rows).toContainEqual({ name: 'platform.snapshot', cron: '*/5 * * * *' })
})
