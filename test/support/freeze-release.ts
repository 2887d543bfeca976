import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeAgreement } from '../../src/features/registry/agreements/commands.ts'
import { writeBackup } from '../../src/platform/database/backup/write-backup.ts'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { startJobs } from '../../src/platform/jobs/jobs.ts'
import { projectPath } from '../../src/platform/settings/project-path.ts'
import { readRelease } from '../../src/platform/settings/release.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { openStorage } from '../../src/platform/storage/open-storage.ts'
import { startCluster } from '../../tools/test/cluster.ts'
import { postgresqlFolder } from '../../tools/test/packages.ts'
import { buildCooperation } from './build-cooperation.ts'
import { buildNetwork } from './build-network.ts'
import { templateContext } from './embedded-database.ts'
import { FixedClock } from './fixed-clock.ts'

// Keeps what a release leaves behind, for the releases after it: `tsx test/support/freeze-release.ts`.
const folder = projectPath('test', 'fixtures', 'releases', readRelease())
mkdirSync(folder, { recursive: true })
const cluster = await startCluster()
const settings = readSettings({ DATABASE_URL: cluster.url })
const database = await openDatabase(settings)
const context = templateContext(database)
const network = await buildNetwork(context, { slug: 'frozen' })
const { id, parties } = await buildCooperation(context, network.id, { slug: 'frozen-tie', since: '2010' })
await writeAgreement(
  context,
  { id, networkId: network.id },
  {
    kind: 'twinning',
    title: { fr: { text: 'Charte d’amitié', state: 'original' } },
    parties: parties.map((organisation) => ({ organisationId: organisation.id })),
    plannedAmount: { amount: '1200.50', currency: 'EUR' },
    steps: [{ state: 'signed', on: '2015', knownOn: '2017-07-07' }],
    position: 0,
    knownOn: '2017-07-07',
  },
)
const jobs = await startJobs(database, { jobs: [], works: false, onError: console.error })
await jobs.stop()
const pieces: string[] = []
await writeBackup(database.connection, {
  clock: new FixedClock(),
  storage: openStorage(settings),
  write: async (piece) => void pieces.push(piece),
  progress: () => undefined,
})
writeFileSync(join(folder, 'backup.jsonl'), pieces.join(''))
writeFileSync(join(folder, 'database.sql'), dumpAsSql())
await database.close()
await cluster.stop()

function dumpAsSql(): string {
  const words = ['--no-owner', '--no-privileges', '--inserts', '--dbname', cluster.url]
  const text = execFileSync(join(postgresqlFolder() ?? '', 'pg_dump'), words, { encoding: 'utf8' })
  // Settings of the session, and commands of psql, would reach further than the tables.
  return text.replaceAll(/^(SET |SELECT pg_catalog\.set_config|\\|--).*\n/gm, '').replaceAll(/\n{2,}/g, '\n')
}
