import { afterEach, expect, test } from 'vitest'
import { doctorCommand } from '../../src/doctor.ts'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { recordedTerminal } from '../support/recorded-terminal.ts'

let testApp: TestApp
afterEach(() => testApp.close())

const open = async (settings: Record<string, string> = {}) => {
  testApp = await openTestApp({ directory: 'none', settings })
}
const ask = (headers: Record<string, string>, remoteAddress = '127.0.0.1', url = '/fr/about') =>
  testApp.app.inject({ url, headers, remoteAddress })

/** The remedy that doctor names for the settings. */
async function remedy(): Promise<string | null> {
  const { terminal, out } = recordedTerminal()
  const { application } = testApp
  const signal = AbortSignal.timeout(60_000)
  const call = { words: [], options: { json: true }, terminal, application, folder: '/', signal }
  await doctorCommand.run(call).catch(() => undefined)
  const findings: { subject: string; remedy: string | null }[] = JSON.parse(out().toString())
  return findings.find(({ subject }) => subject === 'settings')?.remedy ?? null
}

test('doctor is red once somebody forwards requests and is not believed, says what to do, and forgets it after a week', async () => {
  await open()
  await ask({ host: 'localhost:3000' })
  expect(await remedy()).toBeNull()
  for (const [header, from] of [
    ['x-real-ip', '::ffff:127.0.0.1'],
    ['forwarded', '10.0.0.5'],
    ['x-forwarded-for', '127.0.0.1'],
  ] as const) {
    await ask({ [header]: 'for=192.0.2.1' }, from)
    expect(await remedy()).toContain(`a request with the header ${header} came from ${from} on 20`)
    expect(await remedy()).toContain(`Set TRUST_PROXY=${from === '10.0.0.5' ? from : 'loopback'},`)
    testApp.clock.advance({ hours: 1, minutes: 1 })
  }
  expect((await ask({}, '127.0.0.1', '/readyz')).json().status).toBe('ready')
  testApp.clock.advance({ hours: 24 * 7 })
  expect(await remedy()).toBeNull()
})

test('of a proxy that TRUST_PROXY names nothing is said, of another one it is', async () => {
  await open({ TRUST_PROXY: 'loopback' })
  await ask({ 'x-forwarded-for': '127.0.0.1' })
  expect(await remedy()).toBeNull()
  await ask({ 'x-forwarded-for': '192.0.2.1' }, '10.0.0.5')
  expect(await remedy()).toContain('from 10.0.0.5')
})

test('a stranger who sends such a header to an open port is not offered for trust', async () => {
  await open()
  for (const from of ['9.9.9.9', '2620:fe::fe', '::ffff:9.9.9.9'])
    await ask({ 'x-forwarded-for': '127.0.0.1' }, from)
  expect(await remedy()).toBeNull()
})
