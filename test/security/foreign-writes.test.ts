import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { type SignedIn, signIn } from '../support/sign-in.ts'
import { addressOf, watchWriteRoutes } from './write-routes.ts'

const routes = watchWriteRoutes()
let testApp: TestApp
let operator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  operator = await signIn(testApp, { isOperator: true })
})
afterAll(() => testApp.close())

/** Routes that other sites may write to, each with its reason. */
const exceptions: string[] = [
  // A mail program unsubscribes its reader by one click (RFC 8058).
  '/:language/:network/newsletter/unsubscribe/:token',
  // Mail services sign what they hand over, and their reports.
  '/webhooks/mail-answers',
  '/webhooks/mail-returns',
]

const foreign: Record<string, Record<string, string>> = {
  'as its browser says': { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
  'as its neighbour’s browser says': { 'sec-fetch-site': 'same-site', origin: 'https://other.localhost' },
  'by its origin, in an old browser': { origin: 'https://elsewhere.example' },
  'from a page without an origin': { origin: 'null' },
  'without a word of where it comes from': {},
}

async function send(url: string, method: string, headers: Record<string, string>, payload = 'a=b') {
  return testApp.app.inject({
    method: method as 'POST',
    url: addressOf(url),
    payload,
    headers: {
      accept: 'text/html',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: operator.cookie,
      ...headers,
    },
  })
}

describe('a write that another site makes a browser send', () => {
  test.each(Object.keys(foreign))('is refused by every route: %s', async (how) => {
    expect(routes.length).toBeGreaterThan(40)
    for (const { url, method } of routes.filter((route) => !route.takesCrossSiteWrites)) {
      const answer = await send(url, method, foreign[how] ?? {})
      expect([url, answer.statusCode]).toEqual([url, 403])
    }
  })

  test('is let through where it is meant to be, and nowhere else', () => {
    expect(
      routes
        .filter((route) => route.takesCrossSiteWrites)
        .map(({ url }) => url)
        .sort(),
    ).toEqual(exceptions)
  })

  test('is told from one of this site’s own pages, which reaches its route', async () => {
    const isLast = ({ url }: { url: string }) => Number(url.endsWith('/sign-out'))
    for (const { url, method } of routes.toSorted((a, b) => isLast(a) - isLast(b))) {
      const answer = await send(url, method, { 'sec-fetch-site': 'same-origin' })
      expect([url, answer.statusCode]).not.toEqual([url, 403])
    }
  })
})

/** Routes that take files, or at least the kind of form that may hold some. */
const forFiles = [
  '/:language/:network/agenda/:slug/pictures/new',
  '/:language/:network/agenda/import',
  '/:language/:network/cooperations/:slug/pictures/new',
  '/:language/:network/imports',
  '/:language/:network/imports/new',
  '/:language/:network/meetings/:slug/resources/files',
  '/:language/:network/newsletter/draft/new/picture',
  '/:language/:network/newsletter/subscribers/import',
  '/:language/:network/newsletter/unsubscribe/:token',
  '/:language/:network/organisations/:slug/pictures/new',
  '/:language/:network/practices/:slug/files',
]

const picture = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'

describe('a file', () => {
  test.each([
    ['photo.svg', 'image/svg+xml'],
    ['photo.jpg.html', 'text/html'],
    ['../../photo.png', 'image/png'],
  ])(
    'named %s is taken by no form but those for files, and by them from nobody who is not known',
    async (name, type) => {
      const part = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n${picture}\r\n--x--\r\n`
      for (const { url, method } of routes) {
        const isForFiles = forFiles.includes(url)
        const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'multipart/form-data; boundary=x' }
        const answer = await send(url, method, headers, part)
        // Addresses that programs may only read refuse every write, whatever its content. Those that they may write check who asks before
        // they look at the content.
        const refusal =
          answer.headers.allow === undefined ? (url.startsWith('/api/') ? 401 : isForFiles ? 404 : 415) : 405
        expect([url, answer.statusCode, answer.body.includes('onload=')]).toEqual([url, refusal, false])
      }
    },
  )
})
