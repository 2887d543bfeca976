import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { gatherFrom, letterFixture, readItem } from '../../../../../test/support/letter-fixture.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import {
  addWish,
  board,
  openWishing,
  sendWish,
  type WishingFixture,
  wishesApi,
} from '../../../../../test/support/wishes.ts'
import { recordActivity } from '../../../../platform/activity/activity.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const page = async (address: string) => (await fixture.testApp.get(address)).body
const words = async (address: string) => pageWords(await page(address))
/** The titles of what a board shows, in order. */
async function titles(query: string, language = 'fr'): Promise<string[]> {
  const html = await page(`/${language}/france-coree/partners${query}`)
  return [...html.matchAll(/class="entry-title">([\s\S]*?)<\/p>/g)].map(([, title = '']) => pageWords(title))
}

describe('what sources say of authorities', () => {
  it('stands on the board with its evidence, as said in minutes and not by the authority itself', async () => {
    const shown = await words(board)
    expect(shown).toContain('dit dans un compte rendu, pas encore déclaré par la collectivité elle-même')
    expect((await titles('')).join(' ')).toMatch(/Tours/)
    expect((await titles('?theme=agriculture_fisheries')).join(' ')).toMatch(/Taean/)
    const entry = (await page(board)).split('<li').find((each) => each.includes('/organisations/tours')) ?? ''
    expect(entry).toContain('evidence-supports')
    expect(entry).not.toContain('/partners/said/')
    for (const none of ['?kind=offer', '?form=youth', '?status=expired'])
      expect(await titles(none)).toEqual([])
  })

  it('is made a wish by whoever speaks for the authority, with its words filled in, and then stands there as that', async () => {
    const html = (await fixture.coordinator.get(board)).body
    const [, address = ''] = html.match(/href="([^"]*\/partners\/said\/[^"]*)"(?=[\s\S]{0,200}?Tours)/) ?? []
    expect((await fixture.testApp.get(address)).statusCode).toBe(404)
    expect((await fixture.member.get(address)).statusCode).toBe(404)
    expect((await fixture.coordinator.get(address)).body).toContain('evidence-supports')
    expect((await fixture.coordinator.post(address)).headers.location).toBe(`${board}/new`)
    const fields = await fieldsOf(fixture.coordinator, `${board}/new`)
    expect(fields).toMatchObject({
      'authority.name': 'Tours',
      kind: 'search',
      interest: address.split('/').at(-1),
    })
    expect(String(fields['text.fr.text']).length).toBeGreaterThan(20)
    const before = await titles('')
    const answer = await fixture.coordinator.post(`${board}/new`, {
      ...fields,
      'title.fr.text': 'Tours cherche une ville coréenne',
      reason: 'Demande de la ville',
    })
    expect(answer.statusCode).toBe(303)
    expect((await titles('')).length).toBe(before.length)
    expect(await titles('')).toContain('Tours cherche une ville coréenne')
    const entry = (await page(board)).split('<li').filter((each) => each.includes('/organisations/tours"'))
    expect(entry).toEqual([])
    expect(await words(String(answer.headers.location))).toContain('Dit auparavant dans un compte rendu')
  })

  it('does not throw a draft of something else away unasked', async () => {
    await fixture.coordinator.post(`${board}/new/draft`, { 'title.fr.text': 'Tout autre chose' })
    const html = (await fixture.coordinator.get(board)).body
    const [, address = ''] = html.match(/href="([^"]*\/partners\/said\/[^"]*)"/) ?? []
    expect((await fixture.coordinator.post(address)).body).toContain('qui serait perdu')
    expect((await fieldsOf(fixture.coordinator, `${board}/new`))['title.fr.text']).toBe('Tout autre chose')
    expect((await fixture.coordinator.post(address, { replace: 'yes' })).statusCode).toBe(303)
    expect((await fieldsOf(fixture.coordinator, `${board}/new`))['title.fr.text']).toBe('')
  })
})

