import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

const group = '/api/v1/networks/france-coree'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const read = async (address: string) => {
  const answer = await testApp.get(`${group}${address}`)
  expect([address, answer.statusCode]).toEqual([address, 200])
  return answer.json()
}

describe('a cooperation in the API', () => {
  test('says what the contract says, on the day on which the network opens', async () => {
    const tie = await read('/cooperations/ile-de-france-gyeonggi')
    expect(tie).toMatchObject({
      slug: 'ile-de-france-gyeonggi',
      url: `${testApp.application.settings.baseUrl}/en/france-coree/cooperations/ile-de-france-gyeonggi`,
      status: 'active',
      intention: null,
      confirmation: 'claimed',
      since: '2016',
    })
    expect(tie.parties.map(({ slug, country, kind }: Party) => ({ slug, country, kind }))).toEqual([
      { slug: 'ile-de-france', country: 'FR', kind: 'region' },
      { slug: 'gyeonggi', country: 'KR', kind: 'do' },
    ])
    expect(tie.parties[0].codes.cog).toBe('11')
    expect(Object.keys(tie.parties[0].name).sort()).toEqual(['en', 'fr', 'ko'])
    const [{ kind, state, signed_on, parties, parent }] = tie.agreements
    expect({ kind, state, signed_on, parties, parent }).toEqual({
      kind: 'declaration_of_intent',
      state: 'signed',
      signed_on: '2016',
      parties: ['ile-de-france', 'gyeonggi'],
      parent: null,
    })
  })

  test('is dormant and meant to be restarted, where the minutes say so', async () => {
    const { status, intention, stated } = await read('/cooperations/evian-muju')
    expect({ status, intention, stated }).toEqual({
      status: 'dormant',
      intention: 'reactivate',
      stated: { status: 'dormant', on: '2017-07-07' },
    })
  })

  test('tells the absence of an agreement from the silence of the sources', async () => {
    const none = await read('/cooperations/marseille-busan')
    expect(none.agreements.map(({ kind, state }: Agreement) => [kind, state])).toEqual([['none', null]])
    expect((await read('/cooperations/evian-muju')).agreements).toEqual([])
  })

  test('shows agreements of other bodies beneath the one that they serve', async () => {
    const { agreements } = await read('/cooperations/lille-daegu')
    expect(agreements.map(({ kind, state }: Agreement) => [kind, state])).toEqual([
      ['mou', 'unsigned'],
      ['mou', 'signed'],
    ])
    expect(agreements[0].parent).toBeNull()
    expect(agreements[1].parent).toBe(agreements[0].id)
  })

  test('says what is wished apart from what is done', async () => {
    const { themes, wished_themes } = await read('/cooperations/limoges-icheon')
    expect(themes).toEqual(['crafts_ceramics', 'culture', 'arts', 'education'])
    expect(wished_themes).toEqual(['economy'])
  })

  test('is seen on another day with what was known then', async () => {
    const later = await read('/cooperations/lille-daegu?now=2026-11-02')
    expect(later.agreements.map(({ kind }: Agreement) => kind)).toEqual(['mou', 'friendship', 'mou'])
    const early = await testApp.get(`${group}/cooperations/limoges-icheon?now=2010-01-01`)
    expect(early.statusCode).toBe(404)
  })

  test('sets values that sources dispute side by side', async () => {
    const { disputed } = await read('/cooperations/limoges-icheon')
    expect(
      disputed.map(({ field, values }: Dispute) => [field, values.map(({ value, rank }) => [value, rank])]),
    ).toEqual([
      [
        'since',
        [
          ['2010', 'normal'],
          ['2009-10', 'normal'],
        ],
      ],
      [
        'agreements/1/steps/0',
        [
          ['2015-04-22', 'preferred'],
          ['2015-05-06', 'normal'],
          ['2015', 'normal'],
        ],
      ],
    ])
  })

  test('names for each piece of evidence a fact that stands in the record', async () => {
    for (const day of ['2017-07-08', '2026-11-02']) {
      const { items } = await read(`/cooperations?limit=100&scope=all&now=${day}`)
      for (const tie of items) {
        expect(tie.evidence.length).toBeGreaterThan(0)
        for (const { field } of tie.evidence)
          expect([tie.slug, field, at(tie, field) !== undefined]).toEqual([tie.slug, field, true])
        for (const place of Object.keys(tie.text_states))
          expect([place, typeof at(tie, place)]).toEqual([place, 'object'])
      }
    }
  })
})

