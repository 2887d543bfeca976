import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { original, textIdOf } from '../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../test/support/mailbox.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { addPeer, ask, follow, openAsking, type QuestionFixture } from '../../../test/support/questions.ts'
import type { SignedIn } from '../../../test/support/sign-in.ts'
import { indexNetwork } from '../translations/index.ts'

let fixture: QuestionFixture
let terms: string
beforeAll(async () => {
  fixture = await openAsking()
  terms = `/fr/${fixture.network.slug}/terms`
  await addPeer(fixture, fixture.nantes, { address: 'parcs@nantes.example' })
})
afterAll(() => fixture.close())

const park = {
  'word.fr.text': 'parc citoyen',
  'word.ko.text': '시민공원',
  'note.fr.text': 'Un parc que des habitants entretiennent.',
  'confused.fr.text': 'jardin partagé : il est cultivé',
}

async function add(browser: SignedIn, given: Record<string, string>) {
  const form = `${terms}/new`
  return browser.post(form, { ...(await fieldsOf(browser, form)), ...given, reason: 'Convenu à Tours' })
}

async function use(state: 'used' | 'withdrawn') {
  const form = `${terms}/parc-citoyen/edit/state`
  const fields = await fieldsOf(fixture.coordinator, form)
  const answer = await fixture.coordinator.post(form, { ...fields, state, reason: 'Relecture' })
  expect(answer.statusCode).toBe(303)
}

const wordsOf = async (address: string, browser: Pick<SignedIn, 'get'> = fixture.testApp) =>
  pageWords((await browser.get(address)).body)

test('a coordinator adds a term in two languages at least; everybody reads it before those of the field', async () => {
  const { testApp, coordinator } = fixture
  expect(await wordsOf(terms)).toContain('n’a encore ajouté aucun terme')
  const wrong = await add(coordinator, { 'word.fr.text': 'parc citoyen' })
  expect([wrong.statusCode, pageWords(wrong.body)]).toEqual([422, expect.stringContaining('deux langues')])
  const added = await add(coordinator, park)
  expect(added.headers.location).toBe(`${terms}/parc-citoyen?done=added`)

  const page = await wordsOf(terms)
  expect(page.indexOf('시민공원')).toBeGreaterThan(0)
  expect(page.indexOf('시민공원')).toBeLessThan(page.indexOf('자매결연'))
  const term = await wordsOf(`${terms}/parc-citoyen`)
  expect(term).toContain('Un parc que des habitants entretiennent.')
  expect(term).toContain('jardin partagé : il est cultivé')
  expect((await testApp.get(`${terms}/parc-inconnu`)).statusCode).toBe(404)
})

test('a member’s term is a suggestion; one that is there already is shown first', async () => {
  const { asker, coordinator } = fixture
  // Its form opens the boxes of all languages, and promises no more than it does.
  const form = await asker.get(`${terms}/new`)
  expect(form.body).toMatch(/<details[^>]*class="translations"[^>]* open/)
  expect(pageWords(form.body)).not.toContain('Ajouter et publier')
  const again = await add(asker, park)
  expect([again.statusCode, pageWords(again.body)]).toEqual([
    422,
    expect.stringContaining('parc citoyen – employé'),
  ])
  const sent = await add(asker, { 'word.fr.text': 'ville-jardin', 'word.ko.text': '정원도시' })
  expect(sent.headers.location).toContain('/contributions/')
  expect(await wordsOf(terms)).not.toContain('정원도시')
  const suggestion = String(sent.headers.location).split('?')[0] ?? ''
  const fields = await fieldsOf(coordinator, suggestion)
  const decided = await coordinator.post(`${suggestion}/decision`, { ...fields, decision: 'accepted' })
  expect(decided.statusCode, pageWords(decided.body)).toBe(303)
  expect(await wordsOf(terms)).toContain('정원도시')
})

test('the editor of a text shows the group’s term where the field has one too, and what it is not', async () => {
  const { testApp, network, coordinator } = fixture
  await add(coordinator, {
    ...{ 'word.fr.text': 'convention de jumelage', 'word.ko.text': '자매결연 약정' },
    'confused.fr.text': 'charte : elle n’engage pas',
  })
  const summary = original('La convention de jumelage prévoit un parc citoyen et un jumelage.')
  const tie = await buildCooperation(testApp.context, network.id, { summary })
  await indexNetwork(testApp.context, testApp.application.textOwners, network.id)
  const editor = `/fr/${network.slug}/translations/${await textIdOf(testApp, tie.id)}`
  const page = await wordsOf(editor, coordinator)
  expect(page).toContain('자매결연 약정')
  expect(page).toContain('À ne pas confondre avec : charte : elle n’engage pas')
  expect(page).toContain('시민공원')
  // What the group says nothing of keeps the field’s word.
  expect(page).toMatch(/jumelage 자매결연(?! 약정)/)
  expect(page).not.toContain('accord de jumelage')
})

test('a search in one language finds a question by the group’s word of the other, added later, until it is withdrawn', async () => {
  const { network, asker, coordinator } = fixture
  await ask(fixture)
  const found = async (q: string) =>
    (await coordinator.get(`/fr/${network.slug}/questions?q=${encodeURIComponent(q)}`)).body.includes(
      '시민공원을 어떻게 관리하고',
    )
  expect(await found('parc citoyen')).toBe(true)
  expect(await found('entretien du parc citoyen')).toBe(false)
  await use('withdrawn')
  expect(await found('parc citoyen')).toBe(false)
  expect(await wordsOf(`${terms}/parc-citoyen`, asker)).toContain('n’emploie plus ce terme')
  expect(await wordsOf(terms)).not.toContain('시민공원')
  await use('used')
  expect(await found('parcs citoyens')).toBe(true)
})

test('whoever is asked in another language reads the group’s word for what the question speaks of', async () => {
  await follow(fixture, '2017-09-05T07:30:00Z')
  const mail = await lastMailTo(fixture.testApp, 'parcs@nantes.example')
  expect(mail?.text).toContain('Les mots du groupe')
  expect(mail?.text).toMatch(/parc citoyen\s*:\s*시민공원/)
  // Words that the question does not use are left out.
  expect(mail?.text).not.toContain('정원도시')
})
