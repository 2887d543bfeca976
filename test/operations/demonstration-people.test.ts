import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { makeEmbedded } from '../support/embedded-database.ts'
import { startEntente } from '../support/entente-process.ts'

/** What a start prints on standard output, once it has printed all of it. */
async function printed(environment: Record<string, string>): Promise<string> {
  const made = await makeEmbedded({ demonstration: true })
  onTestFinished(made.remove)
  const running = await startEntente({ environment: { ...made.environment, ...environment } })
  await expect.poll(async () => (await fetch(`${running.url}/healthz`)).status).toBe(200)
  const { out } = await running.stop('SIGTERM')
  rmSync(made.environment.DATA_DIR ?? '', { recursive: true, force: true })
  return out
}

test('the demonstration on one’s own machine prints a link for each of its people', async () => {
  const out = await printed({ DEMO: 'france-coree', HOST: 'localhost' })
  const links = out.match(/http:\/\/localhost:\d+\/(?:fr|ko)\/sign-in\/link\?token=[0-9a-f]{48}\S+/g) ?? []
  expect(new Set(links).size).toBe(4)
  expect(out).toMatch(/^Entente is ready: http:\/\/localhost:\d+\n/)
  // On a line of its own, so that it can be opened from the screen.
  expect(out).toMatch(/^http:\/\/localhost:\d+\/fr\/france-coree\/outbox\?key=[0-9a-f]{48}$/m)
})

test.each([
  ['for a real server', { DEMO: 'none', HOST: 'localhost' }],
  [
    'where others may reach it',
    { DEMO: 'france-coree', HOST: '127.0.0.1', BASE_URL: 'https://entente.example' },
  ],
  ['on every address of the machine', { DEMO: 'france-coree', HOST: '0.0.0.0' }],
])('%s it prints none', async (_, environment) => {
  expect(await printed(environment)).not.toMatch(/token=|key=/)
})
