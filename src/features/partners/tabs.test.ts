import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stateExpectation } from '../../../test/support/expectations.ts'
import { browserOf, type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import {
  addWish,
  board,
  openWishing,
  sayInterest,
  type WishingFixture,
} from '../../../test/support/wishes.ts'

let fixture: WishingFixture
let anybody: Browser
beforeAll(async () => {
  fixture = await openWishing()
  anybody = browserOf(fixture.testApp)
})
afterAll(() => fixture.close())

type Browser = Pick<SignedIn, 'get'>
const group = '/fr/france-coree'

const mainPages = [
  '/partners',
  '/expectations',
  '/reciprocity',
  '/partners/suggestions',
  '/partners/introductions',
  '/partners/rounds',
  '/practices',
]

/** The links of a row of pages, the one marked as current with a star. */
async function linksIn(row: RegExp, address: string, browser: Browser): Promise<string[]> {
  const answer = await browser.get(address)
  expect(answer.statusCode, address).toBe(200)
  const [html = ''] = row.exec(answer.body) ?? []
  return [...html.matchAll(/<a href="([^"]*)"( aria-current="page")?>([^<]*)/g)].map(
    ([, , current, label]) => `${label?.replaceAll('\u00a0', ' ')}${current ? '*' : ''}`,
  )
}
const tabsOf = (address: string, browser: Browser) =>
  linksIn(/<nav class="tabs" aria-label="Pages de cette rubrique">[\s\S]*?<\/nav>/, address, browser)
const currentOf = async (address: string, browser: Browser) =>
  (await linksIn(/<nav class="navigation" [\s\S]*?<\/nav>/, address, browser)).filter((each) =>
    each.endsWith('*'),
  )

describe('the pages on partners', () => {
  test('are one entry in the navigation of a network, of what is done in it too', async () => {
    for (const browser of [anybody, fixture.member, fixture.coordinator]) {
      const navigation = await linksIn(/<header class="header">[\s\S]*?<\/header>/, group, browser)
      expect(navigation.filter((label) => label === 'Partenaires')).toHaveLength(1)
      for (const label of ['Attentes', 'Réciprocité', 'Mises en relation', 'Tours de table'])
        expect(navigation).not.toContain(label)
    }
  })

  test('have a row of tabs with those that anybody may read, and all of them for whoever takes part', async () => {
    const open = ['Recherches et offres*', 'Attentes', 'Réciprocité']
    expect(await tabsOf(board, anybody)).toEqual([...open, 'Pratiques'])
    const reader = await signIn(fixture.testApp, { role: 'reader', networkId: fixture.networkId })
    expect(await tabsOf(board, reader)).toEqual([...open, 'Pratiques'])
    const all = [...open, 'Suggestions', 'Mises en relation', 'Tours de table', 'Pratiques']
    expect(await tabsOf(board, fixture.member)).toEqual(all)
    expect(await tabsOf(board, fixture.coordinator)).toEqual(all)
  })

  test('mark their own tab, and lead to pages that answer', async () => {
    for (const [index, page] of mainPages.entries()) {
      const row = await tabsOf(`${group}${page}`, fixture.member)
      expect(row.map((label) => label.endsWith('*'))).toEqual(mainPages.map((_, place) => place === index))
      if (index > 2 && page !== '/practices')
        expect((await anybody.get(`${group}${page}`)).statusCode).toBe(404)
    }
  })

  test('keep the day that is looked at', async () => {
    const { body } = await fixture.member.get(`${group}/expectations?now=2026-11-25`)
    for (const page of mainPages) expect(body).toContain(`href="${group}${page}?now=2026-11-25"`)
  })

  test('all belong to the entry, those beneath them too, and these lead back up; pages of other features do not', async () => {
    const wish = await addWish(fixture.member)
    const talks = await sayInterest(fixture.icheon, wish)
    const expectation = await stateExpectation(fixture.coordinator, await fixture.organisationId('limoges'))
    for (const page of mainPages)
      expect(await currentOf(`${group}${page}`, fixture.member)).toEqual(['Partenaires*'])
    const beneath = [
      [wish, board],
      [`${wish}/interest`, wish],
      [talks, `${board}/introductions`],
      [expectation, `${group}/expectations`],
      [`${expectation}/edit`, expectation],
      [`${group}/expectations/new`, `${group}/expectations`],
      [`${group}/expectations/overview`, `${group}/expectations`],
      [`${group}/reciprocity/limoges-icheon`, `${group}/reciprocity`],
      [`${board}/suggestions/limoges`, `${board}/suggestions`],
      [`${board}/suggestions/minatec`, `${board}/suggestions`],
      [`${board}/suggestions/pairs`, `${board}/suggestions`],
      [`${board}/rounds/tours-2017`, `${board}/rounds`],
    ] as const
    for (const [address, above] of beneath) {
      expect(await currentOf(address, fixture.coordinator), address).toEqual(['Partenaires*'])
      const [, kicker = ''] =
        /<p class="kicker">([\s\S]*?)<\/p>/.exec((await fixture.coordinator.get(address)).body) ?? []
      expect(kicker, address).toContain(`href="${above}"`)
    }
    expect(await currentOf(`${group}/agenda`, fixture.coordinator)).toEqual(['Agenda*'])
  })

  test('lead the secretariat alone to the pairs that suit each other best', async () => {
    const pairs = `href="${board}/suggestions/pairs"`
    expect((await fixture.coordinator.get(`${board}/suggestions`)).body).toContain(pairs)
    expect((await fixture.member.get(`${board}/suggestions`)).body).not.toContain(pairs)
  })
})
