import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { writeCursor } from './cursor.ts'

let testApp: TestApp
let group: string
let elsewhere: string
beforeAll(async () => {
  testApp = await openTestApp()
  const network = await buildNetwork(testApp.context)
  await buildCooperation(testApp.context, network.id, { slug: 'here' })
  const other = await buildNetwork(testApp.context)
  await buildCooperation(testApp.context, other.id, { slug: 'there' })
  group = `/api/v1/networks/${network.slug}`
  elsewhere = `/api/v1/networks/${other.slug}`
})
afterAll(() => testApp.close())

const id = '018cc251-f400-73d5-bfa2-8c25caa51ed2'
const wrong: [address: string, query: string, pointer: string][] = [
  ['/cooperations', 'page=-1', '/page'],
  ['/cooperations', 'sort=drop%20table', '/sort'],
  ['/cooperations', 'limit=abc', '/limit'],
  ['/cooperations', 'limit=-1', '/limit'],
  ['/cooperations', 'limit=101', '/limit'],
  ['/cooperations', 'limit=99999999999999999999', '/limit'],
  ['/cooperations', 'country=xyz', '/country'],
  ['/cooperations', 'theme=war', '/theme/0'],
  ['/cooperations', 'status=alive', '/status/0'],
  ['/cooperations', 'kind=treaty', '/kind/0'],
  ['/cooperations', 'within=%00', '/within'],
  ['/cooperations', 'level=0', '/level'],
  ['/cooperations', 'from=99', '/from'],
  ['/cooperations', 'from=2017&to=2016', '/from'],
  ['/cooperations', 'scope=mine', '/scope'],
  ['/cooperations', 'now=2017-02-31', '/now'],
  ['/cooperations', 'now=yesterday', '/now'],
  ['/cooperations', 'sort=name&sort=since', '/sort'],
  ['/cooperations', 'cursor=garbage', '/cursor'],
  ['/cooperations', `cursor=${writeCursor(['name', 'a', 'not-an-id'])}`, '/cursor'],
  ['/cooperations', `cursor=${writeCursor(['name', 'a\0', id])}`, '/cursor'],
  ['/cooperations', `sort=since&cursor=${writeCursor(['since', 'drop table', id])}`, '/cursor'],
  ['/cooperations', `sort=since&cursor=${writeCursor(['name', 'a', id])}`, '/cursor'],
  ['/cooperations', `q=${'x'.repeat(10_000)}`, '/q'],
  ['/cooperations/here', 'now=2017-13-01', '/now'],
  ['/cooperations/here', 'limit=1', '/limit'],
  ['/cooperations.csv', 'language=xx', '/language'],
  ['/cooperations.csv', 'limit=1', '/limit'],
  ['/cooperations.xlsx', 'sort=drop%20table', '/sort'],
  ['/cooperations.json', 'page=-1', '/page'],
  ['/cooperations.geojson', 'country=xyz', '/country'],
  ['/cooperations.iati.xml', 'from=2017&to=2016', '/from'],
  ['/organisations', 'kind=kingdom', '/kind'],
  ['/organisations', 'cursor=garbage', '/cursor'],
  ['/search', `q=${'x'.repeat(10_000)}`, '/q'],
  ['/search', 'page=-1', '/page'],
]

describe('wrong input', () => {
  test.each(wrong)('to …%s?%s names %s', async (address, query, pointer) => {
    const answer = await testApp.get(`${group}${address}?${query}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ])
    const { type, status, errors, title, detail } = answer.json()
    expect({ type, status }).toEqual({ type: '/problems/wrongInput', status: 422 })
    expect(errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer])
    expect(detail).toBe(errors[0].detail)
    expect(title).not.toBe('')
  })

  test.each([
    ['/api/v1/networks', 'limit=0', '/limit'],
    ['/api/v1/networks', 'cursor=%25', '/cursor'],
    ['/api/v1/directory', 'country=fr', '/country'],
    ['/api/v1/directory', 'kind=kingdom', '/kind'],
    ['/api/v1/directory', 'on=2017-02-31', '/on'],
    ['/api/v1/directory', 'limit=abc', '/limit'],
    ['/api/v1/directory', 'cursor=garbage', '/cursor'],
    ['/api/v1/directory', `q=x&cursor=${writeCursor(['FR', 'commune', 'a'])}`, '/cursor'],
    ['/api/v1/directory', `q=${'x'.repeat(10_000)}`, '/q'],
  ])('to %s?%s names %s', async (address, query, pointer) => {
    const answer = await testApp.get(`${address}?${query}`)
    expect([
      answer.statusCode,
      answer.json().errors.map((error: { pointer: string }) => error.pointer),
    ]).toEqual([422, [pointer]])
  })

  test('is wrong again when the right address was just answered from what is kept', async () => {
    expect((await testApp.get(`${group}/cooperations`)).statusCode).toBe(200)
    expect((await testApp.get(`${group}/cooperations`)).statusCode).toBe(200)
    expect((await testApp.get(`${group}/cooperations?page=-1`)).statusCode).toBe(422)
  })
})

describe('what does not exist', () => {
  test.each([
    '/cooperations/nothing',
    '/cooperations/there',
    '/cooperations/%00',
    '/cooperations/HERE',
    '/cooperations/..%2F..',
    '/cooperations/here.csv',
    `/cooperations/${'x'.repeat(250)}`,
    `/cooperations/${'x'.repeat(400)}`,
    '/organisations/nothing',
    '/organisations/paris',
    '/organisations/%E0%A4%A',
    '/events-of-yesterday',
  ])('is not found: …%s', async (address) => {
    const answer = await testApp.get(`${group}${address}`)
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      address.includes('%E0') || address.length > 320 ? 400 : 404,
      'application/problem+json; charset=utf-8',
    ])
  })

  test.each([
    '/api/v1/networks/nothing',
    '/api/v1/networks/nothing/cooperations',
    '/api/v1/networks/nothing/cooperations.csv',
    '/api/v1/networks/%00',
    '/api/v1/directory/nothing',
  ])('is not found: %s', async (address) => {
    expect((await testApp.get(address)).statusCode).toBe(404)
  })

  test('is named in what is said of it', async () => {
    const { title, detail } = (await testApp.get(`${group}/cooperations/nothing`)).json()
    expect(detail).toBe(`${title}: nothing`)
  })

  test('in one network is found in its own', async () => {
    expect((await testApp.get(`${elsewhere}/cooperations/there`)).statusCode).toBe(200)
  })

  test('is said in the language of the program', async () => {
    const titles = await Promise.all(
      ['fr', 'ko', 'xx', '***'].map(
        async (language) =>
          (await testApp.get('/api/v1/networks/nothing', { 'accept-language': language })).json().title,
      ),
    )
    const expected = (['fr', 'ko', 'en', 'en'] as const).map((language) =>
      testApp.application.translate(language)('site.problem.notFound'),
    )
    expect(titles).toEqual(expected)
  })
})
