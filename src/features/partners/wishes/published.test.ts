import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn } from '../../../../test/support/sign-in.ts'
import {
  addWish,
  board,
  limogesWish,
  openWishing,
  sayInterest,
  sendWish,
  type WishingFixture,
} from '../../../../test/support/wishes.ts'

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

/** The notice of what was just done, in words, and where it leads; null where nothing is said. */
async function notice(browser: Pick<SignedIn, 'get'>, address: string) {
  const { body } = await browser.get(address)
  const [html = ''] = /<div class="notice notice-done" role="status">[\s\S]*?<\/div><\/div>/.exec(body) ?? []
  if (html === '') return null
  const links = [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)
  return { words: pageWords(html).replaceAll(/\s+/g, ' '), links }
}

async function edit(page: string, part: string, typed: Record<string, string | string[]>) {
  const form = `${page}/edit/${part}`
  const fields = await fieldsOf(fixture.member, form)
  return fixture.member.post(form, { ...fields, ...typed, reason: 'Mise à jour' })
}

const suggestions = `${board}/suggestions/limoges`

describe('whoever publishes a wish', () => {
  it('is told that it is out, who reads it until when, where partners are and how to change it', async () => {
    const answer = await sendWish(fixture.member, { 'title.fr.text': 'Un verger partagé' })
    const address = String(answer.headers.location)
    expect(address).toBe(`${board}/un-verger-partage?done=published`)
    expect(await notice(fixture.member, address)).toEqual({
      words: expect.stringMatching(
        /C’est publié\. Tout le monde peut lire cette publication et y répondre jusqu’au 8 juillet 2018\. Chaque réponse vous parvient par courriel/,
      ),
      links: [suggestions, `${board}/un-verger-partage/edit`],
    })
    expect((await fixture.member.get(suggestions)).statusCode).toBe(200)
    const korean = await notice(fixture.member, address.replace('/fr/', '/ko/'))
    expect(korean?.words).toContain('게시되었습니다. 2018년 7월 8일까지 누구나')
    expect((await notice(fixture.member, address.replace('/fr/', '/en/')))?.words).toContain(
      'Anybody can read it and answer it until 8 July 2018.',
    )
  })

  it('is told so alone: to others the address says nothing of it', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Un potager' })
    for (const browser of [browserOf(fixture.testApp), fixture.other, fixture.icheon])
      expect(await notice(browser, `${page}?done=published`)).toBeNull()
    expect(await notice(fixture.member, `${page}?done=withdrawn`)).toBeNull()
    expect(await notice(fixture.member, `${page}?done=anything`)).toBeNull()
    expect(await notice(fixture.member, page)).toBeNull()
  })

  it('among members is told that nobody else sees it', async () => {
    const answer = await sendWish(fixture.member, { 'title.fr.text': 'Entre nous', visibility: 'network' })
    expect((await notice(fixture.member, String(answer.headers.location)))?.words).toContain(
      'Les membres du groupe peuvent lire cette publication et y répondre jusqu’au 8 juillet 2018 ; personne d’autre ne la voit.',
    )
  })
})

describe('whoever changes it', () => {
  it('reads until when it stands once it was renewed, by a click or by a day', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Un canal' })
    const clicked = await fixture.member.post(`${page}/renewal`)
    expect((await notice(fixture.member, String(clicked.headers.location)))?.words).toContain(
      'La validité est prolongée. Tout le monde peut lire cette publication et y répondre jusqu’au 8 juillet 2018.',
    )
    const typed = await edit(page, 'validity', { expires: '1er février 2019' })
    expect(typed.headers.location).toBe(`${page}?done=renewed`)
    expect((await notice(fixture.member, `${page}?done=renewed`))?.words).toContain('1er février 2019')
    // What concerns neither day nor readers goes on part by part.
    expect((await edit(page, 'about', { horizon: '2019' })).headers.location).toBe(`${page}/edit?saved=1`)
  })

  it('reads that nobody else sees it once it is withdrawn, that talks go on, and how to publish it again', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Un phare' })
    const talks = await sayInterest(fixture.icheon, page)
    const gone = await edit(page, 'validity', { visibility: 'withdrawn' })
    expect(gone.headers.location).toBe(`${page}?done=withdrawn`)
    expect(await notice(fixture.member, `${page}?done=withdrawn`)).toEqual({
      words: expect.stringMatching(
        /C’est retiré\. Personne d’autre ne lit cette publication ni n’y répond\. Les pourparlers/,
      ),
      links: [`${page}/edit/validity`],
    })
    expect((await fixture.icheon.get(`${page}?done=withdrawn`)).statusCode).toBe(404)
    expect((await fixture.member.post(`${talks}/acceptance`)).statusCode).toBe(303)
    const back = await edit(page, 'validity', { visibility: 'public' })
    expect(back.headers.location).toBe(`${page}?done=published`)
    expect((await notice(fixture.member, `${page}?done=published`))?.words).toContain('C’est publié')
  })

  it('reads what becomes of one that is found and of one that is opened again', async () => {
    const page = await addWish(fixture.member, { 'title.fr.text': 'Un pont' })
    const found = await fixture.member.post(`${page}/found`)
    expect((await notice(fixture.member, String(found.headers.location)))?.words).toContain(
      'On ne répond plus à cette publication, mais elle reste lisible.',
    )
    const open = await fixture.member.post(`${page}/found/removal`)
    expect((await notice(fixture.member, String(open.headers.location)))?.words).toContain(
      'de nouveau ouvert',
    )
  })
})

