import { afterAll, beforeAll, expect, it } from 'vitest'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'

let testApp: TestApp
let member: SignedIn
const tie = '/fr/france-coree/cooperations/limoges-icheon'
const feed = '/fr/france-coree/activity'

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const { network_id: networkId } = await database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  const { organisation_id } = await database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('slug', '=', 'limoges')
    .executeTakeFirstOrThrow()
  const organisationIds = [organisation_id]
  member = await signIn(testApp, { role: 'member', networkId, organisationIds, name: 'Camille Discrète' })
})
afterAll(() => testApp.close())

async function change(text: string) {
  const fields = await fieldsOf(member, `${tie}/edit/summary`)
  await member.post(`${tie}/edit/summary`, { ...fields, 'summary.fr.text': text, reason: `Motif : ${text}` })
}

it('begins empty: what was loaded is no news', async () => {
  expect((await testApp.get(feed)).body).toContain('Rien n’a encore été modifié dans ce groupe.')
})

it('tells what was changed, confirmed and disputed, the newest first, by name to the people of the network alone', async () => {
  await change('Première phrase')
  await member.post(`${tie}/confirmation`, { stance: 'disputed', words: 'pas encore' })
  const body = (await testApp.get(feed)).body
  expect(body.indexOf('coopération contestée')).toBeLessThan(body.indexOf('fiche modifiée'))
  expect(body).toContain('/fr/france-coree/cooperations/limoges-icheon/history/2')
  expect(body).not.toContain('Camille')
  expect((await member.get(feed)).body).toContain('Camille Discrète, Limoges')
})

it('goes on page by page, and offers no older page that would be empty', async () => {
  const isOlderOffered = async () => (await testApp.get(feed)).body.includes('before=')
  // Forty a page: two are there.
  for (let turn = 0; turn < 38; turn++) await change(`Phrase ${turn}`)
  expect(await isOlderOffered()).toBe(false)
  await change('Phrase 38')
  expect(await isOlderOffered()).toBe(true)
  for (let turn = 39; turn < 45; turn++) await change(`Phrase ${turn}`)
  const first = (await testApp.get(feed)).body
  const next = first.match(/href="([^"]*before=[^"]*)"/)?.[1] ?? ''
  const second = (await testApp.get(next)).body
  expect(first).toContain('Phrase 44')
  expect(second).toContain('Première phrase')
  expect(second).not.toContain('Phrase 44')
  expect((await testApp.get(`${feed}?before=nonsense`)).body).toContain('Phrase 44')
})
