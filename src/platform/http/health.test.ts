import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { RATE_LIMIT: '10' } })
})
afterAll(() => testApp.close())

let asked = 0
const inner = ['/healthz', '/readyz', '/metrics']

test.each(inner)('%s answers at its exact address, with parameters or without', async (path) => {
  for (const address of [path, `${path}?from=here`]) expect((await testApp.get(address)).statusCode).toBe(200)
})

// A proxy keeps these addresses from the public by the way they are written.
test.each(
  inner.flatMap((path) => [
    `${path}/`,
    `${path}/?a`,
    `${path}//`,
    `/${path}`,
    `${path};a`,
    `${path}%2F`,
    path.replace('/m', '/%6d').replace('/h', '/%68').replace('/r', '/%72'),
    path.toUpperCase(),
  ]),
)('nothing of the server stands at %s', async (address) => {
  const { statusCode, body } = await testApp.app.inject({ url: address, remoteAddress: `10.0.0.${++asked}` })
  expect([301, 308, 404]).toContain(statusCode)
  expect(body).not.toMatch(/process_cpu|"status":"(ok|ready)"/)
})

it('limits how often one address reads measures, each apart from pages, and leaves the health of the process out', async () => {
  const ask = async (url: string, times: number) => {
    const statuses: number[] = []
    while (statuses.length < times)
      statuses.push((await testApp.app.inject({ url, remoteAddress: '192.0.2.1' })).statusCode)
    return statuses.filter((status) => status === 429).length
  }
  expect(await ask('/fr/sign-in', 11)).toBe(1)
  expect(await ask('/readyz', 11)).toBe(1)
  expect(await ask('/metrics', 61)).toBe(1)
  expect(await ask('/healthz', 61)).toBe(0)
  expect((await testApp.get('/metrics')).statusCode).toBe(200)
})
