import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import {
  factsOf,
  frenchMinutes,
  importWords,
  koreanMinutes,
  readTexts,
  sendText,
} from '../../../../test/support/import-text.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
import { DatabaseAway } from '../../../platform/database/database-away.ts'
import { readImportedText } from './reading/commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

async function openGroup() {
  const network = await buildNetwork(testApp.context)
  return { network, coordinator: await signIn(testApp, { role: 'coordinator', networkId: network.id }) }
}

it('says that nothing was imported yet, and what belongs here', async () => {
  const { network, coordinator } = await openGroup()
  const page = await coordinator.get(`/ko/${network.slug}/imports`)
  expect(page.body).toContain('아직 가져온 것이 없습니다')
  expect(page.body).toContain(`/ko/${network.slug}/imports/new`)
})

it('reads a file in the background and shows it meanwhile without a script', async () => {
  const { network, coordinator } = await openGroup()
  const address = await sendText(testApp, coordinator, network.slug, { name: 'CR.md', bytes: frenchMinutes })
  const waiting = await coordinator.get(address)
  expect(waiting.headers.refresh).toBe('3')
  expect(waiting.body).toContain('Lecture en cours')
  await readTexts(testApp)
  const read = await coordinator.get(address)
  expect(read.headers.refresh).toBeUndefined()
  expect(read.body).toContain('Réunion du groupe Corée')
  expect((await coordinator.get(`${address}/file`)).body).toBe(frenchMinutes)
})

it('takes a pasted text as well as a file', async () => {
  const { network, coordinator } = await openGroup()
  const answer = await coordinator.post(`/ko/${network.slug}/imports/new`, { text: koreanMinutes })
  expect(answer.statusCode).toBe(303)
  await readTexts(testApp)
  const facts = await factsOf(testApp, String(answer.headers.location))
  expect(facts.filter(({ value }) => value.part === 'tie')).toHaveLength(1)
})

