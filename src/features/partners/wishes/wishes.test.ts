import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import {
  addWish,
  board,
  limogesWish,
  openWishing,
  sendWish,
  type WishingFixture,
  wishesApi,
} from '../../../../test/support/wishes.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const slugOf = (address: string) => address.split('/').at(-1) ?? ''
const read = async (slug: string) =>
  (await fixture.testApp.get(`${wishesApi}/${slug}`, { accept: 'application/json' })).json()
const words = async (address: string) => pageWords((await fixture.testApp.get(address)).body)

async function edit(page: string, part: string, typed: Record<string, string | string[]>) {
  const form = `${page}/edit/${part}`
  const fields = await fieldsOf(fixture.member, form)
  return fixture.member.post(form, { ...fields, ...typed, reason: 'Mise à jour' })
}

describe('a wish of a member’s own authority', () => {
  it('is published for a year, with its first version, and stands on the board and in the API', async () => {
    const page = await addWish(fixture.member)
    expect(page).toBe(`${board}/une-ville-coreenne-pour-des-residences-de-ceramistes`)
    expect(await read(slugOf(page))).toMatchObject({
      kind: 'search',
      state: 'open',
      organisation: { slug: 'limoges', country: 'FR' },
      title: { fr: limogesWish['title.fr.text'] },
      themes: ['crafts_ceramics', 'culture'],
      forms: ['project'],
      countries: ['KR'],
      horizon: '2018',
      known_on: '2017-07-08',
      expires_on: '2018-07-08',
      text_states: { title: { fr: 'original' }, text: { fr: 'original' } },
    })
    expect(await words(board)).toContain(limogesWish['title.fr.text'])
    const shown = await words(page)
    expect(shown).toContain('Limoges cherche une ville de potiers')
    expect(shown).toContain('céramique')
    expect(shown).toMatch(/valable jusqu’au 8 juillet 2018/)
    expect(await words(`${page}/history`)).toContain('Délibération du 3 juillet')
  })

  it('asks for the department as its source, and not where a fact is known from', async () => {
    const form = pageWords((await fixture.member.get(`${board}/new`)).body)
    expect(form).toContain('indiquez votre service')
    expect(form).not.toContain('convention signée le')
  })

  it('is changed part by part, with its Korean text turning stale when the French one changes', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Deux écoles d’art' })
    expect((await edit(page, 'about', { 'title.ko.text': '미술학교 두 곳' })).statusCode).toBe(303)
    expect(
      (await edit(page, 'about', { 'title.fr.text': 'Deux écoles d’art et de design' })).statusCode,
    ).toBe(303)
    expect((await read(slugOf(page))).text_states.title).toEqual({ fr: 'original', ko: 'stale' })
    const partner = await edit(page, 'partner', {
      tiers: ['basic', 'commune'],
      populationFrom: '10 000',
      populationTo: '300 000',
      languages: ['fr', 'en'],
    })
    expect(partner.statusCode).toBe(303)
    const means = await edit(page, 'means', {
      meanKinds: ['budget', 'hosting'],
      'means.fr.text': '20 000 € par an',
      'returns.fr.text': 'Un atelier de porcelaine',
      returnThemes: ['arts'],
    })
    expect(means.statusCode).toBe(303)
    expect((await edit(page, 'validity', { expires: '8 juillet 2019' })).statusCode).toBe(303)
    expect(await read(slugOf(page))).toMatchObject({
      tiers: ['basic', 'commune'],
      population_from: 10_000,
      population_to: 300_000,
      languages: ['fr', 'en'],
      mean_kinds: ['budget', 'hosting'],
      means: { fr: '20 000 € par an' },
      returns: { fr: 'Un atelier de porcelaine' },
      return_themes: ['arts'],
      expires_on: '2019-07-08',
      renewed_on: '2017-07-08',
    })
    const shown = await words(page)
    expect(shown).toMatch(/de 10\s000 à 300\s000 habitants/)
    expect(await words(`${page}/history/3`)).toContain('Deux écoles d’art et de design')
  })

  it('is brought back to an earlier version', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'À reprendre' })
    await edit(page, 'about', { 'title.fr.text': 'À reprendre, autrement' })
    const [, base = ''] =
      (await fixture.member.get(`${page}/history/1`)).body.match(/name="base" value="(\d+)"/) ?? []
    const restored = await fixture.member.post(`${page}/history/1/restoration`, { base, reason: 'Erreur' })
    expect(restored.statusCode).toBe(303)
    expect((await read(slugOf(page))).title).toEqual({ fr: 'À reprendre' })
  })

  it('of somebody else’s authority is a suggestion, and waits for the secretariat', async () => {
    const answer = await sendWish(fixture.other, {
      'authority.name': 'Limoges',
      'title.fr.text': 'Pour Limoges',
    })
    expect(String(answer.headers.location)).toMatch(/\/contributions\//)
    expect(await words(board)).not.toContain('Pour Limoges')
  })

  it('waits for the secretariat too in a group that reviews before it publishes', async () => {
    const publication = (value: string) =>
      fixture.coordinator.post('/fr/france-coree/contributions/publication', { publication: value })
    expect((await publication('after_review')).statusCode).toBe(303)
    const answer = await sendWish(fixture.member, { 'title.fr.text': 'À relire' })
    expect(String(answer.headers.location)).toMatch(/\/contributions\//)
    expect(await words(board)).not.toContain('À relire')
    const page = String(answer.headers.location).split('?')[0] ?? ''
    const fields = await fieldsOf(fixture.coordinator, page)
    await fixture.coordinator.post(`${page}/decision`, { ...fields, decision: 'accepted' })
    expect(await words(board)).toContain('À relire')
    await publication('at_once')
  })
})