describe('the board', () => {
  beforeAll(async () => {
    await addWish(fixture.member, { 'title.fr.text': 'Porcelaine et grès' })
    await addWish(fixture.icheon, {
      kind: 'offer',
      'title.ko.text': '도자기 축제 초청',
      'title.fr.text': '',
      'text.ko.text': '이천 도자기 축제에 작가를 초청합니다.',
      'text.fr.text': '',
      themes: ['crafts_ceramics'],
      forms: ['event'],
      countries: ['FR'],
    })
  })

  it.each([
    ['?q=porcelaine', ['Porcelaine et grès']],
    ['?q=도자기', ['도자기 축제 초청']],
    ['?kind=offer', ['도자기 축제 초청']],
    ['?form=event', ['도자기 축제 초청']],
    ['?theme=crafts_ceramics&country=FR', ['Porcelaine et grès']],
    ['?level=basic&kind=offer', ['도자기 축제 초청']],
    ['?level=commune&form=project', ['Porcelaine et grès']],
    ['?level=region&form=project', []],
    ['?organisation=icheon', ['도자기 축제 초청']],
    ['?q=rien-de-tel', []],
  ])('%s narrows it', async (query, expected) => {
    expect(await titles(query)).toEqual(expected)
  })

  it('has the reader’s own side first, the newest or what ends soonest when asked', async () => {
    const ceramics = '?theme=crafts_ceramics'
    expect(await titles(ceramics)).toEqual(['Porcelaine et grès', '도자기 축제 초청'])
    expect(await titles(ceramics, 'ko')).toEqual(['도자기 축제 초청', 'Porcelaine et grès'])
    expect(await titles(`${ceramics}&sort=newest`)).toEqual(['도자기 축제 초청', 'Porcelaine et grès'])
    expect((await titles(`${ceramics}&sort=expiry`)).toSorted()).toEqual(
      ['Porcelaine et grès', '도자기 축제 초청'].toSorted(),
    )
  })

  it('marks a passage in another language, and shows places on a map', async () => {
    expect(await page(`${board}?kind=offer`)).toMatch(
      /<span class="passage"[^>]* lang="ko"[^>]*>도자기 축제 초청/,
    )
    const map = await page(`${board}?view=map&theme=crafts_ceramics`)
    expect(map).toContain('class="map-wide"')
    expect(map.match(/data-tie=/g)?.length).toBe(2)
  })

  it('says why it is empty and where to go on', async () => {
    expect(await words(`${board}?q=rien-de-tel`)).toContain('Retirer tous les critères')
  })

  it('answers programs, part by part, the newest first', async () => {
    const get = async (address: string) =>
      (await fixture.testApp.get(address, { accept: 'application/json' })).json()
    const first = await get(`${wishesApi}?theme=crafts_ceramics&limit=1`)
    expect([first.total, first.items[0].title]).toEqual([2, { ko: '도자기 축제 초청' }])
    const second = await get(first.next.replace(/^https?:\/\/[^/]+/, ''))
    expect([second.items[0].title, second.next]).toEqual([{ fr: 'Porcelaine et grès' }, null])
    expect((await fixture.testApp.get(`${wishesApi}?status=gone`)).statusCode).toBe(422)
  })

  it('takes the same number of statements for one and for three', async () => {
    const count = async (query: string) => {
      const browser = fixture.member
      await browser.get(`${board}${query}`)
      return fixture.testApp.countQueries(() => browser.get(`${board}${query}`))
    }
    const one = await count('?organisation=icheon')
    await addWish(fixture.icheon, { 'title.ko.text': '둘째', 'title.fr.text': '', themes: ['youth'] })
    await addWish(fixture.icheon, { 'title.ko.text': '셋째', 'title.fr.text': '', themes: ['tourism'] })
    expect((await titles('?organisation=icheon')).length).toBe(3)
    expect(await count('?organisation=icheon')).toBe(one)
  })

  it('is led to from the home of the network, the page of the authority, the search and the letter', async () => {
    const home = await page('/fr/france-coree')
    const looking = home.slice(home.indexOf('id="looking"')).split('</section>')[0] ?? ''
    expect(looking).toContain('/partners/porcelaine-et-gres"')
    expect(looking).toContain('href="/fr/france-coree/partners"')
    expect(looking.match(/href="[^"]*\/organisations\/tours"/g)).toBeNull()
    expect(await page('/fr/france-coree/organisations/limoges')).toContain('/partners?organisation=limoges')
    expect(await page('/fr/france-coree/search?q=porcelaine')).toContain('/partners/porcelaine-et-gres"')
    const letter = letterFixture(
      fixture.testApp,
      { id: fixture.networkId, slug: 'france-coree' },
      { today: '2017-07-08', since: '2017-07-07T09:00:00Z' },
    )
    const told = (await gatherFrom(fixture.testApp, 'partners.newWishes', letter)).map((item) =>
      readItem(item),
    )
    expect(told).toContainEqual(
      expect.stringMatching(/^Porcelaine et grès \| Recherche de partenariat · Limoges/),
    )
    const later = {
      ...letter,
      context: { ...letter.context, today: '2017-08-01' },
      since: Temporal.Instant.from('2017-07-20T09:00:00Z'),
    }
    expect(await gatherFrom(fixture.testApp, 'partners.newWishes', later)).toEqual([])
    const sitemap = (await fixture.testApp.application.sitemap()).map(({ path }) => path)
    expect(sitemap).toContain('/france-coree/partners')
    expect(sitemap).toContain('/france-coree/partners/porcelaine-et-gres')
  })
})

describe('an authority that ended', () => {
  it('has its wish shown as such, unanswered, with its successor named', async () => {
    const alsace = await fixture.organisationId('alsace')
    const wish = await addWish(fixture.coordinator, {
      'authority.name': 'Limoges',
      'title.fr.text': 'Vignobles du Rhin',
      themes: ['tourism'],
    })
    const { database } = fixture.testApp.context
    await database
      .updateTable('partners_wish')
      .set({ organisation_id: alsace })
      .where('slug', '=', 'vignobles-du-rhin')
      .execute()
    await recordActivity(fixture.testApp.context, {
      networkId: fixture.networkId,
      verb: 'changed',
      subjectKind: 'wish',
      subjectId: alsace,
    })
    const shown = await words(wish)
    expect(shown).toMatch(/n’existe plus depuis le 1er janvier 2016/)
    expect(shown).toContain('Grand Est')
    expect(shown).not.toContain('Nous sommes intéressés')
    const closed = await fixture.testApp.get(`${wish}/interest`)
    expect([closed.statusCode, pageWords(closed.body)]).toEqual([410, expect.stringContaining('Grand Est')])
    expect(await titles('?q=Vignobles')).toEqual([])
  })

  it('makes no new one', async () => {
    const alsace = await fixture.organisationId('alsace')
    const answer = await sendWish(fixture.coordinator, {
      'authority.name': 'Alsace',
      'authority.id': alsace,
      'authority.for': 'Alsace',
    })
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      422,
      expect.stringContaining('n’existe plus'),
    ])
  })
})
