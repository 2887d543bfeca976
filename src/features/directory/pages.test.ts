import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { findReference } from '../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ now: '2026-11-24T09:00:00Z' })
})
afterAll(() => testApp.close())

const pageOf = async (address: string) => {
  const { statusCode, body } = await testApp.get(address)
  expect([address, statusCode]).toEqual([address, 200])
  return body
}
const textOf = (html: string) => html.replaceAll(/<script.*?<\/script>/gs, '').replaceAll(/<[^>]+>/g, ' ')
const linksIn = (html: string) =>
  [...html.matchAll(/href="\/en\/directory\/([^"]+)"/g)].map(([, slug]) => slug ?? '')
const section = (html: string, id: string) =>
  html.slice(html.indexOf(`id="${id}"`)).split('</section>')[0] ?? ''

describe('a search of the directory', () => {
  test('asks which one is meant when several bear the name', async () => {
    const asked = async (q: string) =>
      linksIn(section(await pageOf(`/en/directory?q=${encodeURIComponent(q)}`), 'which'))
    expect(await asked('Alsace')).toEqual(['collectivite-europeenne-d-alsace', 'alsace'])
    expect((await asked('Gwangju')).toSorted()).toEqual(['gwangju', 'gwangju-gyeonggi'])
    expect((await asked('Seo-gu')).length).toBe(5)
    expect((await asked('Jeju')).length).toBeGreaterThan(1)
    expect(await asked('Miryang')).toEqual([])
  })

  test('offers what is spelt alike only when nothing bears the name', async () => {
    const page = await pageOf('/en/directory?q=Limogse')
    expect(textOf(page)).toContain('Nothing bears the name “Limogse”. Did you mean:')
    expect(linksIn(section(page, 'results'))[0]).toBe('limoges')
    expect(textOf(await pageOf('/en/directory?q=Limoges'))).not.toContain('Did you mean')
  })

  test('teaches by examples, and each example finds something', async () => {
    const page = await pageOf('/fr/directory')
    const examples = [...page.matchAll(/href="(\/fr\/directory\?q=[^"]+)"/g)].map(([, href]) => href ?? '')
    expect(examples).toHaveLength(5)
    for (const example of examples) expect(await pageOf(example)).toContain('href="/fr/directory/')
  })

  test('counts authorities by country and kind, each number leading to its list', async () => {
    const page = await pageOf('/en/directory?country=KR')
    expect(textOf(page)).toMatch(/Special self-governing province\s+3 /)
    const list = await pageOf(
      '/en/directory?country=KR&amp;kind=special_self_governing_do'.replace('&amp;', '&'),
    )
    expect(linksIn(list).toSorted()).toEqual(['gangwon', 'jeju', 'jeonbuk'])
  })

  test('lists Korean cities in the order of the Korean alphabet for a Korean reader', async () => {
    const page = await pageOf('/ko/directory?country=KR&kind=si')
    const names = [...page.matchAll(/class="name">([^<]+시)</g)].map(([, name]) => name ?? '')
    expect(names.length).toBeGreaterThan(40)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'ko')))
  })

  test('knows what existed on a day', async () => {
    const on = async (day: string) => linksIn(await pageOf(`/en/directory?country=FR&kind=region&on=${day}`))
    expect(await on('2015-12-31')).toContain('alsace')
    expect(await on('2016-01-01')).not.toContain('alsace')
    expect(await on('2016-01-01')).toContain('grand-est')
  })

  test('says how a country is loaded that is not', async () => {
    expect(textOf(await pageOf('/en/directory?country=MA'))).toContain('npx entente directory load MA')
  })

  test('keeps the search when the language is changed, and keeps it from search engines', async () => {
    const page = await pageOf('/fr/directory?q=Muju&page=1&utm=x')
    expect(page).toContain('hreflang="ko" href="http://localhost:3000/ko/directory?q=Muju"')
    expect(page).toContain('content="noindex"')
    expect(await pageOf('/fr/directory?country=FR&kind=region')).not.toContain('noindex')
  })
})

describe('bad input to the directory', () => {
  test.each([
    ['empty', '?q='],
    ['of 10,000 letters', `?q=${'a'.repeat(10_000)}`],
    ['of punctuation', '?q=%21%3F%2C'],
    ['of half a character', '?q=%ED%A0%80'],
    ['of a null byte', '?q=%00'],
    ['of signs of LIKE', '?q=%25_%5C'],
    ['with a page below zero', '?q=Limoges&page=-1'],
    ['with a sort that is none', '?sort=drop%20table'],
    ['repeated', '?q=a&q=b&country=FR&country=KR'],
  ])('a search %s is a page', async (_what, query) => {
    await pageOf(`/ko/directory${query}`)
  })

  test('is said when it is a criterion', async () => {
    const text = textOf(await pageOf('/en/directory?on=2026-02-31&country=ZZ&kind=castle'))
    expect(text).toContain('“2026-02-31” is not a day of the calendar')
    expect(text).toContain('There is no country “ZZ”')
    expect(text).toContain('There is no kind “castle”')
  })

  test('cannot write into the page', async () => {
    const page = await pageOf('/en/directory?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E&country=%22%3E%3Cb')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('"><b')
  })

  test.each(['nowhere-at-all', 'a%00b', '%F0%9F%98%80', 'x'.repeat(250)])('%s is no page', async (slug) => {
    expect((await testApp.get(`/fr/directory/${slug}`)).statusCode).toBe(404)
  })
})

