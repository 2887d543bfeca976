import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { buildContact } from '../../../test/support/build-contact.ts'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../test/support/mailbox.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { openProgram } from '../../../test/support/program.ts'
import { browserOf, type SignedIn } from '../../../test/support/sign-in.ts'
import { openWishing, type WishingFixture } from '../../../test/support/wishes.ts'
import { ageOf } from './sheets/practice.ts'
import { practiceExample } from './sheets/practice-program.schema.ts'

const list = '/fr/france-coree/practices'
const api = '/api/v1/networks/france-coree/practices'
const kiln = {
  'title.fr.text': 'Un four partagé pour les résidences',
  'problem.fr.text': 'Les artistes invités n’avaient pas de four.',
  'done.fr.text': 'La ville prête le four de l’école deux semaines par an.',
  themes: ['crafts_ceramics'],
}
const failure = {
  failedSaid: 'said',
  'failed.fr.text': 'La première année, personne n’avait prévu le gardien.',
}

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const slugOf = (address: string) => address.split('/').at(-1) ?? ''
const words = async (address: string, browser: Pick<SignedIn, 'get'> = fixture.testApp) =>
  pageWords((await browser.get(address)).body)
const read = async (page: string) => (await fixture.testApp.get(`${api}/${slugOf(page)}`)).json()

type Form = Record<string, string | string[]>

async function send(browser: SignedIn, given: Form = {}) {
  const fields = await fieldsOf(browser, `${list}/new`)
  return browser.post(`${list}/new`, {
    ...fields,
    ...kiln,
    reason: 'Bilan de 2016',
    action: 'anyway',
    ...given,
  })
}

async function add(browser: SignedIn, given: Form = {}): Promise<string> {
  const answer = await send(browser, given)
  expect(answer.statusCode, pageWords(answer.body)).toBe(303)
  return String(answer.headers.location).split('?')[0] ?? ''
}

async function edit(page: string, part: string, typed: Form, browser = fixture.member) {
  const form = `${page}/edit/${part}`
  return browser.post(form, { ...(await fieldsOf(browser, form)), ...typed, reason: 'Relecture' })
}

const publish = (page: string) => edit(page, 'publication', { publication: 'published' })

async function addPublished(given: Form = {}): Promise<string> {
  const page = await add(fixture.member, { ...failure, ...given })
  expect((await publish(page)).statusCode).toBe(303)
  return page
}

