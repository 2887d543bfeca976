import { chmodSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, openUnmigrated } from '../../src/platform/database/open-database.ts'
import { listSnapshots, writeSnapshot } from '../../src/platform/database/snapshots.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { buildNetwork } from '../support/build-network.ts'
import { makeEmbedded, templateContext } from '../support/embedded-database.ts'
import { runEntente, startEntente } from '../support/entente-process.ts'

/** A data directory whose snapshot holds the network `saved`, and whose database also holds `later`. */
async function makeWithSnapshot() {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const settings = readSettings(made.environment)
  const database = await openDatabase(settings)
  const context = templateContext(database)
  await buildNetwork(context, { slug: 'saved' })
  await writeSnapshot(database, settings.dataDir, Temporal.Instant.from('2026-11-02T09:00:00Z'))
  await buildNetwork(context, { slug: 'later' })
  await database.close()
  return {
    environment: { ...made.environment, DEMO: 'none' },
    folder: settings.dataDir,
    files: join(settings.dataDir, 'database'),
  }
}

async function networksIn(environment: Record<string, string>): Promise<string[]> {
  const database = await openUnmigrated(readSettings(environment))
  const rows = await database.connection
    .selectFrom('networks_network')
    .select('slug')
    .orderBy('slug')
    .execute()
  await database.close()
  return rows.map(({ slug }) => slug)
}

test('a database that will not open gives way to the newest snapshot, which the log says, and is kept aside', async () => {
  const { environment, folder, files } = await makeWithSnapshot()
  truncateSync(join(files, 'global', 'pg_control'), 100)
  const running = await startEntente({ environment })
  expect(running.said()).toMatch(
    /"msg":"The embedded database would not open; restored the snapshot [^"]+20261102T090000000Z"/,
  )
  await running.stop('SIGTERM')
  expect(await networksIn(environment)).toEqual(['saved'])
  expect(readdirSync(folder).filter((name) => name.startsWith('database.broken-'))).toHaveLength(1)
})

test('a database of which nothing is left gives way to the newest snapshot', async () => {
  const { environment, files } = await makeWithSnapshot()
  rmSync(files, { recursive: true })
  expect(await networksIn(environment)).toEqual(['saved'])
})

test('a snapshot that will not open either gives way to the one before it', async () => {
  const { environment, folder, files } = await makeWithSnapshot()
  const database = await openDatabase(readSettings(environment))
  await writeSnapshot(database, folder, Temporal.Instant.from('2026-11-02T10:00:00Z'))
  await database.close()
  const [newest = ''] = listSnapshots(folder)
  for (const each of [files, newest]) truncateSync(join(each, 'global', 'pg_control'), 100)
  expect(await networksIn(environment)).toEqual(['saved'])
})

test('a database that will not open, without a snapshot, is one line that says what to do', async () => {
  const { environment, folder, files } = await makeWithSnapshot()
  rmSync(join(folder, 'snapshots'), { recursive: true })
  truncateSync(join(files, 'global', 'pg_control'), 100)
  const { exit, err } = await runEntente(['serve'], { environment })
  expect(exit).toBe(1)
  expect(err).toMatch(
    /^The embedded database in \S+ will not open and no snapshot .* restore a backup with "entente restore FILE"\n$/,
  )
})

test('a half-written snapshot is never taken for one', async () => {
  const { environment, folder } = await makeWithSnapshot()
  writeFileSync(join(folder, 'snapshots', '20991231T000000000Z.part'), '')
  expect(listSnapshots(folder)).toHaveLength(1)
  expect(await networksIn(environment)).toEqual(['later', 'saved'])
})

test('a sound database that belongs to another user stays where it is', async ({ skip }) => {
  if (process.getuid?.() !== 0) skip('only root can try files that belong to another user')
  const { environment, folder, files } = await makeWithSnapshot()
  rmSync(join(folder, 'snapshots'), { recursive: true })
  chmodSync(folder, 0o777)
  const finished = await runEntente(['serve'], { environment, user: { uid: 65_534, gid: 65_534 } })
  expect(finished).toMatchObject({
    exit: 1,
    err: expect.stringMatching(
      /^The embedded database in \S+ cannot be opened: this user may not read and write \S+\n$/,
    ),
  })
  expect(existsSync(files)).toBe(true)
  expect(await networksIn(environment)).toEqual(['later', 'saved'])
})