describe('what no wish may be', () => {
  it.each([
    [{ themes: [] }, 'Choisissez au moins un thème'],
    [{ 'text.fr.text': 'Écrivez à relations@limoges.example' }, 'adresse électronique'],
    [{ 'text.fr.text': 'Appelez le 05 55 45 60 00' }, 'numéro de téléphone'],
    [{ 'text.fr.text': 'x'.repeat(1001) }, '1 000 caractères au plus'],
    [{ 'text.fr.text': '' }, 'Ce champ est à remplir.'],
    [{ 'authority.name': '' }, 'Ce champ est à remplir.'],
  ])('%o comes back as typed, with what is wrong', async (wrong, sentence) => {
    const answer = await sendWish(fixture.coordinator, {
      'authority.name': 'Limoges',
      ...wrong,
      countries: ['KR'],
    })
    expect(answer.statusCode).toBe(422)
    expect(pageWords(answer.body).replaceAll(/\s/g, ' ')).toContain(sentence)
    expect(answer.body).toContain(limogesWish['title.fr.text'])
  })

  it('valid for more than two years, or until a day that is over', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Trop loin' })
    for (const expires of ['9 juillet 2019', '7 juillet 2017', 'juillet 2018'])
      expect([(await edit(page, 'validity', { expires })).statusCode, expires]).toEqual([422, expires])
    expect((await read(slugOf(page))).expires_on).toBe('2018-07-08')
  })

  it('seen by those whom it is not for', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Entre nous', visibility: 'network' })
    const stranger = await signIn(fixture.testApp)
    for (const browser of [fixture.testApp, stranger]) {
      expect((await browser.get(page)).statusCode).toBe(404)
      expect((await browser.get(`${page}/interest`)).statusCode).toBe(404)
      expect((await browser.get(board)).body).not.toContain('Entre nous')
      expect((await browser.get(`${wishesApi}/${slugOf(page)}`)).statusCode).toBe(404)
    }
    expect((await fixture.icheon.get(page)).statusCode).toBe(200)
    await edit(page, 'validity', { visibility: 'withdrawn' })
    expect((await fixture.icheon.get(page)).statusCode).toBe(404)
    expect((await fixture.member.get(page)).statusCode).toBe(200)
  })
})

describe('one click', () => {
  it('closes a wish and opens it again, each a version of its own', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Un orchestre' })
    expect((await fixture.other.post(`${page}/found`)).statusCode).toBe(404)
    expect((await fixture.member.post(`${page}/found`)).statusCode).toBe(303)
    expect(await read(slugOf(page))).toMatchObject({ state: 'found', found_on: '2017-07-08' })
    expect(await words(board)).not.toContain('Un orchestre')
    expect(await words(`${board}?status=found`)).toContain('Un orchestre')
    expect((await fixture.member.post(`${page}/found/removal`)).statusCode).toBe(303)
    expect((await read(slugOf(page))).state).toBe('open')
    expect(await words(`${page}/history`)).toContain('Version 3')
  })
})
