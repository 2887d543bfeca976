import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../../test/support/expectation-fixture.ts'
import { minji } from '../../../../../test/support/expectations.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { newId } from '../../../../platform/context/identifier.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
})
afterAll(() => testApp.close())

describe('an expectation that is stated', () => {
  test.each([
    ['without a theme', { themes: '' }, 'Choisissez un thème au moins'],
    ['without a title', { 'title.fr.text': '' }, 'Ce champ est à remplir'],
    ['for a day that has passed', { deadline: '2026-11-01' }, 'Ce jour est passé'],
    ['of nobody', { asked: '' }, 'Ce champ est à remplir'],
  ])('%s is refused beside its field, with what was typed', async (_, given, says) => {
    const refused = await fixture.askers.post(`${fixture.list}/new`, fixture.fields(given))
    expect(refused.statusCode).toBe(422)
    expect(pageWords(refused.body)).toContain(says)
    expect(refused.body).toContain('Une semaine d’observation.')
  })

  test('is of no member that has left or been dissolved, nor of the asker itself', async () => {
    for (const { id } of [fixture.left, fixture.dissolved, fixture.asker])
      expect(
        (await fixture.askers.post(`${fixture.list}/new`, fixture.fields({ asked: id }))).statusCode,
      ).toBe(422)
    expect((await fixture.askers.get(`${fixture.list}/new`)).body).not.toMatch(/Delta|Echo/)
  })

  test('is addressed by names in alphabetical order, those of the other country first', async () => {
    const { database } = testApp.context
    await database
      .updateTable('networks_membership')
      .set({ position: 0 })
      .where('organisation_id', '=', fixture.quiet.id)
      .execute()
    const choices = pageWords((await coordinator.get(`${fixture.list}/new`)).body)
    expect(choices).toMatch(/가나시|Gana/)
    expect(choices).toMatch(/Corée.* Alpha – France Bravo – France Charlie – France/)
  })

  test('is stated by members and the secretariat, and by nobody else', async () => {
    const reader = await signIn(testApp, { role: 'reader', networkId: fixture.network.id })
    expect((await reader.get(`${fixture.list}/new`)).statusCode).toBe(404)
    expect((await fixture.anybody().post(`${fixture.list}/new`, fixture.fields())).statusCode).toBe(404)
  })

  test('of a member goes both ways: a French one expects something of a Korean one', async () => {
    const path = await fixture.state({ asked: fixture.asker.id }, fixture.member)
    expect(await lastMailTo(testApp, fixture.askers.address)).toMatchObject({ kind: 'partners.expectation' })
    expect(pageWords((await fixture.askers.get(path)).body)).toContain('Alpha → attend de')
  })

  test('is read by whom it says', async () => {
    const paths = {
      concerned: await fixture.state({ confidentiality: 'concerned' }),
      network: await fixture.state({ confidentiality: 'network' }),
      public: await fixture.state({ confidentiality: 'public' }),
    }
    const seen = async (browser: Pick<SignedIn, 'get'>) =>
      Promise.all(Object.values(paths).map(async (path) => (await browser.get(path)).statusCode))
    expect(await seen(fixture.ableMember)).toEqual([404, 200, 200])
    expect(await seen(fixture.anybody())).toEqual([303, 303, 200])
    const slugs = Object.values(paths).map((path) => path.split('/').at(-1))
    const api = `/api/v1/networks/${fixture.network.slug}/expectations`
    const { items } = (await testApp.get(api, { accept: 'application/json' })).json()
    expect(items.map(({ slug }: { slug: string }) => slug)).toEqual([slugs[2]])
    const one = (await testApp.get(`${api}/${slugs[2]}`, { accept: 'application/json' })).json()
    expect(one).toMatchObject({ status: 'asked', answers: null, days_open: 0, late: false, taken_up_by: [] })
    expect((await testApp.get(`${api}/${slugs[1]}`, { accept: 'application/json' })).statusCode).toBe(404)
    await fixture.askers.post(`${paths.public}/closing`, { outcome: 'withdrawn' })
    expect(await seen(fixture.anybody())).toEqual([303, 303, 303])
  })

  test('can be worded anew, also in another language, until it is closed', async () => {
    const path = await fixture.state()
    const changed = { ...fixture.fields({ 'title.fr.text': 'Rencontrer', 'title.ko.text': '실무자 교류' }) }
    expect((await fixture.askers.post(`${path}/edit`, changed)).statusCode).toBe(303)
    expect(pageWords((await fixture.askers.get(path.replace('/fr/', '/ko/'))).body)).toContain('실무자 교류')
    expect((await fixture.member.post(`${path}/edit`, changed)).statusCode).toBe(404)
    await fixture.askers.post(`${path}/closing`, { outcome: 'unmet' })
    expect((await fixture.askers.post(`${path}/edit`, changed)).statusCode).toBe(409)
  })
})

test('a list of three takes as many statements as a list of one', async () => {
  coordinator = await fixture.coordinate()
  const count = (query: string) => testApp.countQueries(() => coordinator.get(`${fixture.list}?${query}`))
  await fixture.state({ themes: 'water' })
  await count('theme=water')
  const one = await count('theme=water')
  await fixture.state({ themes: 'water' })
  await fixture.state({ themes: 'water' })
  await count('theme=water')
  expect(await count('theme=water')).toBe(one)
})