describe('in a group that reviews first', () => {
  const publication = (value: string) =>
    fixture.coordinator.post('/fr/france-coree/contributions/publication', { publication: value })

  it('whoever sends a wish is told so; one that comes back is corrected and sent again with all that was typed', async () => {
    await publication('after_review')
    const typed = { 'title.fr.text': 'À corriger', 'title.ko.text': '수정할 내용', 'title.original': 'fr' }
    const sent = await sendWish(fixture.member, typed)
    const address = String(sent.headers.location)
    expect(address).toMatch(/\/contributions\/[0-9a-f-]{36}\?done=sent$/)
    expect(pageWords((await fixture.member.get(address)).body)).not.toContain('1er janvier')
    expect((await notice(fixture.member, address))?.words).toMatch(
      /C’est envoyé, et sera relu avant d’être publié\. Un courriel vous dira/,
    )
    const page = address.split('?')[0] ?? ''
    expect(await notice(fixture.coordinator, address)).toBeNull()
    const again = `${board}/new?again=${page.split('/').at(-1)}`
    expect((await fixture.member.get(page)).body).not.toContain(again)
    const fields = await fieldsOf(fixture.coordinator, page)
    const because = 'Précisez le calendrier.'
    const decided = await fixture.coordinator.post(`${page}/decision`, {
      ...fields,
      decision: 'declined',
      because,
    })
    expect((await notice(fixture.coordinator, String(decided.headers.location)))?.words).toContain(
      'C’est renvoyé, avec votre motif.',
    )
    const back = await fixture.member.get(page)
    expect(pageWords(back.body)).toContain(because)
    expect(back.body).toContain(`href="${again}"`)
    expect((await fixture.coordinator.get(page)).body).not.toContain(again)

    const form = await fieldsOf(fixture.member, again)
    expect(form).toMatchObject({
      kind: 'search',
      'title.fr.text': 'À corriger',
      'title.ko.text': '수정할 내용',
      'text.fr.text': limogesWish['text.fr.text'],
      themes: limogesWish.themes.toSorted().toReversed(),
      horizon: '2018',
    })
    await fixture.member.post(`${board}/new/draft`, { 'title.fr.text': 'Tout autre chose' })
    const warned = (await fixture.member.get(again)).body
    expect(pageWords(warned)).toContain('Vous avez ici un brouillon')
    expect((await fieldsOf(fixture.member, `${board}/new`))['title.fr.text']).toBe('Tout autre chose')
    // Nobody else takes it up, nor anything that is not theirs.
    expect((await fieldsOf(fixture.other, again))['title.fr.text']).toBe('')
    expect((await fieldsOf(fixture.coordinator, again))['title.fr.text']).toBe('')
    const corrected = await fixture.member.post(`${board}/new`, {
      ...form,
      'text.fr.text': 'Limoges cherche une ville de potiers, au printemps 2018.',
      reason: 'Corrigé',
      action: 'anyway',
    })
    const second = String(corrected.headers.location).split('?')[0] ?? ''
    await fixture.coordinator.post(`${second}/decision`, {
      ...(await fieldsOf(fixture.coordinator, second)),
      decision: 'accepted',
    })
    expect(pageWords((await fixture.testApp.get(`${board}/a-corriger`)).body)).toContain('au printemps 2018')
    await publication('at_once')
  })
})

it('what is printed of a wish is the wish: talks, suggestions and others like it stand apart, and its address on paper', async () => {
  const page = await addWish(fixture.member, { 'title.fr.text': 'Sur papier' })
  await sayInterest(fixture.icheon, page)
  const { body } = await fixture.member.get(page)
  const [whole = '', beside = ''] = body.split('<div class="wish-beside">')
  for (const section of ['talks', 'suggested']) {
    expect(beside).toContain(`aria-labelledby="${section}"`)
    expect(whole).not.toContain(`aria-labelledby="${section}"`)
  }
  const { baseUrl } = fixture.testApp.application.settings
  expect(whole).toMatch(
    new RegExp(`class="paper-only">[^<]*<span class="paper-address">${baseUrl}${page}</span>`),
  )
})
