import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/platform/context/clock.ts'
import { restoreBackup } from '../../src/platform/database/backup/restore-backup.ts'
import { appliedMigrations, listMigrations } from '../../src/platform/database/migrations.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { openStorage } from '../../src/platform/storage/open-storage.ts'
import { databaseAddress } from '../../tools/test/cluster.ts'
import { startEntente } from '../support/entente-process.ts'

const folder = projectPath('test', 'fixtures', 'releases')
const releases = readdirSync(folder).filter((name) => /^\d/.test(name))
const textOf = (release: string) => readFileSync(join(folder, release, 'database.sql'), 'utf8')

async function embeddedFrom(release: string): Promise<Record<string, string>> {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'entente-upgrade-'))
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }))
  const database = await PGlite.create(join(DATA_DIR, 'database'))
  await database.exec(textOf(release))
  await database.close()
  return { DATA_DIR }
}

async function serverFrom(release: string): Promise<Record<string, string>> {
  const server = inject('databaseServer') ?? ''
  const name = `release_${release.replaceAll(/\W/g, '_')}`
  const DATABASE_URL = databaseAddress(server, name)
  for (const [url, statement] of [
    [server, `create database ${name} template template0 encoding 'UTF8'`],
    [DATABASE_URL, textOf(release)],
  ] as const) {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  return { DATABASE_URL }
}

async function expectFrozenRows(environment: Record<string, string>): Promise<void> {
  const database = await openDatabase(readSettings(environment))
  try {
    expect(await appliedMigrations(database.connection)).toEqual(listMigrations())
    const ties = await database.connection
      .selectFrom('registry_cooperation as c')
      .innerJoin('networks_network as n', 'n.network_id', 'c.network_id')
      .innerJoin('registry_agreement as a', 'a.cooperation_id', 'c.cooperation_id')
      .select(['n.slug as network', 'c.slug', 'c.since', 'a.title', 'a.planned_amount as amount'])
      .execute()
    expect(ties).toEqual([
      {
        network: 'frozen',
        slug: 'frozen-tie',
        since: '2010',
        title: { fr: { text: 'Charte d’amitié', state: 'original' } },
        amount: '1200.50',
      },
    ])
  } finally {
    await database.close()
  }
}

test('there is a release to come from', () => {
  expect(releases).toContain('0.1.0')
})

describe.each(releases)('release %s', (release) => {
  test.for([
    ['embedded', embeddedFrom],
    ['server', serverFrom],
  ] as const)('its %s database opens in this release and holds its rows', async ([, make]) => {
    await expectFrozenRows(await make(release))
  })

  test('its database is served by this release, queue included', async () => {
    const environment = { ...(await embeddedFrom(release)), DEMO: 'none', ROLE: 'web' }
    const running = await startEntente({ environment })
    expect(await (await fetch(`${running.url}/readyz`)).json()).toEqual({
      status: 'ready',
      checks: { database: 'ok', migrations: 'ok', jobs: 'ok' },
    })
    const answer = await fetch(`${running.url}/api/v1/networks/frozen/cooperations`)
    expect((await answer.json()).items.map(({ slug }: { slug: string }) => slug)).toEqual(['frozen-tie'])
  })

  test('its backup is restored by this release', async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'entente-upgrade-'))
    onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }))
    const settings = readSettings({ DATA_DIR })
    const database = await openDatabase(settings)
    const source = createReadStream(join(folder, release, 'backup.jsonl'))
    const storage = openStorage(settings)
    await restoreBackup(database.connection, source, {
      replace: false,
      clock: systemClock,
      storage,
      progress: () => undefined,
    })
    await database.close()
    await expectFrozenRows({ DATA_DIR })
  })
})
