import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { listNetworkPages } from './queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', now: '2017-06-01T10:00:00Z' })
  await buildNetwork(testApp.context, { slug: 'b', opensOn: '2018-02-01' })
  await buildNetwork(testApp.context, { slug: 'a' })
})
afterAll(() => testApp.close())

const letters = listNetworkPages(
  ['/letters', '/archive'],
  sql`select letter.number, '/letters/' || letter.number, letter.changed_at from (values
    (10, date '2017-05-01', timestamptz '2017-05-02T00:00:00Z'), (9, '2018-01-01', '2018-01-02T00:00:00Z')
  ) as letter (number, known_on, changed_at) where letter.known_on <= n.day`,
)
const pathsOn = async (now: string | null) => {
  const { application } = testApp
  const entries = await letters({ ...application, settings: { ...application.settings, now } })
  return entries.map(({ path }) => path)
}

test('lists the pages of each network, then its records, as known on the day on which the network opens or else today', async () => {
  expect(await pathsOn(null)).toEqual([
    '/a/archive',
    '/a/letters',
    '/a/letters/10',
    '/b/archive',
    '/b/letters',
    '/b/letters/9',
    '/b/letters/10',
  ])
})

test('every network is seen on the day that the server is set to', async () => {
  expect((await pathsOn('2017-01-01')).filter((path) => path.includes('letters/'))).toEqual([])
})

test('dates a record by its last change, and asks once for all networks', async () => {
  expect(
    (await letters(testApp.application)).find(({ path }) => path === '/a/letters/10')?.changedAt,
  ).toEqual(new Date('2017-05-02T00:00:00Z'))
  expect(await testApp.countQueries(() => letters(testApp.application))).toBe(1)
})