it('asks for a file or a text where neither is sent', async () => {
  const { network, coordinator } = await openGroup()
  const answer = await coordinator.post(`/fr/${network.slug}/imports/new`, { text: '  ' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('Choisissez un fichier, ou collez un texte.')
})

it('leads to the first import when the same text comes again under another name', async () => {
  const { network, coordinator } = await openGroup()
  const first = await importWords(testApp, coordinator, network.slug, frenchMinutes)
  const again = await sendText(testApp, coordinator, network.slug, { name: 'copie.md', bytes: frenchMinutes })
  expect(again).toBe(`${first}?known=1`)
  expect((await coordinator.get(again)).body).toContain('Ce texte a déjà été importé')
  // Another group has an import of its own.
  const other = await openGroup()
  expect(
    await sendText(testApp, other.coordinator, other.network.slug, { name: 'CR.md', bytes: frenchMinutes }),
  ).not.toContain('known')
})

it('says in words why a file cannot be read, keeps it, and tries again when asked', async () => {
  const { network, coordinator } = await openGroup()
  const bytes = Buffer.from('%PDF-1.7\nbroken')
  const address = await sendText(testApp, coordinator, network.slug, {
    name: 'CR.pdf',
    bytes,
    type: 'application/pdf',
  })
  await readTexts(testApp)
  const page = await coordinator.get(address)
  expect(page.body).toContain('Le fichier est conservé')
  expect(page.body).toContain('endommagé')
  expect((await coordinator.get(`${address}/file`)).rawPayload).toEqual(bytes)
  await coordinator.post(`${address}/reading`)
  expect((await coordinator.get(address)).body).toContain('Lecture en cours')
})

it('proposes the source from the text, and lets it be changed until it is published', async () => {
  const { network, coordinator } = await openGroup()
  const address = await importWords(testApp, coordinator, network.slug, frenchMinutes)
  const form = await coordinator.get(`${address}/source`)
  expect(form.body).toContain('value="Réunion du groupe Corée"')
  const typed = {
    title: 'Compte rendu du 10 mars',
    kind: 'minutes',
    language: 'fr',
    publisher: 'CUF',
    published: '10 mars 2026',
    url: '',
  }
  const wrong = await coordinator.post(`${address}/source`, { ...typed, url: 'javascript:alert(1)' })
  expect(wrong.statusCode).toBe(422)
  expect((await coordinator.post(`${address}/source`, typed)).statusCode).toBe(303)
  expect((await coordinator.get(address)).body).toContain('Compte rendu du 10 mars')
  const sources = () =>
    testApp.context.database
      .selectFrom('registry_source')
      .select(['publisher', 'published', 'kind'])
      .where('network_id', '=', network.id)
      .execute()
  expect(await sources()).toEqual([])
  await coordinator.post(`${address}/decisions`, { sure: 'text' })
  expect(await sources()).toEqual([{ publisher: 'CUF', published: '2026-03-10', kind: 'minutes' }])
  expect((await coordinator.post(`${address}/source`, typed)).statusCode).toBe(410)
})

it('sets two accounts of one meeting side by side', async () => {
  const { network, coordinator } = await openGroup()
  const french = await importWords(testApp, coordinator, network.slug, frenchMinutes)
  const korean = await importWords(testApp, coordinator, network.slug, koreanMinutes)
  const page = await coordinator.get(korean)
  expect(page.body).toContain('Un autre texte raconte la réunion du même jour')
  expect(page.body).toContain('dans les deux récits')
  expect(page.body).toContain('dans ce récit seulement')
  const [id] = /[0-9a-f-]{36}/.exec(french) ?? []
  const accounts = await coordinator.get(`${korean}/account?with=${id}`)
  expect(accounts.statusCode).toBe(200)
  const [here = '', there = '', both = ''] = accounts.body.split('<section').slice(-3)
  expect(here).toContain('리모주시 대표단이 이천시를 방문')
  expect(there).toContain('Suncheon')
  expect(both).toContain('22 avril 2015')
})

it('takes as many statements for many facts as for few', async () => {
  const { network, coordinator } = await openGroup()
  const few = await importWords(testApp, coordinator, network.slug, koreanMinutes)
  const many = await importWords(
    testApp,
    coordinator,
    network.slug,
    frenchMinutes.replace('10 mars', '11 mars'),
  )
  await coordinator.get(few)
  const ofFew = await testApp.countQueries(() => coordinator.get(few))
  const ofMany = await testApp.countQueries(() => coordinator.get(many))
  expect(ofMany - ofFew).toBeLessThanOrEqual(2)
})

it('gives up a text whose reader died twice, says so, and has one more try when somebody asks', async () => {
  const { network, coordinator } = await openGroup()
  const address = await sendText(testApp, coordinator, network.slug, { name: 'CR.md', bytes: frenchMinutes })
  const id = /imports\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
  const of = testApp.context.database.updateTable('imports_text').where('text_id', '=', id)
  // What a server that was stopped in the middle leaves behind, twice.
  await of.set({ attempts: 2, claimed_at: testApp.clock.now().toString() }).execute()
  const start = testApp.clock.now().toString()
  testApp.clock.advance({ minutes: 6 })
  await readTexts(testApp)
  const page = await coordinator.get(address)
  expect(page.body).toContain('Deux lectures de ce texte ont été interrompues')
  expect(page.body).toContain('même après un redémarrage')
  expect(page.headers.refresh).toBeUndefined()
  await coordinator.post(`${address}/reading`)
  await readTexts(testApp)
  expect((await coordinator.get(address)).body).toContain('Réunion du groupe Corée')
  testApp.clock.moveTo(start)
})

it('leaves a text to the next start where the server stops, as if it had not been taken up', async () => {
  const { network, coordinator } = await openGroup()
  const address = await sendText(testApp, coordinator, network.slug, { name: 'CR.md', bytes: frenchMinutes })
  const id = /imports\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
  const stopping = new AbortController()
  const reading = readImportedText(testApp.application, testApp.context, id, stopping.signal)
  setTimeout(() => stopping.abort(new Error('The server stops')), 1)
  expect(await reading).toBe(false)
  const row = await testApp.context.database
    .selectFrom('imports_text')
    .select(['attempts', 'claimed_at', 'trouble'])
    .where('text_id', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ attempts: 0, claimed_at: null, trouble: null })
})

it('leaves a text to the next time where the database does not answer: that is no fault of the text', async () => {
  const { network, coordinator } = await openGroup()
  const address = await sendText(testApp, coordinator, network.slug, { name: 'CR.md', bytes: frenchMinutes })
  const id = /imports\/([0-9a-f-]{36})/.exec(address)?.[1] ?? ''
  let isAway = true
  const database = testApp.context.database.withPlugin({
    transformQuery: ({ node }) => {
      if (isAway && JSON.stringify(node).includes('directory_name')) throw new DatabaseAway('it went')
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const read = () => readImportedText(testApp.application, { ...testApp.context, database }, id)
  expect(await read()).toBe(false)
  const row = await testApp.context.database
    .selectFrom('imports_text')
    .select(['attempts', 'claimed_at', 'trouble'])
    .where('text_id', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ attempts: 0, claimed_at: null, trouble: null })
  isAway = false
  expect(await read()).toBe(true)
})