test('filters find by words, theme, state, country and view', async () => {
  await fixture.state({ themes: 'gastronomy', 'title.fr.text': 'Kimchi d’automne' })
  const found = async (query: string, browser: SignedIn = coordinator) =>
    (await browser.get(`${fixture.list}?${query}`)).body.includes('Kimchi d’automne')
  expect([
    await found('q=kimchi'),
    await found('q=choucroute'),
    await found('theme=gastronomy'),
    await found('theme=sport'),
    await found('status=asked'),
    await found('status=satisfied'),
    await found('country=KR'),
    await found('country=FR'),
    await found('view=received', fixture.member),
    await found('view=received', fixture.askers),
    await found('view=sent', fixture.askers),
  ]).toEqual([true, false, true, false, true, false, true, false, true, false, true])
})

test('two who word an expectation anew at once do not undo each other unseen', async () => {
  const path = await fixture.state()
  const form = `${path}/edit`
  const [mine, theirs] = [await fieldsOf(fixture.askers, form), await fieldsOf(fixture.askers, form)]
  const changed = (fields: typeof mine, text: string) => ({ ...fields, 'text.fr.text': text })
  expect((await fixture.askers.post(form, changed(theirs ?? {}, 'Deux semaines.'))).statusCode).toBe(303)
  const met = await fixture.askers.post(form, changed(mine ?? {}, 'Trois semaines.'))
  expect([met.statusCode, pageWords(met.body)]).toEqual([
    409,
    expect.stringMatching(/quelqu’un d’autre vient de modifier cette attente.*Deux semaines\./),
  ])
  expect(met.body).toContain('Trois semaines.')
  expect(pageWords((await fixture.askers.get(path)).body)).toContain('Deux semaines.')
  const [seen = ''] = /(?<=name="seen" value=")[^"]+/.exec(met.body) ?? []
  expect(
    (await fixture.askers.post(form, { ...changed(mine ?? {}, 'Trois semaines.'), seen })).statusCode,
  ).toBe(303)
  expect(pageWords((await fixture.askers.get(path)).body)).toContain('Trois semaines.')
})

describe('the same expectation that is sent twice', () => {
  const sentTo = async (title: string) =>
    (await readMailbox(testApp)).filter(
      ({ to, subject }) => to === fixture.member.address && subject.endsWith(title),
    ).length
  const kept = async (title: string) =>
    (await testApp.context.database.selectFrom('partners_expectation').select('title').execute()).filter(
      (row) => row.title.fr?.text === title,
    ).length
  const send = (fields: Record<string, string>, browser: SignedIn = fixture.askers) =>
    browser.post(`${fixture.list}/new`, fields)
  const placeOf = ({ headers }: { headers: Record<string, unknown> }) => String(headers.location)

  test('by two presses at once is one: the second leads to the first, and nobody is told again', async () => {
    const fields = fixture.fields()
    const both = await Promise.all([send(fields), send(fields)])
    const [path = ''] = placeOf(both[0] ?? { headers: {} }).split('?')
    expect(both.map(placeOf).toSorted()).toEqual([`${path}?done=same`, `${path}?done=stated`])
    expect([await kept(fixture.lastTitle()), await sentTo(fixture.lastTitle())]).toEqual([1, 1])
    expect(pageWords((await fixture.askers.get(`${path}?done=same`)).body)).toContain(
      'l’envoyer de nouveau n’en crée pas une seconde',
    )
  })

  test('by the way back, a script, or the secretariat in the name of the asker is the same', async () => {
    const fields = fixture.fields({ 'text.fr.text': 'Une semaine.\r\nEn mars.' })
    const first = placeOf(await send(fields))
    expect(first).toMatch(/done=stated$/)
    const again = [
      await send(fields),
      await send({ ...fields, 'text.fr.text': 'Une semaine.\nEn mars.' }),
      await send({ ...fields, 'asker.name': '가나시', ...minji, language: 'fr', consent: '' }, coordinator),
    ]
    for (const answer of again) expect(placeOf(answer)).toBe(first.replace('stated', 'same'))
    expect([await kept(fixture.lastTitle()), await sentTo(fixture.lastTitle())]).toEqual([1, 1])
    // Another day or another addressee makes another one.
    expect(placeOf(await send({ ...fields, deadline: '2026-12-31' }))).toMatch(/done=stated$/)
    expect(placeOf(await send({ ...fields, asked: fixture.able.id }))).toMatch(/done=stated$/)
  })

  test('may be expected again once the first is closed', async () => {
    const fields = fixture.fields()
    const [path = ''] = placeOf(await send(fields)).split('?')
    await fixture.askers.post(`${path}/closing`, { outcome: 'unmet' })
    const again = placeOf(await send(fields))
    expect(again).toMatch(/done=stated$/)
    expect(again).not.toContain(`${path}?`)
    // The first may be opened again beside it.
    expect((await fixture.askers.post(`${path}/reopening`)).statusCode).toBe(303)
    expect(await kept(fixture.lastTitle())).toBe(2)
  })

  test('is refused by the database, whatever the code does', async () => {
    const path = await fixture.state()
    const copy = sql`
      insert into partners_expectation (expectation_id, network_id, slug, asker_id, asked_id, title, themes, form, confidentiality,
        language, stated_at, known_on, updated_at, sent_digest)
      select ${newId()}, network_id, slug || '-2', asker_id, asked_id, title, themes, form, confidentiality, language, stated_at, known_on,
        updated_at, sent_digest
      from partners_expectation where network_id = ${fixture.network.id} and slug = ${path.split('/').at(-1)}
    `
    await expect(copy.execute(testApp.context.database)).rejects.toThrow(/unique/)
  })

  test('is not that of somebody else under the same title at the same moment', async () => {
    const fields = fixture.fields()
    const both = await Promise.all([send(fields), send({ ...fields, asked: fixture.quiet.id })])
    expect(both.map((answer) => [answer.statusCode, placeOf(answer).endsWith('done=stated')])).toEqual([
      [303, true],
      [303, true],
    ])
    expect(await kept(fixture.lastTitle())).toBe(2)
  })
})
