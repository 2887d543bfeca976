import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, inject, it, onTestFinished } from 'vitest'
import { many, openMailings, tell } from '../../../../test/support/open-mailings.ts'
import { projectPath } from '../../settings/project-path.ts'

const mailings = openMailings()
const { prepare, start, report, counted } = mailings
const kills = 3
const connections = 5
const letters = 400

// On an embedded database one process is killed after the other: test/operations/mailing.test.ts.
it.runIf(inject('databaseServer'))(
  'leaves to the others what processes had taken up that were killed, and loses nothing',
  async () => {
    const { testApp, server } = mailings
    const id = await prepare(many(letters))
    const running = await Promise.all(Array.from({ length: kills + 1 }, startSender))
    await start(id)
    for (const killed of running.slice(1)) {
      const before = server.received.length
      await expect
        .poll(() => server.received.length, { interval: 1, timeout: 60_000 })
        .toBeGreaterThan(before + 30)
      killed.kill('SIGKILL')
    }
    await expect.poll(async () => (await report(id))?.state, { timeout: 60_000 }).toBe('done')
    tell(`killed ${kills} times on a server’s database`, letters, counted())
    expect(counted().distinct).toBe(letters)
    expect(counted().twice).toBeLessThanOrEqual(kills * connections)
    expect(await report(id)).toMatchObject({ sent: letters })

    async function startSender(): Promise<ChildProcess> {
      const { databaseUrl, dataDir } = testApp.application.settings
      const child = fork(projectPath('test', 'support', 'sending-process.ts'), {
        execArgv: ['--import', 'tsx'],
        env: {
          PATH: process.env.PATH ?? '',
          DATABASE_URL: databaseUrl ?? '',
          DATA_DIR: dataDir,
          SMTP_URL: server.url,
        },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      onTestFinished(() => void child.kill('SIGKILL'))
      await once(child, 'message')
      return child
    }
  },
  180_000,
)
