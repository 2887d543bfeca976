import fc from 'fast-check'
import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { parameterOf, parametersOf } from '../input/parameters.ts'
import { addKeptPages } from './kept-pages.ts'
import { knownQuery } from './known-query.ts'
import { PageCache } from './page-cache.ts'

const known = ['q', 'theme', 'now']

/** A page that shows all the parameters that it reads. Its server keeps it; `x-address` is asked for to the letter, as no client would. */
function openPage() {
  const cache = new PageCache(64)
  const app = Fastify({ rewriteUrl: (raw) => String(raw.headers['x-address']) })
  addKeptPages(app, { cache, revisionOf: () => '1', today: () => '2026-11-02' })
  app.get('/page', { config: { kept: { parameters: known, scope: () => '' } } }, async (request) => ({
    linked: knownQuery(request),
    read: known.map((name) => [parameterOf(request.query, name), parametersOf(request.query, name)]),
  }))
  app.get('/page/:name', { config: { kept: { parameters: known, scope: () => '' } } }, async (request) => ({
    read: [parameterOf(request.params, 'name'), parameterOf(request.query, 'q')],
  }))
  const ask = async (address: string, headers = {}) =>
    (await app.inject({ url: '/', headers: { 'x-address': address, ...headers } })).body
  return { ask, drawn: (address: string) => ask(address, { cookie: 'a=b' }), cache }
}

const pieces = [
  ...['?', '&', '=', '=', '&amp;', ';', '#', '+', ' ', '[]', '[0]', '.', '/', '%'],
  ...['%FF', '%ff', '%ED%A0%80', '%20', '%26', '%3D', '%3F', '%23', '%00', '%C3%A9', '%c3%a9', '\u00e9'],
  ...['q', 'q=', '&q=', '%71', 'Q', 'theme=', '&now=', '__proto__', 'toString', 'a', 'abc', 'Incheon'],
]
const query = fc
  .tuple(
    fc.constantFrom('/page?', '/page??', '/page?q=', '/page?&q=', '/page#q=', '/page/a?q=', '/page/%61?q='),
    fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
  )
  .map(([start, rest]) => start + rest.join(''))

test('a kept page is the one that would be drawn for its address, whatever was asked for before', async () => {
  const { ask, drawn, cache } = openPage()
  await fc.assert(
    fc.asyncProperty(query, async (address) => {
      // A browser, or a careless proxy, might make this of it.
      const [path = '', asked = ''] = address.split(/[?#](.*)/s)
      for (const each of [
        address,
        `${path}?${new URLSearchParams(asked)}`,
        `${path}?${asked.replace(/^\?/, '')}`,
        address.toLowerCase(),
      ])
        expect([each, await ask(each)]).toEqual([each, await drawn(each)])
    }),
    { numRuns: process.env.TEST_HOSTILE === 'all' ? 20_000 : 200 },
  )
  expect(cache.hits).toBeGreaterThan(50)
})

test.each([
  ['/page??q=Incheon', '/page?q=Incheon'],
  ['/page?q=%FFabc', '/page?q=%EF%BF%BDabc'],
  ['/page?q=a&amp;q=b', '/page?q=a&q=b'],
  ['/page?q=%F', '/page?q=%25F'],
])('%s leaves the page of %s as it is', async (first, second) => {
  const { ask, drawn } = openPage()
  await ask(first)
  expect(await ask(second)).toBe(await drawn(second))
})

test('one page is kept for all the ways to write its address', async () => {
  const { ask, cache } = openPage()
  for (const address of ['/page?q=a+b&now=x', '/page?now=x&q=a%20b', '/page?utm=1&q=a%20b&now=%78'])
    await ask(address)
  expect([cache.hits, cache.misses]).toEqual([2, 1])
})
