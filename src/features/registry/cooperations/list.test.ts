import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation, findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { writeAgreement } from '../agreements/commands.ts'
import { type CooperationFilter, cooperationFilter } from './cooperation-filter.ts'
import { countCooperations, listCooperations } from './queries.ts'

let testApp: TestApp
let network: { id: string; slug: string }
beforeAll(async () => {
  testApp = await openTestApp()
})
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())

const list = async (query: Record<string, string>, filter: Partial<CooperationFilter> = {}) => {
  const asked = { ...cooperationFilter.read(query), ...filter }
  const rows = await listCooperations(testApp.context, network.id, asked, { limit: 50 })
  expect(await countCooperations(testApp.context, network.id, asked, 1001)).toBe(rows.length)
  return rows.map((row) => row.slug)
}
const authority = (slug: string) => findReference(testApp.context, slug)
const tie = async (
  slug: string,
  first: string,
  second: string,
  given: Parameters<typeof buildCooperation>[2] = {},
) =>
  buildCooperation(testApp.context, network.id, {
    slug,
    parties: [await authority(first), await authority(second)],
    ...given,
  })

describe('the list of cooperations', () => {
  it('finds a tie by a name in either script, a misplaced accent, two syllables or initials', async () => {
    await tie('a', 'limoges', 'icheon')
    await tie('b', 'nantes-metropole', 'suncheon')
    for (const [text, found] of [
      ['Limoges', ['a']],
      ['limogés', ['a']],
      ['이천', ['a']],
      ['ㅅㅊ', ['b']],
      ['순천 nantes', ['b']],
      ['nothing at all', []],
      ['?!', []],
    ] as const) {
      expect([text, await list({ q: text })]).toEqual([text, found])
    }
  })

  it('never shows a tie of another network or one that became known later', async () => {
    await tie('here', 'limoges', 'icheon')
    await tie('later', 'paris', 'seoul', { knownOn: '2999-01-01' })
    const other = await buildNetwork(testApp.context)
    await buildCooperation(testApp.context, other.id, { slug: 'there' })
    expect(await list({})).toEqual(['here'])
  })

  it('shows what the group lists, and the ties known beside it when asked', async () => {
    await tie('listed', 'limoges', 'icheon')
    await tie('beside', 'paris', 'seoul', { listed: false })
    expect(await list({})).toEqual(['listed'])
    expect(await list({ scope: 'all' })).toEqual(['listed', 'beside'])
  })

  it('narrows by theme, kind of agreement, status, country, region, level and period, all at once', async () => {
    const { id } = await tie('a', 'limoges', 'icheon', {
      since: '2015',
      themes: [{ theme: 'crafts_ceramics', wished: false, knownOn: '2017-07-07' }],
    })
    await writeAgreement(
      testApp.context,
      { id, networkId: network.id },
      { kind: 'twinning', title: {}, parties: [], steps: [], position: 0, knownOn: '2017-07-07' },
    )
    await tie('b', 'ile-de-france', 'gyeonggi', { since: '2016' })
    expect(await list({ theme: 'crafts_ceramics' })).toEqual(['a'])
    expect(await list({ kind: 'twinning' })).toEqual(['a'])
    expect(await list({ kind: 'mou' })).toEqual([])
    expect(await list({ within: 'gyeonggi' })).toEqual(['b', 'a'])
    expect(await list({ level: '4' })).toEqual(['a'])
    expect(await list({ from: '2016', to: '2016' })).toEqual(['b'])
    expect(await list({ country: 'MA' })).toEqual([])
    expect(
      await list({ theme: 'crafts_ceramics', kind: 'twinning', country: 'KR', from: '2015', q: 'limoges' }),
    ).toEqual(['a'])
  })

  it('sorts by the names of either side and by the beginning, the unknown last', async () => {
    await tie('a', 'limoges', 'suncheon', { since: '2015' })
    await tie('b', 'nantes-metropole', 'icheon')
    await tie('c', 'marseille', 'busan', { since: '2001' })
    expect(await list({})).toEqual(['a', 'c', 'b'])
    expect(await list({ sort: '-name' })).toEqual(['b', 'c', 'a'])
    expect(await list({ sort: 'since' })).toEqual(['c', 'a', 'b'])
    const second = await listCooperations(
      testApp.context,
      network.id,
      cooperationFilter.read({}),
      { limit: 9 },
      'second',
    )
    expect(second.map((row) => row.slug)).toEqual(['c', 'a', 'b'])
  })

  it('holds any number of parties of any kind', async () => {
    const lab = await buildOrganisation(testApp.context, {
      kind: 'laboratory',
      level: null,
      name: { fr: 'Laboratoire' },
    })
    const parties = [
      await authority('lille'),
      await authority('metropole-europeenne-de-lille'),
      lab,
      await authority('daegu'),
    ]
    await buildCooperation(testApp.context, network.id, { slug: 'many', parties })
    const [row] = await listCooperations(testApp.context, network.id, cooperationFilter.read({}), {
      limit: 1,
    })
    expect(row?.parties.map((party) => party.slug)).toEqual(parties.map((party) => party.slug))
  })

  it('asks the database as often for three ties as for one', async () => {
    // With a cookie the page is drawn again, whatever is cached.
    const draw = () => testApp.get(`/fr/${network.slug}/cooperations`, { cookie: 'a=b' })
    await tie('a', 'limoges', 'icheon')
    await draw()
    const one = await testApp.countQueries(draw)
    await tie('b', 'nantes-metropole', 'suncheon')
    await tie('c', 'marseille', 'busan')
    await draw()
    expect(await testApp.countQueries(draw)).toBe(one)
  })
})