describe('a sheet', () => {
  it('stays a draft until it says what failed, and is then for everybody, with its gaps in words', async () => {
    const page = await add(fixture.member)
    expect(page).toBe(`${list}/un-four-partage-pour-les-residences`)
    expect((await fixture.testApp.get(page)).statusCode).toBe(404)
    expect((await fixture.other.get(page)).statusCode).toBe(404)
    expect((await fixture.testApp.get(`${api}/${slugOf(page)}`)).statusCode).toBe(404)
    const own = await words(page, fixture.member)
    expect(own).toContain('Qu’est-ce qui a échoué, ou serait fait autrement')
    expect(own).not.toContain('Quel problème fallait-il résoudre')
    expect((await fixture.member.get(`${page}/edit/publication`)).body).not.toContain('value="published"')
    const early = await edit(page, 'publication', { publication: 'published' }, fixture.coordinator)
    expect([early.statusCode, pageWords(early.body)]).toEqual([
      422,
      expect.stringContaining('Qu’est-ce qui a échoué'),
    ])
    const said = await edit(page, 'failed', { 'failed.fr.text': failure['failed.fr.text'] })
    expect(said.headers.location, pageWords(said.body)).toBe(`${page}?done=saved`)
    for (const form of [`${list}/new`, `${page}/edit`, `${page}/edit/publication`])
      expect(await words(form, fixture.member)).not.toMatch(/est publié,|et publier/)
    expect((await publish(page)).statusCode).toBe(303)
    expect(await words(`${page}/edit/about`, fixture.member)).toContain('Enregistrer et publier')
    const shown = await words(page)
    for (const said of ['personne n’avait prévu le gardien', 'Coût non dit', 'Personne ne l’a encore dit'])
      expect(shown).toContain(said)
    expect(await words(list)).toContain(kiln['title.fr.text'])
    expect(await read(page)).toMatchObject({
      age: 'current',
      holder: { slug: 'limoges' },
      failed_said: 'said',
      cost_said: 'not_said',
      cost_amount: null,
      used_by: 0,
      text_states: { title: { fr: 'original' } },
    })
  })

  it('says who would do it elsewhere by the tables of competences, and what it needs there', async () => {
    const page = await addPublished({ 'title.fr.text': 'Un jardin d’eau', themes: ['parks_and_gardens'] })
    expect(
      (await edit(page, 'transfer', { 'transfers.KR.needs.fr.text': 'Une ordonnance locale' })).statusCode,
    ).toBe(303)
    const shown = await words(page)
    expect(shown).toMatch(
      /République de Corée.*espaces verts et jardins.*\(compétence propre.*Une ordonnance locale/,
    )
    expect((await read(page)).transfers).toEqual([
      { country: 'KR', needs: { fr: 'Une ordonnance locale' }, hinders: {} },
    ])
  })

  it('has results with measure, date and evidence, cost, staff, partners and its ties, each on its own form', async () => {
    const page = await addPublished({ 'title.fr.text': 'Un atelier commun' })
    const result = await edit(page, 'results/new', {
      'measure.fr.text': 'Douze artistes accueillis',
      on: '2016',
      evidence: 'https://limoges.example/bilan',
    })
    expect(result.statusCode).toBe(303)
    const means = {
      costSaid: 'said',
      costAmount: '12 000',
      costYear: '2016',
      staffSaid: 'said',
      staffFte: '0,5',
    }
    expect((await edit(page, 'means', means)).statusCode).toBe(303)
    const form = `${page}/edit/with`
    const fields = await fieldsOf(fixture.member, form)
    const { rows } = await sql<{
      id: string
    }>`select cooperation_id as id from registry_cooperation where slug = 'limoges-icheon'`.execute(
      fixture.testApp.context.database,
    )
    const sent = await fixture.member.post(form, {
      ...fields,
      'bodies.0.name': 'Icheon',
      'bodies.0.id': await fixture.organisationId('icheon'),
      'bodies.0.for': 'Icheon',
      links: rows.map(({ id }) => id),
      reason: 'Relecture',
    })
    expect(sent.statusCode, pageWords(sent.body)).toBe(303)
    expect(await read(page)).toMatchObject({
      partners: [{ slug: 'icheon' }],
      results: [
        {
          measure: { fr: 'Douze artistes accueillis' },
          on: '2016',
          evidence: 'https://limoges.example/bilan',
        },
      ],
      links: [{ kind: 'cooperation', slug: 'limoges-icheon' }],
      cost_amount: 12_000,
      staff_fte: 0.5,
    })
    const shown = (await words(page)).replaceAll(/\s/g, ' ')
    for (const said of ['12 000 € (2016)', '0,5 équivalent temps plein', 'Limoges – Icheon'])
      expect(shown).toContain(said)
    expect((await words(`${page}/history/4`)).replaceAll(/\s/g, ' ')).toMatch(
      /Montant.*12000|Montant.*12 000/,
    )
    expect(await words('/fr/france-coree/organisations/icheon')).toContain('fiche')
  })

  it.each<[Form, string]>([
    [{ themes: [] }, 'Choisissez au moins un thème'],
    [{ 'done.fr.text': 'x'.repeat(3001) }, '3 000 caractères au plus'],
    [{ 'problem.fr.text': 'Écrivez à parcs@limoges.example' }, 'adresse électronique'],
    [{ 'holder.name': '' }, 'Ce champ est à remplir.'],
    [{ failedSaid: 'said' }, 'Dites ce qui a échoué'],
    [{ failedSaid: 'nothing', 'failed.fr.text': 'Le four a fendu' }, 'choisissez « oui, comme suit »'],
    [{ failedSaid: 'nothing', 'failed.fr.text': '' }, 'en quelle fonction'],
  ])('%o comes back as typed, with what is wrong', async (wrong, sentence) => {
    const answer = await send(fixture.coordinator, { 'holder.name': 'Limoges', ...wrong })
    expect(answer.statusCode).toBe(422)
    expect(pageWords(answer.body).replaceAll(/\s/g, ' ')).toContain(sentence)
    expect(answer.body).toContain(kiln['title.fr.text'])
  })

  it('of another holder is a suggestion, and one may be suggested a change', async () => {
    const answer = await send(fixture.other, { 'holder.name': 'Limoges' })
    expect(String(answer.headers.location)).toMatch(/\/contributions\//)
  })

  it('ages: two years after its last look its holder is asked, and each of the three answers counts', async () => {
    const looked = { lookedOn: '2015-07-08', isContactVacant: false, holder: { validUntil: null } }
    expect(ageOf(looked, '2017-07-07')).toBe('current')
    expect(ageOf(looked, '2017-07-08')).toBe('to_review')
    expect(ageOf(looked, '2018-07-08')).toBe('outdated')
    expect(ageOf({ ...looked, isContactVacant: true }, '2015-07-09')).toBe('outdated')
    expect(ageOf({ ...looked, holder: { validUntil: '2016-01-01' } }, '2016-01-01')).toBe('outdated')
    const page = await addPublished({ 'title.fr.text': 'Une vieille fiche' })
    const { database } = fixture.testApp.context
    const makeOld = () =>
      sql`update practices_sheet set looked_on = '2015-01-01' where slug = ${slugOf(page)}`.execute(database)
    await makeOld()
    expect((await read(page)).age).toBe('to_review')
    expect((await fixture.other.post(`${page}/look`, { said: 'true' })).statusCode).toBe(404)
    expect((await fixture.member.post(`${page}/look`, { said: 'true' })).statusCode).toBe(303)
    expect((await read(page)).age).toBe('current')
    await makeOld()
    expect((await fixture.member.post(`${page}/look`, { said: 'ended' })).statusCode).toBe(303)
    expect(await words(page)).toContain('Cela ne se fait plus depuis')
    expect(await words(`${page}/history`)).toContain('Ne se fait plus')
  })

  it('is found by words, theme, trade, country and what it says', async () => {
    await addPublished({
      'title.fr.text': 'Une éolienne municipale',
      themes: ['energy'],
      trades: ['energy_climate'],
    })
    for (const query of [
      'q=eolienne',
      'theme=energy',
      'trade=energy_climate',
      'country=FR&q=éolienne',
      'has=failed&q=eolienne',
    ])
      expect([query, await words(`${list}?${query}`)]).toEqual([
        query,
        expect.stringContaining('Une éolienne municipale'),
      ])
    for (const query of ['country=KR', 'has=used', 'age=outdated', 'state=draft', 'trade=water'])
      expect([query, await words(`${list}?${query}`)]).toEqual([
        query,
        expect.not.stringContaining('Une éolienne'),
      ])
    expect(await words('/fr/france-coree/search?q=éolienne')).toContain('Une éolienne municipale')
    expect((await fixture.testApp.get(`${api}?theme=energy`)).json().items[0].themes).toEqual(['energy'])
  })
})

describe('a use', () => {
  async function declare(page: string, browser: SignedIn, given: Form = {}) {
    const fields = await fieldsOf(browser, `${page}/uses/new`)
    return browser.post(`${page}/uses/new`, { ...fields, state: 'adopted', since: '2017', ...given })
  }

  it('is said by the taker and confirmed by the holder, and counted only then', async () => {
    const page = await addPublished({ 'title.fr.text': 'Un prêt de four' })
    const said = await declare(page, fixture.icheon, { 'changed.fr.text': 'Un four à bois' })
    expect([said.statusCode, pageWords(said.body)]).toEqual([303, ''])
    expect((await read(page)).used_by).toBe(0)
    expect(await words(page)).toContain('pas encore confirmé par l’autre')
    const [, address = ''] =
      /action="([^"]*\/confirmation)"/.exec((await fixture.member.get(page)).body) ?? []
    expect((await fixture.icheon.get(page)).body).not.toContain('/confirmation')
    expect((await fixture.icheon.post(address)).statusCode).toBe(403)
    expect((await fixture.coordinator.post(address)).statusCode).toBe(403)
    expect((await fixture.member.post(address)).statusCode).toBe(303)
    expect((await read(page)).used_by).toBe(1)
    const { uses } = (await fixture.testApp.get(`${api}/${slugOf(page)}/uses`)).json()
    expect(uses).toMatchObject([
      {
        organisation: 'icheon',
        state: 'adopted',
        since: '2017',
        said_for: 'icheon',
        changed: { fr: 'Un four à bois' },
      },
    ])
    expect(await words(`${list}?has=used`)).toContain('Un prêt de four')
    // What changes waits for the other side again.
    await declare(page, fixture.icheon, { state: 'given_up', 'reason.fr.text': 'Trop cher' })
    expect((await read(page)).used_by).toBe(0)
  })

  it('may begin with the holder’s word; nobody takes up a practice of their own, or gives up without a reason', async () => {
    const page = await addPublished({ 'title.fr.text': 'Un tour partagé' })
    const own = await declare(page, fixture.member, { 'taker.name': 'Limoges' })
    expect([own.statusCode, pageWords(own.body)]).toEqual([422, expect.stringContaining('C’est l’auteur')])
    const silent = await declare(page, fixture.icheon, { state: 'given_up' })
    expect([silent.statusCode, pageWords(silent.body)]).toEqual([422, expect.stringContaining('pourquoi')])
    expect((await declare(page, fixture.member, { 'taker.name': 'Icheon' })).statusCode).toBe(303)
    expect(await words('/fr/france-coree/to-do', fixture.icheon)).toContain('Une reprise à confirmer')
    const [, address = ''] =
      /action="([^"]*\/confirmation)"/.exec((await fixture.icheon.get(page)).body) ?? []
    expect((await fixture.icheon.post(address)).statusCode).toBe(303)
    expect(await words('/fr/france-coree/to-do', fixture.icheon)).not.toContain('Une reprise à confirmer')
    expect((await declare(page, fixture.other, { 'taker.name': 'Icheon' })).statusCode).toBe(403)
    expect((await fixture.testApp.get(`${page}/uses/new`)).statusCode).toBe(404)
  })
})

