import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { findFreePort } from '../../tools/browser/start-site.ts'
import { callServer } from '../support/control-caller.ts'
import { makeEmbedded } from '../support/embedded-database.ts'
import { runEntente, startEntente } from '../support/entente-process.ts'

test('a server killed in the middle of a stream of writes has lost nothing that it had acknowledged', async () => {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const dataDir = made.environment.DATA_DIR ?? ''
  const acknowledged: string[] = []
  for (const round of [1, 2, 3]) {
    const running = await startEntente({ environment: { ...made.environment, DEMO: 'none' } })
    let killed = false
    for (let number = 1; !killed; number++) {
      // After so many writes, not so much time: a busy machine acknowledges few in a second.
      if (number === round * 12)
        void wait(round).then(() => {
          killed = true
          running.process.kill('SIGKILL')
        })
      const slug = `kept-${round}-${number}`
      const answered = await callServer(dataDir, [
        'network',
        'add',
        slug,
        '--countries',
        'FR,KR',
        '--languages',
        'fr',
      ]).catch(() => null)
      if (answered?.exit === 0) acknowledged.push(slug)
    }
    expect((await running.ended).signal).toBe('SIGKILL')
  }
  const database = await openUnmigrated(readSettings(made.environment))
  onTestFinished(() => database.close())
  const rows = await database.connection.selectFrom('networks_network').select('slug').execute()
  const found = new Set(rows.map(({ slug }) => slug))
  expect(acknowledged.length).toBeGreaterThan(30)
  expect(acknowledged.filter((slug) => !found.has(slug))).toEqual([])
  // Each network with its activity, or neither.
  const activity = await database.connection
    .selectFrom('platform_activity')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('subject_kind', '=', 'network')
    .where('network_id', 'is not', null)
    .executeTakeFirst()
  expect(Number(activity?.count)).toBe(found.size)
})

test('a first start that was killed is taken up by the next one', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'entente-first-'))
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }))
  for (const killAfterMs of [700, 1_500, 3_000, 6_000]) {
    await runEntente(['serve'], {
      environment: { DATA_DIR, PORT: String(await findFreePort()) },
      killAfterMs,
    })
  }
  expect(await runEntente(['migrate'], { environment: { DATA_DIR } })).toMatchObject({ exit: 0 })
})
