import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'

const events = '/api/v1/networks/france-coree/events'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

interface Listed {
  items: { slug: string; id: string; when: string | null }[]
  total: number
  next: string | null
}

const ask = async (query = ''): Promise<Listed> => {
  const answer = await testApp.get(`${events}${query}`)
  expect(answer.statusCode, query).toBe(200)
  return answer.json()
}
const slugs = async (query: string) => (await ask(query)).items.map(({ slug }) => slug)

describe('the events of a group, for programs', () => {
  test('have the ids that their ties give them', async () => {
    const tie = (await testApp.get('/api/v1/networks/france-coree/cooperations/limoges-icheon')).json()
    const own = await ask('?cooperation=limoges-icheon')
    expect(own.items.map(({ id }) => id)).toEqual(tie.activities.map(({ id }: { id: string }) => id))
  })

  test('are walked in the order of their days, the vaguest first, those without a date last', async () => {
    const whole = await ask('?limit=100')
    expect(whole.total).toBe(46)
    const walked: string[] = []
    for (let next: string | null = `${events}?limit=7`; next !== null; ) {
      const part: Listed = (await testApp.get(next.replace(/^https?:\/\/[^/]+/, ''))).json()
      walked.push(...part.items.map(({ slug }) => slug))
      next = part.next
    }
    expect(walked).toEqual(whole.items.map(({ slug }) => slug))
    const place = (slug: string) => walked.indexOf(slug)
    expect(place('paris-delegation-seoul-2017')).toBeLessThan(place('normandie-ceremonie-2017'))
    expect(whole.items.findIndex(({ when }) => when === null)).toBe(35)
  })

  test('tell where Korea is a guest and not the subject', async () => {
    expect(await slugs('?guest=KR')).toEqual(['nantes-franco-japonais-2017', 'la-rochelle-grand-pavois-2018'])
  })

  test('are narrowed by what the page takes', async () => {
    expect(await slugs('?q=%EA%B5%AC%EB%A1%9C&when=coming')).toEqual(['guro-jump-guro-2017'])
    expect(await slugs('?from=2016-09&to=2016-11&kind=signing')).toEqual([
      'euratechnologies-ccei-signature-2016',
      'minatec-miryang-signature-2016',
    ])
    expect(await slugs('?theme=crafts_ceramics&organisation=icheon&from=2017')).toEqual([
      'icheon-festival-ceramique-2017',
    ])
  })

  test.each([
    ['?from=2018&to=2017', '/from'],
    ['?from=2017-02-31', '/from'],
    ['?kind=party', '/kind'],
    ['?cursor=nonsense', '/cursor'],
    ['?when=soon', '/when'],
  ])('refuse %s and say where it is wrong', async (query, pointer) => {
    const answer = await testApp.get(`${events}${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toMatch(pointer)
  })
})

describe('one event', () => {
  test('is whole, with the sentence that it rests on', async () => {
    const answer = await testApp.get(`${events}/paris-delegation-seoul-2017`)
    expect(answer.json()).toMatchObject({
      when: '2017-06-01/2017-06-10',
      starts_on: '2017-06-01',
      ends_on: '2017-06-10',
      starts_at: null,
      state: 'past',
      cooperations: ['paris-seoul'],
      visibility: 'public',
    })
    expect(answer.json().evidence.length).toBeGreaterThan(0)
    const again = await testApp.get(`${events}/paris-delegation-seoul-2017`, {
      'if-none-match': String(answer.headers.etag),
    })
    expect(again.statusCode).toBe(304)
  })
})
