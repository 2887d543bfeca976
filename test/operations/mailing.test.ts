import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/platform/context/clock.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { openUnmigrated } from '../../src/platform/database/open-database.ts'
import {
  addReaders,
  prepareMailing,
  reportMailing,
  steerMailing,
} from '../../src/platform/mail/mailing/mailing.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'
import { makeEmbedded, templateContext } from '../support/embedded-database.ts'
import { startEntente } from '../support/entente-process.ts'
import { startMailServer } from '../support/smtp-server.ts'

const count = 400
const kills = 3
const connections = 5

test('a process killed while it sends a letter to many loses none, and repeats one a connection at most', async () => {
  const made = await makeEmbedded({ directory: 'small' })
  onTestFinished(made.remove)
  const server = await startMailServer()
  onTestFinished(server.close)
  const inDatabase = async <T>(
    work: (context: ReturnType<typeof templateContext>) => Promise<T>,
  ): Promise<T> => {
    const database = await openUnmigrated(readSettings(made.environment))
    try {
      return await work({ ...templateContext(database), clock: systemClock })
    } finally {
      await database.close()
    }
  }
  const id = await inDatabase(prepare)
  const environment = { ...made.environment, DEMO: 'none', SMTP_URL: server.url }
  for (let kill = 0; kill < kills; kill++) {
    const before = server.received.length
    const killed = await startEntente({ environment })
    await expect
      .poll(() => server.received.length, { interval: 2, timeout: 60_000 })
      .toBeGreaterThan(before + 20)
    await killed.stop('SIGKILL')
  }
  const last = await startEntente({ environment })
  await expect.poll(() => distinct(), { timeout: 60_000 }).toBe(count)
  // After this, everything has been written down.
  await last.stop('SIGTERM')
  const twice = server.received.length - distinct()
  process.stderr.write(
    `killed ${kills} times: received ${server.received.length}, twice ${twice}, lost ${count - distinct()}\n`,
  )
  expect(twice).toBeLessThanOrEqual(kills * connections)
  expect(await inDatabase((context) => reportMailing(context, id))).toMatchObject({ waiting: 0, sent: count })

  function distinct(): number {
    return new Set(server.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString('latin1'))?.[1]))
      .size
  }
})

async function prepare(context: ReturnType<typeof templateContext>): Promise<string> {
  const version = {
    key: 'fr',
    language: 'fr' as const,
    subject: 'Lettre',
    html: '<p>{{name}}</p>',
    text: '{{name}}',
  }
  const id = await prepareMailing(context, {
    networkId: null,
    kind: 'newsletter.issue',
    list: { id: 'newsletter', name: 'Lettre' },
    replyTo: null,
    versions: [version],
  })
  const readers = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    version: 'fr',
    address: `reader${at}@ville.example`,
    name: `Reader ${at}`,
    preferencesAddress: 'https://entente.example/p',
    unsubscribeAddress: 'https://entente.example/u',
    dueAt: context.clock.now(),
  }))
  await addReaders(context, id, readers)
  await steerMailing(context, id, 'sending')
  return id
}