describe('the list of cooperations in the API', () => {
  test('holds the cooperations that the group lists, whole', async () => {
    const { items, total, total_is, next } = await read('/cooperations')
    expect({ count: items.length, total, total_is, next }).toEqual({
      count: 11,
      total: 11,
      total_is: 'exact',
      next: null,
    })
    expect(items.find((tie: { slug: string }) => tie.slug === 'limoges-icheon')).toEqual(
      await read('/cooperations/limoges-icheon'),
    )
  })

  test.each(['name', '-name', 'since', '-since'])(
    'is walked through by its next addresses in the order %s',
    async (sort) => {
      const all = await slugsOf(`/cooperations?scope=all&limit=100&sort=${sort}`)
      expect(all.length).toBeGreaterThan(11)
      expect(await walk(`/cooperations?scope=all&limit=2&sort=${sort}`)).toEqual(all)
    },
  )

  test('keeps its criteria from one part to the next', async () => {
    const wanted = await slugsOf('/cooperations?theme=culture&theme=tourism&status=active')
    expect(wanted.length).toBeGreaterThan(2)
    expect(await walk('/cooperations?theme=culture&theme=tourism&status=active&limit=1')).toEqual(wanted)
  })

  test.each([
    ['q=icheon', ['limoges-icheon']],
    ['q=ㅅㅊ', ['nantes-suncheon']],
    ['q=%3F%21', []],
    ['q=%ED%A0%80', []],
    ['q=%00', []],
    ['status=dormant', ['evian-muju']],
    ['kind=none', ['marseille-busan']],
    ['country=MA', []],
    ['within=nouvelle-aquitaine', ['la-rochelle-hwaseong', 'limoges-icheon']],
    ['from=2010&to=2010', ['issy-les-moulineaux-guro', 'limoges-icheon']],
  ])('is narrowed by %s', async (query, slugs) => {
    expect((await slugsOf(`/cooperations?${query}`)).sort()).toEqual(slugs)
  })

  test('asks the database as often for many as for one', async () => {
    // Answers that are asked once and kept, by any request, do not count.
    await read('/cooperations?limit=1&q=nantes')
    const one = await testApp.countQueries(() => read('/cooperations?limit=1&q=limoges'))
    const many = await testApp.countQueries(() => read('/cooperations?limit=100&q=e'))
    expect(many).toBe(one)
  })
})

describe('organisations and search in the API', () => {
  test('walks through members, parties and actors, each once', async () => {
    const all = await slugsOf('/organisations?limit=100')
    expect(new Set(all).size).toBe(all.length)
    expect(await walk('/organisations?limit=13')).toEqual(all)
    const korean = await read('/organisations?country=KR&limit=100')
    expect(korean.items.every((each: Party) => each.country === 'KR')).toBe(true)
    expect(korean.total).toBe(korean.items.length)
  })

  test('shows what an organisation takes part in and what it seeks', async () => {
    const gyeonggi = await read('/organisations/gyeonggi')
    expect(gyeonggi.cooperations).toEqual([{ slug: 'ile-de-france-gyeonggi', part: 'party' }])
    expect(gyeonggi.codes.kr).toBe('41')
    expect(Object.keys(gyeonggi.seeks.seeks).sort()).toEqual(['en', 'fr', 'ko'])
    expect((await read('/organisations/limoges')).seeks).toBeNull()
  })

  test('finds cooperations first, then organisations of the directory and events', async () => {
    const { items, asks_which, approximate } = await read('/search?q=Icheon')
    expect(items.map(({ type, slug }: { type: string; slug: string }) => [type, slug])).toEqual([
      ['cooperation', 'limoges-icheon'],
      ['organisation', 'icheon'],
      ['event', 'icheon-festival-ceramique-2017'],
      ['event', 'limoges-designers-coreens-2015-2016'],
      ['event', 'limoges-route-ceramique-2010'],
    ])
    expect({ asks_which, approximate }).toEqual({ asks_which: false, approximate: false })
    expect((await read('/search?q=Suncheonn')).approximate).toBe(true)
  })

  test.each(['/search', '/search?q=', '/search?q=%20%3F%21', '/search?q=%ED%A0%80', '/search?q=%00'])(
    'finds nothing where nothing is asked: %s',
    async (address) => {
      const { items, total, approximate } = await read(address)
      expect({ items, total, approximate }).toEqual({ items: [], total: 0, approximate: false })
    },
  )
})

type Party = { slug: string; country: string; kind: string }
type Agreement = { kind: string; state: string | null }
type Dispute = { field: string; values: { value: unknown; rank: string }[] }

async function slugsOf(address: string): Promise<string[]> {
  return (await read(address)).items.map((item: { slug: string }) => item.slug)
}

async function walk(address: string): Promise<string[]> {
  const { baseUrl } = testApp.application.settings
  const slugs: string[] = []
  for (let next: string | null = address; next !== null; ) {
    const { items, next: following }: { items: { slug: string }[]; next: string | null } = await read(next)
    slugs.push(...items.map((item) => item.slug))
    expect(following === null || following.startsWith(`${baseUrl}${group}`)).toBe(true)
    next = following === null ? null : following.slice(`${baseUrl}${group}`.length)
  }
  return slugs
}

function at(record: unknown, place: string): unknown {
  return place.split('/').reduce((value: unknown, key) => Reflect.get(Object(value), key), record)
}
