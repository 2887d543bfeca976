import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const networkId = async () =>
  (
    await testApp.context.database
      .selectFrom('networks_network')
      .select('network_id')
      .executeTakeFirstOrThrow()
  ).network_id

const tie = '/fr/france-coree/cooperations/limoges-icheon'

it('a record that nobody has changed has one version, the one that was loaded, to be read as any other', async () => {
  const list = await testApp.get(`${tie}/history`)
  expect(list.statusCode).toBe(200)
  expect(list.body).toContain('Cette fiche n’a pas encore été modifiée ici.')
  expect(list.body).toContain(`href="${tie}/history/1"`)
  const page = await testApp.get(`${tie}/history/1`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('C’est la première version')
  expect(page.body).toContain(`<a href="${tie}">Revenir à la fiche</a>`)
  expect((await testApp.get(`${tie}/history/2`)).statusCode).toBe(404)
})

it('programs read that version under the number that the record gives', async () => {
  const api = '/api/v1/networks/france-coree/cooperations/limoges-icheon'
  const document = (await testApp.get(`${api}/document`)).json()
  const list = (await testApp.get(`${api}/versions`)).json()
  expect([list.total, list.items]).toEqual([
    1,
    [
      {
        number: 1,
        origin: 'loaded',
        reason: '',
        made_at: null,
        author: null,
        organisation: null,
        restores: null,
      },
    ],
  ])
  expect((await testApp.get(`${api}/versions/1`)).json()).toEqual({
    ...list.items[0],
    document: document.document ?? document,
    changed: [],
  })
  expect((await testApp.get(`${api}/versions/2`)).statusCode).toBe(404)
})

it('what was changed by other means is a version too before anybody changes it here', async () => {
  const editor = await signIn(testApp, { role: 'coordinator', networkId: await networkId() })
  const other = '/fr/france-coree/cooperations/nantes-suncheon'
  const fields = await fieldsOf(editor, `${other}/edit/summary`)
  await editor.post(`${other}/edit/summary`, { ...fields, 'summary.fr.text': 'Ici.', reason: 'Relecture' })
  await sql`
    update registry_cooperation set summary = jsonb_set(summary, '{fr,text}', '"Ailleurs."') where slug = 'nantes-suncheon'
  `.execute(testApp.context.database)
  expect((await testApp.get(`${other}/history`)).body).toContain(`href="${other}/history/3"`)
  const page = await testApp.get(`${other}/history/3`)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Ailleurs.')
})

it('what does not exist has no history', async () => {
  expect((await testApp.get('/fr/france-coree/cooperations/nowhere-nothing/history')).statusCode).toBe(404)
  expect((await testApp.get(`${tie}/history/7`)).statusCode).toBe(404)
  expect((await testApp.get(`${tie}/history/x`)).statusCode).toBe(404)
})

it('a stranger restores nothing', async () => {
  const stranger = await signIn(testApp)
  const answer = await stranger.post(`${tie}/history/1/restoration`, { base: '1', reason: 'because' })
  expect(answer.statusCode).toBe(404)
})
