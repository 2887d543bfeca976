import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { recordActivity } from '../activity/activity.ts'
import { inTransaction } from '../database/transaction.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true, settings: { RATE_LIMIT: '100000' } })
})
afterAll(() => testApp.close())

const list = '/fr/france-coree/cooperations'

describe('headers', () => {
  it('keep a page to itself: no inline script or style, no other host, no frame', async () => {
    const { headers } = await testApp.get('/fr')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe-inline')
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('stand on the page of an address that no route can be looked up for', async () => {
    const [broken, page] = [await testApp.get('/%zz'), await testApp.get('/fr')]
    expect(broken.statusCode).toBe(400)
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      expect(broken.headers[name], name).toBe(page.headers[name])
  })

  it('are the same whether a page is drawn or kept', async () => {
    const first = await testApp.get('/en/france-coree/sources')
    const second = await testApp.get('/en/france-coree/sources')
    expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy'])
    expect(second.headers.etag).toBe(first.headers.etag)
    expect(second.body).toBe(first.body)
  })
})

describe('kept pages', () => {
  it('cost no statement but the look at revisions while nothing has changed', async () => {
    await testApp.get(list)
    expect(await testApp.countQueries(() => testApp.get(list))).toBe(0)
  })

  it('answer 304 to who has them already', async () => {
    const { headers } = await testApp.get(list)
    const again = await testApp.get(list, { 'if-none-match': String(headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('are compressed as the browser asks and hold the same text', async () => {
    const plain = await testApp.get(list)
    const packed = await testApp.get(list, { 'accept-encoding': 'gzip, deflate, br' })
    expect(packed.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(plain.body)
    expect(packed.headers.vary).toBe('accept-encoding')
  })

  it('change at once when their network or the directory does', async () => {
    const networkId = (
      await testApp.context.database
        .selectFrom('networks_network')
        .select('network_id')
        .executeTakeFirstOrThrow()
    ).network_id
    for (const scope of [networkId, null]) {
      await testApp.get(list)
      await inTransaction(testApp.context, async (inside) => {
        await recordActivity(inside, {
          networkId: scope,
          verb: 'tested',
          subjectKind: 'network',
          subjectId: networkId,
        })
      })
      expect(await testApp.countQueries(() => testApp.get(list))).toBeGreaterThan(0)
    }
  })

  it('are drawn anew for another day and not for parameters that they do not read', async () => {
    await testApp.get(list)
    expect(await testApp.countQueries(() => testApp.get(`${list}?utm_source=letter&x=1`))).toBe(0)
    expect(await testApp.countQueries(() => testApp.get(`${list}?now=2020-01-01`))).toBeGreaterThan(0)
  })

  it('that show every network change when any of them does', async () => {
    const { id } = await buildNetwork(testApp.context, { slug: 'shown-on-the-home' })
    await testApp.get('/fr')
    expect(await testApp.countQueries(() => testApp.get('/fr'))).toBe(0)
    await inTransaction(testApp.context, (inside) =>
      recordActivity(inside, { networkId: id, verb: 'changed', subjectKind: 'network', subjectId: id }),
    )
    expect(await testApp.countQueries(() => testApp.get('/fr'))).toBeGreaterThan(0)
    await buildNetwork(testApp.context, { slug: 'one-more' })
    expect((await testApp.get('/fr')).body).toContain('/fr/one-more')
  })

  it('are not given to who carries a cookie', async () => {
    const hits = async () =>
      Number(/^entente_page_cache_hits (\d+)$/m.exec((await testApp.get('/metrics')).body)?.[1])
    await testApp.get(list)
    const before = await hits()
    await testApp.get(list, { cookie: 'session=1' })
    expect(await hits()).toBe(before)
    await testApp.get(list)
    expect(await hits()).toBe(before + 1)
  })

  it.each([
    ['/fr/france-coree/search', 'q=Incheon'],
    [list, 'q=Incheon'],
    ['/ko/france-coree/agenda', 'year=2016'],
    ['/fr/france-coree/agenda/month', 'month=2017-05'],
    ['/fr/france-coree/agenda.json', 'q=Incheon'],
    ['/en/france-coree/partners', 'q=culture'],
    ['/en/france-coree', 'now=2016-05-05'],
    ['/embed/france-coree/agenda', 'lang=ko'],
    ['/api/v1/networks/france-coree/search', 'q=Incheon'],
    ['/api/v1/networks/france-coree/cooperations', 'limit=2&theme=culture'],
  ])('of %s?%s are drawn for nobody else’s address', async (path, query) => {
    const drawn = await testApp.get(`${path}?${query}`, { cookie: 'session=1' })
    for (const other of [`??${query}`, `?&amp;${query}`, `?${query.replace('=', '=%FF')}`])
      await testApp.get(`${path}${other}`)
    const kept = await testApp.get(`${path}?${query}`)
    expect([kept.statusCode, kept.body]).toEqual([drawn.statusCode, drawn.body])
    // The links of a list have their parameters in one order, whichever visitor asked first.
    await testApp.get(`${path}?${query.split('&').reverse().join('&')}`)
    expect((await testApp.get(`${path}?${query}`)).body).toBe(drawn.body)
  })

  it('are not made of refusals', async () => {
    const missing = '/fr/france-coree/cooperations/nowhere'
    expect((await testApp.get(missing)).statusCode).toBe(404)
    expect(await testApp.countQueries(() => testApp.get(missing))).toBeGreaterThan(0)
  })
})

describe('bad input', () => {
  it.each([
    '?q=',
    `?q=${'a'.repeat(10_000)}`,
    '?q=%3F%21%2E%2C%3B',
    '?q=%25%5F%5C',
    '?page=-1',
    '?page=999999999999',
    '?sort=drop%20table',
    '?theme=nothing&status=x&kind=%00&country=xx&within=%27%3B--&level=-3&from=abc&to=99999',
    '?q=%F0%9F%98%80',
    '?theme[]=culture&q=a&q=b',
    '?now=2017-02-31',
  ])('leaves the list of cooperations standing: %s', async (query) => {
    expect((await testApp.get(`${list}${query}`)).statusCode).toBe(200)
  })

  it('answers a malformed address with a page that says so', async () => {
    const answer = await testApp.get('/fr/france-coree/cooperations/%ED%A0%80')
    expect([400, 404]).toContain(answer.statusCode)
    expect(answer.body).toContain('<!doctype html>')
    expect((await testApp.get(`${list}?q=%ED%A0%80`)).statusCode).toBe(200)
  })

  it('gives a 404 in the browser’s language for an unknown language, network or record', async () => {
    for (const address of [
      '/xx',
      '/xx/france-coree',
      '/fr/nowhere',
      '/fr/france-coree/cooperations/nope',
      '/ar/france-coree',
    ]) {
      const answer = await testApp.get(address, { 'accept-language': 'ko' })
      expect([address, answer.statusCode]).toEqual([address, 404])
    }
    expect((await testApp.get('/xx', { 'accept-language': 'ko' })).body).toContain('lang="ko"')
    expect((await testApp.get('/', { 'accept-language': 'xx' })).headers.location).toBe('/en')
    expect((await testApp.get('/', { 'accept-language': 'fr-CA,en;q=0.5' })).headers.location).toBe('/fr')
  })

  it('answers HEAD as GET without its body, and OPTIONS with what is allowed', async () => {
    const head = await testApp.app.inject({ method: 'HEAD', url: list })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    const options = await testApp.app.inject({ method: 'OPTIONS', url: list })
    expect(options.statusCode).toBe(204)
    expect(options.headers.allow).toContain('GET')
  })

  it('refuses a body of 20 MB', async () => {
    const answer = await testApp.app.inject({
      method: 'POST',
      url: list,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: `q=${'a'.repeat(20 * 1024 * 1024)}`,
    })
    expect([404, 413]).toContain(answer.statusCode)
  })
})

describe('writes', () => {
  const send = (headers: Record<string, string>) =>
    testApp.app.inject({ method: 'POST', url: '/fr/anything', headers, payload: '' })

  it('that another site makes a browser send are refused', async () => {
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await send({ 'sec-fetch-site': 'same-site' })).statusCode).toBe(403)
    expect((await send({ origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    expect((await send({ cookie: 'session=1' })).statusCode).toBe(403)
  })

  it('of a page that was read by another scheme or on another port are refused', async () => {
    for (const origin of ['https://localhost:3000', 'http://localhost:3001', 'http://localhost', 'null'])
      expect([origin, (await send({ origin, host: 'localhost:3000' })).statusCode]).toEqual([origin, 403])
    expect((await send({ origin: 'https://127.0.0.1:3000', host: '127.0.0.1:3000' })).statusCode).toBe(403)
    expect((await send({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' })).statusCode).toBe(404)
  })

  it('of this site’s own pages reach the route', async () => {
    expect((await send({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(404)
    expect((await send({ origin: 'http://localhost:3000' })).statusCode).toBe(404)
    expect((await send({})).statusCode).toBe(404)
  })
})
