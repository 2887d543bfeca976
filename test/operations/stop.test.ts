import { Agent, get } from 'node:http'
import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { makeEmbedded } from '../support/embedded-database.ts'
import { startEntente } from '../support/entente-process.ts'
import { makeOnServer } from '../support/server-database.ts'

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the server in order while browsers keep their connections',
  async (signal) => {
    const made = await makeEmbedded({ directory: 'small' })
    onTestFinished(made.remove)
    const environment = { ...made.environment, DEMO: 'none' }
    const running = await startEntente({ environment })
    const agent = new Agent({ keepAlive: true })
    onTestFinished(() => agent.destroy())
    const read = () =>
      new Promise<number | undefined>((resolve, reject) => {
        get(`${running.url}/fr`, { agent }, (answer) =>
          answer.resume().once('end', () => resolve(answer.statusCode)),
        ).once('error', reject)
      })
    expect(await read()).toBe(200)
    expect(await read()).toBe(200)
    const finished = await running.stop(signal)
    expect(finished).toMatchObject({
      exit: 0,
      signal: null,
      err: '',
      out: expect.stringMatching(/^Entente is ready: http:\/\/localhost:\d+\n$/),
    })
    const again = await startEntente({ environment })
    expect((await fetch(`${again.url}/readyz`)).status).toBe(200)
  },
)

test('a stop that comes with the ready line waits for the links into the demonstration', async () => {
  const made = await makeOnServer(inject('databaseServer') ?? '', { demonstration: true })
  onTestFinished(made.remove)
  const environment = { ...made.environment, DEMO: 'france-coree' }
  await (await startEntente({ environment })).stop('SIGTERM')
  const slow = new pg.Client({ connectionString: made.environment.DATABASE_URL })
  await slow.connect()
  onTestFinished(() => slow.end())
  await slow.query('begin')
  await slow.query('lock table people_link in exclusive mode')
  const running = await startEntente({ environment })
  const stopped = running.stop('SIGTERM')
  // Longer than everything else takes to close.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await slow.query('commit')
  expect(await stopped).toMatchObject({ exit: 0, err: '', out: expect.stringMatching(/member \(ko\) +http/) })
})