describe('a review', () => {
  const answers = {
    stance: 'confirmed',
    whoCould: '이천시 문화예술과에서 추진할 수 있습니다.',
    wouldCall: 'yes',
    saidAs: '문화예술과 주무관',
  }
  const ask = async (page: string, slug: string, browser = fixture.member) =>
    browser.post(`${page}/reviews/new`, { reviewer: await fixture.organisationId(slug) })

  it('is asked of another country’s side, those with a tie first, and answered with an account in their own language', async () => {
    const page = await addPublished({ 'title.fr.text': 'Un four relu' })
    const form = await fieldsOf(fixture.member, `${page}/reviews/new`)
    expect(form.reviewer).toBe(await fixture.organisationId('icheon'))
    expect((await fixture.member.get(`${page}/reviews/new`)).body).not.toContain(
      await fixture.organisationId('rouen'),
    )
    expect((await fixture.other.get(`${page}/reviews/new`)).statusCode).toBe(404)
    expect((await ask(page, 'rouen')).statusCode).toBe(422)
    expect((await ask(page, 'icheon')).statusCode).toBe(303)
    expect((await ask(page, 'icheon')).statusCode).toBe(422)
    expect(await words(page)).toContain('pas encore de réponse')
    expect((await read(page)).confirmation).toBe('claimed')
    const [, address = ''] =
      /href="([^"]*\/reviews\/[0-9a-f-]{36})"/.exec((await fixture.icheon.get(page)).body) ?? []
    expect(await words('/fr/france-coree/to-do', fixture.icheon)).toContain(
      'Une fiche à relire pour l’autre côté',
    )
    for (const browser of [fixture.member, fixture.coordinator])
      expect((await browser.post(address, answers)).statusCode).toBe(404)
    const silent = await fixture.icheon.post(address, { ...answers, stance: 'disputed' })
    expect([silent.statusCode, pageWords(silent.body)]).toEqual([
      422,
      expect.stringContaining('Dites ce qui n’est pas clair'),
    ])
    expect((await fixture.icheon.post(address, answers)).statusCode).toBe(303)
    const shown = await words(page)
    for (const said of ['éprouvée par un pair', answers.whoCould, answers.saidAs])
      expect(shown).toContain(said)
    expect((await read(page)).confirmation).toBe('confirmed')
    await fixture.icheon.post(address, { ...answers, stance: 'disputed', words: '비용이 빠졌습니다.' })
    expect((await read(page)).confirmation).toBe('disputed')
    expect(await words('/fr/france-coree/to-do', fixture.icheon)).not.toContain('Une fiche à relire')
  })

  it('goes by one mail with a link where nobody has an account; the address goes when it is asked to', async () => {
    const page = await addPublished({ 'title.fr.text': 'Un four lu de loin' })
    expect(pageWords((await ask(page, 'daegu')).body)).toContain('Personne n’y a de compte')
    const network = { id: fixture.networkId, slug: 'france-coree' }
    await buildContact(fixture.testApp.context, network, await fixture.organisationId('daegu'), {
      email: 'desk@daegu.example',
      languages: ['ko'],
    })
    expect((await ask(page, 'daegu')).statusCode).toBe(303)
    const mail = await lastMailTo(fixture.testApp, 'desk@daegu.example')
    expect(mail?.subject).toContain('우수사례 검토 요청')
    const [link = ''] = /\/ko\/france-coree\/practices\/reviews\/[\w-]+/.exec(mail?.text ?? '') ?? []
    expect(await words(link)).toContain('우수사례 검토')
    expect((await fixture.testApp.get(`${link}x`)).statusCode).toBe(404)
    const visitor = browserOf(fixture.testApp)
    expect((await visitor.post(link, answers)).statusCode).toBe(303)
    expect((await read(page)).confirmation).toBe('confirmed')
    const { rows } =
      await sql`select address from practices_review where address = 'desk@daegu.example'`.execute(
        fixture.testApp.context.database,
      )
    expect(rows).toHaveLength(1)
    expect((await visitor.post(`${link}/erasure`, { sure: 'yes' })).statusCode).toBeLessThan(400)
  })
})

