import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../support/open-test-app.ts'
import { watchReadRoutes } from './read-routes.ts'
import { addressOf } from './write-routes.ts'

const routes = watchReadRoutes()
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

const outside = ['9999-12-31', '0001-01-01', '0000-01-01', '1899-12-31', '2201-01-01']
const hostile = [
  ...outside,
  ...['2017-02-30', '-271821-04-20', '+275760-09-13', '275760-09-13', '9999-12', '0000-00', '9999', '0000'],
  ...[
    '9999-W52',
    '0000-W01',
    '2017-07-07T10:00+99:99',
    '9999-12-31T23:59[Europe/Paris]',
    '2017-99-99T99:99:99Z',
  ],
]
const group = '/fr/france-coree'

test.each(outside.filter((day) => day !== '0000-01-01'))(
  'says in words that no page is seen on %s',
  async (day) => {
    for (const address of [
      group,
      `${group}/cooperations`,
      `${group}/agenda`,
      `${group}/search`,
      '/ko',
      '/en/directory',
    ]) {
      const { statusCode, body } = await testApp.get(`${address}?now=${day}`)
      expect([address, statusCode]).toEqual([address, 400])
      expect(body).toMatch(/1900년부터 2200년|entre 1900 et 2200|from 1900 to 2200/)
    }
  },
)

test('draws the first and the last day that pages are seen on', async () => {
  for (const day of ['1900-01-01', '2200-12-31'])
    for (const page of [
      '',
      '/cooperations',
      '/agenda',
      '/agenda/month',
      '/agenda/week',
      '/meetings',
      '/partners',
    ])
      expect([page, day, (await testApp.get(`${group}${page}?now=${day}`)).statusCode]).toEqual([
        page,
        day,
        200,
      ])
})

const api = '/api/v1'
test.each([
  ['/directory', 'on'],
  ['/holidays?country=KR&to=2026-01-02', 'from'],
  ['/holidays?country=KR&from=2026-01-02', 'to'],
  ['/holidays?country=KR&from=2026-01-01&to=2026-01-02', 'known_on'],
  ['/overlap?countries=FR,KR&to=2026-01-02', 'from'],
  ['/clocks', 'at'],
  ['/networks/france-coree', 'now'],
  ['/networks/france-coree/cooperations', 'now'],
])('tells programs what a day may be: %s, %s', async (address, name) => {
  for (const day of outside) {
    const given = name === 'at' ? `${day}T10:00[Europe/Paris]` : day
    const answer = await testApp.get(`${api}${address}${address.includes('?') ? '&' : '?'}${name}=${given}`)
    expect([day, answer.statusCode]).toEqual([day, 422])
    expect(answer.json().errors[0]).toMatchObject({ pointer: `/${name}` })
  }
})

// Every route with every one of them takes minutes: TEST_HOSTILE=all.
const all = process.env.TEST_HOSTILE === 'all'
const names = [
  'now',
  'from',
  'to',
  'on',
  'known_on',
  'at',
  'date',
  'day',
  'month',
  'week',
  'year',
  'until',
  'since',
]
test(`no day of an address is a fault of the server (${all ? 'every route and day' : 'a sample, all by TEST_HOSTILE=all'})`, async () => {
  const addresses = [...new Set(routes.filter((url) => !url.includes('*')).map((url) => addressOf(url)))]
  expect(addresses.length).toBeGreaterThan(150)
  const tried = addresses.flatMap((address) =>
    names.flatMap((name) => hostile.map((value) => `${address}?${name}=${encodeURIComponent(value)}`)),
  )
  const faults: string[] = []
  for (const [at, address] of tried.entries())
    if ((all || at % 331 === 0) && (await testApp.get(address)).statusCode >= 500) faults.push(address)
  expect(faults).toEqual([])
}, 3_600_000)
