import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'

// The group’s own needs, each with the check that its real data must pass.

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const today = '2026-11-24'
const api = '/api/v1/networks/france-coree'

async function read(address: string) {
  const answer = await testApp.get(address, { accept: 'application/json' })
  expect(answer.statusCode, address).toBe(200)
  return answer.json()
}
const cooperation = (slug: string, now?: string) =>
  read(`${api}/cooperations/${slug}${now ? `?now=${now}` : ''}`)
const page = async (address: string) => textOf((await testApp.get(address)).body)

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/[\s⁠]+/g, ' ')
}

describe('a network seen on 8 July 2017', () => {
  it('has its 11 cooperations, 6 authorities looking for a partner and 27 members', async () => {
    const { total, total_is, items } = await read(`${api}/cooperations?limit=100`)
    expect([total, total_is, items.length]).toEqual([11, 'exact', 11])
    const home = await page('/fr/france-coree')
    expect(home).toContain('11 coopérations')
    expect(home).toContain('6 collectivités cherchent un partenaire')
    expect(home).toContain('27 collectivités membres')
  })

  it('2.4: Marseille–Busan has no agreement, as a full value with its evidence, and counts as a living tie', async () => {
    const tie = await cooperation('marseille-busan')
    expect(tie.agreements.map((each: { kind: string }) => each.kind)).toEqual(['none'])
    expect(tie.status).toBe('active')
    expect(tie.activities.length).toBeGreaterThan(0)
    const evidence = tie.evidence.filter((each: { field: string }) => each.field.startsWith('agreements/0'))
    expect(evidence.length).toBeGreaterThan(0)
    const without = await read(`${api}/cooperations?kind=none`)
    expect(without.items.map((each: { slug: string }) => each.slug)).toEqual(['marseille-busan'])
  })

  it('2.5: MEL–Daegu is unsigned in 2017 with the act of other bodies beneath it; 2019 is added and 2017 stands', async () => {
    const then = await cooperation('lille-daegu')
    expect(then.agreements.map((each: { kind: string; state: string }) => [each.kind, each.state])).toEqual([
      ['mou', 'unsigned'],
      ['mou', 'signed'],
    ])
    expect(then.agreements[1].parties.toSorted()).toEqual(['ccei-daegu', 'euratechnologies'])
    expect(then.agreements[1].signed_on).toBe('2016-09-29')
    const now = await cooperation('lille-daegu', today)
    const signed = now.agreements.filter(
      (each: { signed_on: string | null }) => each.signed_on === '2019-11-08',
    )
    expect(signed).toHaveLength(1)
    expect(signed[0].parties.toSorted()).toEqual(['daegu', 'lille', 'metropole-europeenne-de-lille'])
    expect(now.agreements.some((each: { state: string }) => each.state === 'unsigned')).toBe(true)
    expect(await cooperation('lille-daegu')).toEqual(then)
  })

  it('2.6: Minatec–Miryang exists without a French authority as party, Grenoble-Alpes Métropole linked as ecosystem', async () => {
    const tie = await cooperation('minatec-miryang')
    expect(
      tie.parties.map((party: { slug: string; capacity: string }) => [party.slug, party.capacity]),
    ).toEqual([
      ['minatec', 'party'],
      ['miryang', 'party'],
      ['grenoble-alpes-metropole', 'ecosystem'],
    ])
  })

  it('2.7: the métropole of Grenoble has no tie of its own; the city’s memorandum with Daejeon is shown as the city’s', async () => {
    const text = await page('/fr/france-coree/organisations/grenoble-alpes-metropole')
    expect(text).toContain('Aucun lien propre')
    expect(text).toContain('Liens de ses communes, qui ne sont pas les siens')
    expect(text).toContain('Daejeon')
    const city = await page('/fr/france-coree/organisations/grenoble')
    expect(city).toContain('protocole d’entente')
    expect(city).toContain('2014')
    expect(city).not.toContain('Aucun lien propre')
  })

  it('2.8: Évian–Muju is dormant and means to restart, on the word of the minutes’ sentence', async () => {
    const tie = await cooperation('evian-muju')
    expect([tie.status, tie.intention]).toEqual(['dormant', 'reactivate'])
    const evidence = tie.evidence.filter((each: { field: string }) => each.field === 'status')
    expect(evidence.map((each: { source: string }) => each.source).sort()).toEqual([
      'tours-2017-account',
      'tours-2017-minutes',
    ])
    for (const { locator } of evidence) expect(locator.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('2.9: “Alsace” finds the tie of Grand Est, in talks after the merger and to be confirmed by the successor', async () => {
    const found = await page('/fr/france-coree/search?q=Alsace')
    expect(found).toContain('Gyeongsangbuk')
    const text = await page('/fr/france-coree/cooperations/grand-est-gyeongsangbuk')
    expect(text).toContain('en pourparlers')
    expect(text).toContain('à confirmer par : Grand Est')
    const muju = await page('/fr/france-coree/organisations/muju')
    expect(muju).toContain('45730')
    expect(muju).toContain('52730')
  })

  it('2.10: in September 2018 the 70th of the Incheon landing is announced for 2020, with who shares it', async () => {
    const text = await page('/fr/france-coree/group?now=2018-09-20')
    expect(text).toMatch(
      /Débarquement d’Incheon 70 ans · 15 septembre 2020 · dans 23 mois · Concerne : (Incheon, Normandie|Normandie, Incheon)/,
    )
    const later = await page('/en/france-coree/group?now=2025-01-02')
    expect(later).toMatch(/10 years · 22 April 2025/)
    expect(later).toMatch(/Issy – Guro 20 years · 2025/)
    expect(await page('/fr/france-coree/group?now=2025-11-24')).toMatch(
      /Traité d’amitié.* 140 ans · 4 juin 2026/,
    )
  })

  it('2.12: sources that disagree stand side by side', async () => {
    const network = await page('/fr/france-coree/group?now=2017-07-12')
    for (const value of ['5 juillet 2016', '2017']) expect(network).toContain(value)
    const gyeonggi = await page('/fr/france-coree/organisations/gyeonggi')
    expect(gyeonggi).toContain('Incheon est une ville métropolitaine distincte')
    const issy = await cooperation('issy-les-moulineaux-guro')
    expect(issy.disputed.map((each: { field: string }) => each.field)).toContain('since')
  })

  it('2.36: one tie keeps the label of each source: 자매결연, 우호 and MOU for Paris 15e and Seocho', async () => {
    const tie = await cooperation('paris-15e-seocho', today)
    const values = JSON.stringify(tie.disputed)
    for (const label of ['자매결연', 'MOU', '우호']) expect(values).toContain(label)
  })

  it('tells nothing that became known later', async () => {
    const then = await page('/fr/france-coree/group')
    expect(then).not.toContain('FranceWa')
    expect(await page(`/fr/france-coree/group?now=${today}`)).toContain('FranceWa')
    expect(await page('/fr/france-coree/search?q=daegu')).not.toMatch(/novembre 2019|janvier 2021|mars 2019/)
    expect(await page(`/fr/france-coree/search?q=daegu&now=${today}`)).toContain('8 novembre 2019')
    expect(await page('/fr/france-coree/search?q=gwangju')).not.toContain('Jeonnam-Gwangju')
    const account = '/fr/france-coree/sources/since-2017-account'
    expect(await page(account)).not.toMatch(/11 juillet 2017|201[89]|202[0-57-9]/)
    expect(await page(account)).toContain('passages ne sont pas montrés')
    expect(await page(`${account}?now=${today}`)).toMatch(/10 ans de jumelage/)
    expect((await testApp.get('/fr/france-coree/cooperations/cites-unies-france-gaok')).statusCode).toBe(404)
    expect(
      (await testApp.get(`/fr/france-coree/cooperations/cites-unies-france-gaok?now=${today}`)).statusCode,
    ).toBe(200)
  })
})

describe('evidence', () => {
  it('opens every fact of the demonstration on its sentence in our own account, in a fresh clone', async () => {
    const { items } = await read(`${api}/cooperations?scope=all&limit=100`)
    let opened = 0
    for (const { slug } of items) {
      const html = (await testApp.get(`/fr/france-coree/cooperations/${slug}`)).body
      const passages = [
        ...new Set(
          [...html.matchAll(/data-passage="([^"]+)"/g)].map((match) =>
            (match[1] ?? '').replaceAll('&amp;', '&'),
          ),
        ),
      ]
      for (const address of passages) {
        const fragment = await testApp.get(address)
        expect([address, fragment.statusCode]).toEqual([address, 200])
        expect(fragment.body).toMatch(/<mark>[^<]{8,}<\/mark>/)
        opened++
      }
    }
    expect(opened).toBeGreaterThan(180)
    // Hundreds of pages, one after the other.
  }, 60_000)
})