test('a program of the holder writes a sheet as the form would, and is told what is wrong where', async () => {
  const limoges = await openProgram(fixture.testApp, {
    networkId: fixture.networkId,
    role: 'member',
    organisationIds: [await fixture.organisationId('limoges')],
  })
  const practices = '/networks/france-coree/practices'
  const document = { ...practiceExample.added, holder: 'limoges', themes: ['gastronomy'] }
  const added = await limoges.send('POST', practices, { document, reason: 'Bilan' })
  expect([added.statusCode, added.body]).toEqual([201, expect.any(String)])
  const place = `${practices}/${added.json().slug}/document`
  const before = await limoges.get(place)
  const put = await limoges.send(
    'PUT',
    place,
    { document: before.json().document, reason: 'Bilan' },
    { 'if-match': String(before.headers.etag) },
  )
  expect([put.statusCode, (await limoges.get(place)).json().version]).toEqual([200, 1])
  const own = place.replace('/document', '')
  const patch = { document: { staff_said: 'not_public' }, reason: 'Bilan' }
  expect((await limoges.send('PATCH', own, patch)).statusCode).toBe(428)
  const shown = await limoges.get(own)
  const etag = String(shown.headers.etag)
  const patched = await limoges.send('PATCH', own, patch, { 'if-match': etag })
  expect([patched.statusCode, patched.json().version]).toEqual([200, 2])
  expect((await limoges.get(place)).json().document.staff_said).toBe('not_public')
  const late = { document: { staff_said: 'not_said' }, reason: 'Bilan' }
  expect((await limoges.send('PATCH', own, late, { 'if-match': etag })).statusCode).toBe(412)
  const rouen = await openProgram(fixture.testApp, {
    networkId: fixture.networkId,
    role: 'member',
    organisationIds: [await fixture.organisationId('rouen')],
  })
  expect((await rouen.send('PATCH', own, late, { 'if-match': '"v2"' })).statusCode).toBe(404)
  for (const [wrong, pointer] of [
    [{ publication: 'published' }, '/document/problem'],
    [{ holder: 'atlantis' }, '/document/holder'],
    [{ failed_said: 'said' }, '/document/failed'],
    [{ done: { fr: { text: 'Écrivez à parcs@limoges.example' } } }, '/document/done/fr'],
  ] as const) {
    const answer = await limoges.send('POST', practices, {
      document: { ...document, ...wrong },
      reason: 'Bilan',
    })
    expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, pointer])
  }
})

