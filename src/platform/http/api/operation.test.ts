import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let addresses: string[]
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
  await buildCooperation(testApp.context, network.id, { slug: 'tie' })
  const group = `/api/v1/networks/${network.slug}`
  addresses = [
    '/api/v1/networks',
    group,
    `${group}/cooperations`,
    `${group}/cooperations/tie`,
    `${group}/cooperations.csv`,
    `${group}/cooperations.xlsx`,
    `${group}/organisations`,
    `${group}/search?q=tie`,
    '/api/v1/directory',
    '/api/v1/directory/muju',
  ]
})
afterAll(() => testApp.close())

const ask = (
  method: 'HEAD' | 'OPTIONS' | 'POST' | 'DELETE' | 'GET',
  url: string,
  headers: Record<string, string> = {},
) => testApp.app.inject({ method, url, headers })

describe('every read of the API', () => {
  test('answers HEAD as GET without a body, twice alike', async () => {
    for (const address of addresses) {
      const whole = await ask('GET', address)
      for (const bare of [await ask('HEAD', address), await ask('HEAD', address)]) {
        expect([address, bare.statusCode, bare.body]).toEqual([address, 200, ''])
        for (const name of [
          'content-type',
          'etag',
          'last-modified',
          'access-control-allow-origin',
          'cache-control',
        ]) {
          expect([address, name, bare.headers[name]]).toEqual([address, name, whole.headers[name]])
        }
      }
    }
  })

  test('says with OPTIONS what may be done, also to a browser that asks before it reads', async () => {
    for (const address of addresses) {
      const answer = await ask('OPTIONS', address, {
        origin: 'https://example.org',
        'access-control-request-method': 'GET',
      })
      expect([address, answer.statusCode]).toEqual([address, 204])
      expect(answer.headers).toMatchObject({
        allow: /\/(cooperations|organisations)$/.test(address)
          ? 'GET, HEAD, POST, OPTIONS'
          : 'GET, HEAD, OPTIONS',
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      })
    }
  })

  test('may be read by pages of other sites, and by no cookie', async () => {
    for (const address of addresses) {
      const answer = await ask('GET', address, { origin: 'https://example.org' })
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
    }
  })

  test('refuses to be written where it is only read, whatever is sent', async () => {
    for (const method of ['POST', 'DELETE'] as const) {
      const answer = await ask(method, addresses[1] ?? '')
      expect([answer.statusCode, answer.headers.allow, answer.json().status]).toEqual([
        405,
        'GET, HEAD, OPTIONS',
        405,
      ])
    }
    const large = await testApp.app.inject({
      method: 'POST',
      url: addresses[1] ?? '',
      payload: Buffer.alloc(20 * 1024 * 1024),
    })
    expect([405, 413]).toContain(large.statusCode)
  })

  test('is not sent again while it has not changed', async () => {
    for (const address of addresses) {
      const { headers } = await ask('GET', address)
      const byTag = await ask('GET', address, { 'if-none-match': String(headers.etag) })
      const byDate = await ask('GET', address, { 'if-modified-since': String(headers['last-modified']) })
      const both = await ask('GET', address, {
        'if-none-match': '"other"',
        'if-modified-since': String(headers['last-modified']),
      })
      expect([address, byTag.statusCode, byTag.body]).toEqual([address, 304, ''])
      expect([address, byDate.statusCode, byDate.body]).toEqual([address, 304, ''])
      expect([address, both.statusCode]).toEqual([address, 200])
    }
  })

  test('shows a change at once, and says that it changed', async () => {
    const address = `/api/v1/networks/${network.slug}/cooperations`
    const sheet = `${address}.csv`
    const before = [await ask('GET', address), await ask('GET', sheet)]
    testApp.clock.advance({ seconds: 5 })
    await buildCooperation(testApp.context, network.id, { slug: 'newer' })
    for (const [index, each] of [address, sheet].entries()) {
      const after = await ask('GET', each, { 'if-none-match': String(before[index]?.headers.etag) })
      expect([each, after.statusCode]).toEqual([each, 200])
      expect(Date.parse(String(after.headers['last-modified']))).toBeGreaterThan(
        Date.parse(String(before[index]?.headers['last-modified'])),
      )
      expect(after.body).toContain('newer')
    }
    const late = await ask('GET', address, {
      'if-modified-since': String(before[0]?.headers['last-modified']),
    })
    expect(late.statusCode).toBe(200)
  })
})
