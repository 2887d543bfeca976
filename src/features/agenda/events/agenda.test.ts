import { beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { findNetwork } from '../../networks/index.ts'
import { listEventsNamed } from './queries.ts'

const group = 'france-coree'
let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

const words = async (address: string) => pageWords((await testApp.get(address)).body)

describe('the agenda of the demonstration', () => {
  test('shows what comes under its month, and what has no month apart, in three languages', async () => {
    const page = await words(`/fr/${group}/agenda`)
    const order = [
      '2017, mois non précisé',
      'Septembre 2017',
      'Octobre 2017',
      'Temps Corée aux Rencontres de l’internationalisation',
      '2018, mois non précisé',
      'Hwaseong, hôte d’honneur du Grand Pavois',
      'Date non précisée',
      'Relance des échanges entre Évian et Muju',
    ].map((text) => page.indexOf(text))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(order[0]).toBeGreaterThan(0)
    expect(page).not.toContain('janvier 2018')
    expect(await words(`/ko/${group}/agenda`)).toContain('2017년 10월')
    expect(await words(`/en/${group}/agenda`)).toContain('2018, month not known')
  })

  test('keeps what is over, the latest first, with dates as they were said', async () => {
    const page = await words(`/fr/${group}/agenda?when=past`)
    const meeting = page.indexOf('Réunion du groupe-pays à Tours')
    const sixth = page.indexOf('6 juin 2017 ')
    const early = page.indexOf('au début de juin 2017 (entre le 1er et le 10 juin 2017)')
    expect([meeting, sixth, early].every((place) => place > 0)).toBe(true)
    expect([meeting, sixth, early]).toEqual([meeting, sixth, early].toSorted((a, b) => a - b))
  })

  test('finds by words what comes, the soonest first, then what is over, the latest first', async () => {
    const context = { ...testApp.context, today: '2017-07-07' }
    const { id } = await findNetwork(context, group)
    const found = await listEventsNamed(context, id, 'Corée', 20)
    const days = found.flatMap(({ startsOn }) => startsOn ?? [])
    const coming = days.filter((day) => day > context.today)
    const over = days.filter((day) => day <= context.today)
    expect([coming.length > 1, over.length > 1]).toEqual([true, true])
    expect(days).toEqual([...coming.toSorted(), ...over.toSorted().toReversed()])
  })

  test('shows the hours of the Tours meeting on both clocks, with the day on each side', async () => {
    const page = await words(`/fr/${group}/agenda/groupe-reunion-tours-2017`)
    expect(page).toContain('ven. 7 juil. 2017 10:00 – 17:00 Paris')
    expect(page).toContain('ven. 7 juil. 2017 17:00 – 00:00 +1 j Séoul')
    expect(await words(`/ko/${group}/agenda/groupe-reunion-tours-2017`)).toContain('10:00 – 17:00 파리')
  })

  test('warns of the holiday on which the “Korea time” of October 2017 falls, as far as it was known', async () => {
    for (const address of [`/fr/${group}/agenda`, `/fr/${group}/agenda/groupe-rencontres-2017`]) {
      const page = await words(address)
      expect(page).toContain('9 oct. 한글날')
      expect(page).toContain('administrations coréennes fermées (3–9 oct.)')
    }
    // The decree of September closed 2 October too, and with it ten days on end.
    const later = await words(`/ko/${group}/agenda/groupe-rencontres-2017?now=2017-09-06`)
    expect(later).toContain('9월 30일~10월 9일')
    expect(await words(`/fr/${group}/agenda/groupe-rencontres-2017?now=2017-10-12`)).not.toContain('한글날')
  })

  test('stands on the first page of the group with its warning, and among what a search finds', async () => {
    const home = await words(`/fr/${group}?now=2017-10-05`)
    expect(home).toContain('Temps Corée aux Rencontres de l’internationalisation')
    expect(home).toContain('administrations coréennes fermées (30 sept.–9 oct.)')
    const found = await words(`/ko/${group}/search?q=%EC%A0%90%ED%94%84`)
    expect(found).toContain('‘점프 구로’ 축제에')
    const answer = await testApp.get(`/api/v1/networks/${group}/search?q=Grand%20Pavois`)
    expect(answer.json().items).toContainEqual(
      expect.objectContaining({ type: 'event', slug: 'la-rochelle-grand-pavois-2018', happens: '2018' }),
    )
  })

  test.each([
    ['guest=KR', ['Franco-japonais', 'Grand Pavois']],
    ['q=%EB%AC%B4%EC%A3%BC', ['Relance des échanges entre Évian et Muju']],
    ['cooperation=limoges-icheon&when=past', ['Route mondiale de la céramique']],
    ['organisation=paris', ['La maire de Paris rencontre']],
    ['kind=trade_fair', ['Grand Pavois']],
    ['from=2017-06&to=2017-06', ['débarquement de Normandie', 'Délégation de Séoul']],
  ])('is narrowed by %s', async (query, found) => {
    const page = (await words(`/fr/${group}/agenda?${query}`)).toLowerCase()
    for (const text of found) expect(page, text).toContain(text.toLowerCase())
    expect(page).not.toContain('naver')
  })

  test('says what belongs there when nothing meets the criteria', async () => {
    const page = await words(`/fr/${group}/agenda?q=introuvable`)
    expect(page).toContain('Aucun événement à venir')
    expect(page).toContain('Retirer les filtres')
  })

  test('is drawn by a few queries, however many events there are', async () => {
    const count = (query: string) =>
      testApp.countQueries(() => testApp.get(`/fr/${group}/agenda?${query}`, { cookie: 'a=b' }))
    // Nothing is cached for these: one query an event would be more than forty.
    expect(await count('when=all')).toBeLessThanOrEqual(10)
    expect(await count('q=internationalisation')).toBeLessThanOrEqual(10)
  })

  test('stands in the navigation, the sitemap and on the pages of ties and organisations', async () => {
    const event = `/fr/${group}/agenda/guro-jump-guro-2017`
    for (const page of ['cooperations/issy-les-moulineaux-guro', 'organisations/issy-les-moulineaux', ''])
      expect((await testApp.get(`/fr/${group}/${page}`)).body, page).toContain(`href="${event}"`)
    expect((await testApp.get(`/fr/${group}`)).body).toContain(`href="/fr/${group}/agenda"`)
  })
})

describe('the page of an event', () => {
  test('tells when, where, with whom, on which word, and which tie it concerns', async () => {
    const answer = await testApp.get(`/fr/${group}/agenda/nantes-franco-japonais-2017`)
    const page = pageWords(answer.body)
    for (const text of [
      'octobre 2017',
      'Nantes Métropole',
      'Pays invités',
      'Chine',
      'Coopérations concernées',
    ])
      expect(page, text).toContain(text)
    expect(answer.body).toContain('class="evidence evidence-supports"')
    expect(answer.body).toContain(`/fr/${group}/cooperations/nantes-suncheon`)
  })

  test('speaks to search engines without making up a day', async () => {
    const data = async (slug: string) =>
      JSON.parse(
        (await testApp.get(`/en/${group}/agenda/${slug}`)).body.match(
          /<script type="application\/ld\+json">(.*?)<\/script>/s,
        )?.[1] ?? '{}',
      )
    expect(await data('groupe-rencontres-2017')).toMatchObject({
      '@type': 'Event',
      startDate: '2017-10-09',
      endDate: '2017-10-10',
      eventStatus: 'https://schema.org/EventScheduled',
    })
    expect(await data('guro-jump-guro-2017')).toMatchObject({ startDate: '2017-10' })
    expect(await data('evian-muju-relance')).not.toHaveProperty('startDate')
  })

  test('is found by nobody before it was known, nor under a made-up name', async () => {
    expect((await testApp.get(`/fr/${group}/agenda/guro-jump-guro-2017?now=2016-01-01`)).statusCode).toBe(404)
    expect((await testApp.get(`/fr/${group}/agenda/nowhere`)).statusCode).toBe(404)
  })
})