test('an erasure leaves the name in none of the texts of a sheet or its uses', async () => {
  const name = 'Aline Adjointe'
  const { database } = fixture.testApp.context
  const said = JSON.stringify({ fr: { text: `Selon ${name}, avant l’été`, state: 'original' } })
  const page = await addPublished({ 'title.fr.text': 'Une fiche qui nomme' })
  const { rows } = await sql<{
    id: string
  }>`select sheet_id as id from practices_sheet where slug = ${slugOf(page)}`.execute(database)
  const id = rows[0]?.id ?? ''
  for (const column of ['title', 'problem', 'done', 'failed', 'cost_covers'])
    await sql`update practices_sheet set ${sql.ref(column)} = ${said}::jsonb where sheet_id = ${id}`.execute(
      database,
    )
  await sql`insert into practices_transfer (sheet_id, country, position, needs) values (${id}, 'KR', 0, ${said}::jsonb)`.execute(
    database,
  )
  const kept = async () =>
    JSON.stringify([
      await database.selectFrom('practices_sheet').selectAll().execute(),
      await database.selectFrom('practices_transfer').selectAll().execute(),
    ]).split(name).length - 1
  expect(await kept()).toBe(6)
  const subject = { personId: null, names: [name], addresses: [] }
  for (const { erase } of fixture.testApp.application.personalData)
    await erase(fixture.testApp.context, subject)
  expect(await kept()).toBe(0)
})

test('however many sheets, the list takes the same number of statements', async () => {
  const count = () => fixture.testApp.countQueries(() => fixture.testApp.get(`${list}?now=2017-07-09`))
  await addPublished({ 'title.fr.text': 'Une fiche de plus' })
  const first = await count()
  for (const title of ['Encore une', 'Et encore une']) await addPublished({ 'title.fr.text': title })
  expect(await count()).toBe(first)
})
