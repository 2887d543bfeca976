import { XMLParser } from 'fast-xml-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readWorkbook } from '../../../../test/support/read-workbook.ts'

const group = '/api/v1/networks/france-coree'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const parser = new XMLParser({ isArray: (name) => name === 'iati-activity' })

/** The slugs in each kind of document, in its order. */
const readers: Record<string, (body: Buffer) => string[]> = {
  csv: (body) =>
    body
      .toString()
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',')[0] ?? ''),
  xlsx: (body) => (readWorkbook(body)[0]?.rows ?? []).slice(1).map((row) => row[0] ?? ''),
  json: (body) => JSON.parse(body.toString()).map((record: { slug: string }) => record.slug),
  geojson: (body) =>
    JSON.parse(body.toString()).features.map(
      (feature: { properties: { slug: string } }) => feature.properties.slug,
    ),
  'iati.xml': (body) =>
    (parser.parse(body.toString())['iati-activities']['iati-activity'] ?? []).map(
      (activity: Record<string, string>) =>
        String(activity['iati-identifier']).replace(/^XX-ENTENTE-(?:france-coree|group-\d+)-/, ''),
    ),
}
const suffixes = Object.keys(readers)

async function slugsIn(address: string, suffix: string, query = ''): Promise<string[]> {
  const answer = await testApp.get(`${address}.${suffix}${query}`)
  expect([suffix, answer.statusCode]).toEqual([suffix, 200])
  return readers[suffix]?.(answer.rawPayload) ?? []
}

async function listed(query: string): Promise<string[]> {
  const { items } = (await testApp.get(`${group}/cooperations?limit=100&${query}`)).json()
  return items.map((record: { slug: string }) => record.slug)
}

describe('the exports of a network', () => {
  test.each([
    '',
    'theme=culture&status=active',
    'sort=-since&scope=all',
    'q=icheon',
    'within=nouvelle-aquitaine',
    'country=MA',
    'now=2026-11-02&scope=all',
  ])('hold what the list holds with the same criteria, in its order: %s', async (query) => {
    const expected = await listed(query)
    for (const suffix of suffixes) {
      expect([suffix, await slugsIn(`${group}/cooperations`, suffix, `?${query}`)]).toEqual([
        suffix,
        expected,
      ])
    }
  })

  test('hold in JSON the very records of the list', async () => {
    const { items } = (await testApp.get(`${group}/cooperations?limit=100`)).json()
    expect((await testApp.get(`${group}/cooperations.json`)).json()).toEqual(items)
  })

  test.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['json', 'application/json; charset=utf-8'],
    ['geojson', 'application/geo+json; charset=utf-8'],
    ['iati.xml', 'application/xml; charset=utf-8'],
  ])('are saved under a name that says what they are: %s', async (suffix, media) => {
    const { headers } = await testApp.get(`${group}/cooperations.${suffix}?now=2018-01-02`)
    expect([headers['content-type'], headers['content-disposition']]).toEqual([
      media,
      `attachment; filename="france-coree-cooperations-2018-01-02.${suffix}"`,
    ])
  })

  test('point to the pages of the language asked for', async () => {
    const [record] = (await testApp.get(`${group}/cooperations.json?language=ko`)).json()
    expect(record.url).toBe(
      `${testApp.application.settings.baseUrl}/ko/france-coree/cooperations/${record.slug}`,
    )
  })

  test('hold each of many cooperations once', async () => {
    const network = await buildNetwork(testApp.context)
    const parties = [
      await findReference(testApp.context, 'limoges'),
      await findReference(testApp.context, 'icheon'),
    ]
    const slugs = Array.from({ length: 405 }, (_, index) => `tie-${String(index).padStart(3, '0')}`)
    for (const slug of slugs)
      await buildCooperation(testApp.context, network.id, { slug, parties, since: '2016' })
    for (const suffix of suffixes) {
      for (const sort of ['name', '-since']) {
        const found = await slugsIn(`/api/v1/networks/${network.slug}/cooperations`, suffix, `?sort=${sort}`)
        expect([suffix, sort, found.length, [...found].sort()]).toEqual([suffix, sort, slugs.length, slugs])
      }
    }
  })
})
