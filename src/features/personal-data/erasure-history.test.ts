import { afterAll, beforeAll, expect, it } from 'vitest'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'

const name = 'Solange Kerbihan'
const group = '/fr/france-coree'
const tie = `${group}/cooperations/limoges-icheon`

let testApp: TestApp
let solange: SignedIn
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  const { networkId } = await database
    .selectFrom('networks_network')
    .select('network_id as networkId')
    .executeTakeFirstOrThrow()
  const { id } = await database
    .selectFrom('directory_organisation')
    .select('organisation_id as id')
    .where('slug', '=', 'limoges')
    .executeTakeFirstOrThrow()
  solange = await signIn(testApp, { role: 'member', networkId, organisationIds: [id], name })
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())

async function send(form: string, changed: Record<string, string>) {
  const fields = await fieldsOf(coordinator, form)
  const answer = await coordinator.post(form, { ...fields, ...changed, reason: `Selon ${name}` })
  expect([form, answer.statusCode]).toEqual([form, 303])
}

async function versions(record: string): Promise<{ number: number; made_at: string | null }[]> {
  const answer = await testApp.get(`/api/v1/networks/france-coree/${record}/versions`)
  return answer.json().items
}

it('adds no version to the records that named somebody, whatever part of them did', async () => {
  await send(`${tie}/edit/summary`, {
    'summary.fr.text': `L’adjointe au maire, ${name}, a signé.`,
    'summary.en.text': `The deputy mayor, ${name}, signed.`,
  })
  await send(`${tie}/edit/agreements/new`, {
    'title.fr.text': `Charte signée par ${name}`,
    'object.fr.text': `Voulue par ${name}`,
    kind: 'partnership_convention',
  })
  await send(`${tie}/edit/prospects/new`, { 'text.fr.text': `${name} prépare une exposition.` })
  await send(`${tie}/edit/notes/new`, { 'label.fr.text': `Chiffre de ${name}`, kind: 'figure', value: '12' })
  await send(`${group}/organisations/limoges/edit/about`, { 'about.fr.text': `La ville de ${name}.` })
  const records = ['cooperations/limoges-icheon', 'organisations/limoges']
  const before = await Promise.all(records.map(versions))
  expect((await solange.post('/fr/account/data/erasure', { sure: 'yes' })).statusCode).toBe(200)
  const after = await Promise.all(records.map(versions))
  expect(after.map((list) => list.map(({ number, made_at }) => [number, made_at]))).toEqual(
    before.map((list) => list.map(({ number, made_at }) => [number, made_at])),
  )
  expect(JSON.stringify(await (await testApp.get(`${tie}/history`)).body)).not.toContain(name)
})