describe('the page of an authority', () => {
  test('shows names, kind, codes and territory', async () => {
    const text = textOf(await pageOf('/fr/directory/evian-les-bains'))
    for (const fact of [
      'Évian-les-Bains',
      '에비앙레뱅',
      '74119',
      '217401199',
      'Haute-Savoie',
      'Auvergne-Rhône-Alpes',
    ]) {
      expect(text).toContain(fact)
    }
  })

  test('marks a name that was made here', async () => {
    expect(textOf(await pageOf('/en/directory/alsace'))).toContain('machine translation')
    expect(textOf(await pageOf('/en/directory/limoges'))).not.toContain('Names marked')
  })

  test('says what came before and after, when, and by which act', async () => {
    const text = textOf(await pageOf('/en/directory/alsace'))
    expect(text).toContain('Has not existed since 1 January 2016.')
    expect(text).toMatch(/Grand Est\s+\(region\)\s+1 January 2016\s+merger\s+loi n° 2015-29/)
    expect(textOf(await pageOf('/en/directory/muju'))).toMatch(/18 January 2024\s+change of code/)
  })

  test('says that a change is reported by the press and to be confirmed', async () => {
    expect(textOf(await pageOf('/en/directory/gwangju'))).toContain(
      'According to the press, has not existed since',
    )
    expect(textOf(await pageOf('/en/directory/jeonnam-gwangju'))).toContain(
      'since 1 July 2026 (reported by the press, to be confirmed)',
    )
  })

  test('announces what is to come on the reader’s day', async () => {
    expect(textOf(await pageOf('/en/directory/gwangju?now=2026-01-01'))).toContain('is to end on 1 July 2026')
    expect(textOf(await pageOf('/en/directory/jeonnam-gwangju?now=2026-01-01'))).toContain(
      'is to exist from 1 July 2026',
    )
  })

  test('tells under which authority it lies on the reader’s day, and who reports that it moved', async () => {
    const before = await pageOf('/en/directory/mokpo?now=2026-06-30')
    expect(before).toContain('href="/en/directory/jeollanam?now=2026-06-30"')
    expect(textOf(before)).toContain('46110')
    const after = await pageOf('/en/directory/mokpo?now=2026-07-01')
    expect(section(after, 'history')).toContain('href="/en/directory/jeonnam-gwangju?now=2026-07-01"')
    expect(textOf(section(after, 'history'))).toMatch(/1 July 2026.*12110.*reported by the press/s)
    expect(after).not.toContain('/en/directory/jeollanam')
    expect(section(await pageOf('/en/directory/jeonnam-gwangju?now=2026-07-01'), 'children')).toContain(
      'href="/en/directory/mokpo?now=2026-07-01"',
    )
    expect(await pageOf('/en/directory/jeollanam?now=2026-07-01')).not.toContain('id="children"')
    const list = await pageOf('/en/directory?country=KR&kind=special_city')
    expect(textOf(list)).toContain('since 1 July 2026 (press report)')
  })

  test('leads to each group that knows it, on the day the group opens with', async () => {
    const { id, slug } = await buildNetwork(testApp.context, { opensOn: '2017-07-08' })
    const limoges = await findReference(testApp.context, 'limoges')
    const icheon = await findReference(testApp.context, 'icheon')
    const useOf = async (authority: string) => section(await pageOf(`/en/directory/${authority}`), 'networks')
    expect(await useOf('limoges')).not.toContain(slug)
    await buildCooperation(testApp.context, id, { parties: [limoges, icheon], knownOn: '2015-04-28' })
    expect(await useOf('limoges')).toContain(`/en/${slug}/organisations/limoges`)
    expect(textOf(await useOf('limoges'))).toContain('1 cooperation')
    await buildCooperation(testApp.context, id, { parties: [limoges, icheon], knownOn: '2020-01-01' })
    expect(textOf(await useOf('limoges'))).toContain('1 cooperation')
  })

  test('says itself to machines in schema.org’s words', async () => {
    const page = await pageOf('/fr/directory/evian-les-bains')
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '')
    expect(data).toMatchObject({
      '@type': 'AdministrativeArea',
      '@id': 'http://localhost:3000/fr/directory/evian-les-bains',
      containedInPlace: { '@id': 'http://localhost:3000/fr/directory/haute-savoie' },
    })
    expect(data.identifier).toContainEqual({
      '@type': 'PropertyValue',
      propertyID: 'INSEE COG',
      value: '74119',
    })
  })

  test('asks the database as often for a commune as for a region with many parts', async () => {
    // With a cookie the page is rendered again, whatever the cache holds.
    const draw = (slug: string) => testApp.get(`/fr/directory/${slug}`, { cookie: 'a=b' })
    await draw('evian-les-bains')
    const commune = await testApp.countQueries(() => draw('evian-les-bains'))
    const region = await testApp.countQueries(() => draw('occitanie'))
    expect(commune).toBeGreaterThan(2)
    expect(region).toBe(commune)
  })
})
