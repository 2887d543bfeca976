import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo, pathIn } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { listRolesOf } from '../queries.ts'
import { beginSession } from '../sessions/commands.ts'
import { listSessions } from '../sessions/queries.ts'

let testApp: TestApp
let network: BuiltNetwork
let person: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  person = await signIn(testApp, { name: 'Nour Exemple', role: 'member', networkId: network.id })
})

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

async function recordOf(personId: string) {
  return testApp.context.database
    .selectFrom('people_person')
    .select(['name', 'email', 'language', 'operator_since'])
    .where('id', '=', personId)
    .executeTakeFirst()
}

async function signInAgain(personId: string) {
  await beginSession(testApp.context, { personId, isOperator: false, method: 'link', userAgent: firefox })
}

test('who is not signed in is led there, and back', async () => {
  const answer = await testApp.get('/ko/account')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/ko/sign-in?next=%2Fko%2Faccount'])
  for (const path of ['profile', 'address', 'other-sessions/end'])
    expect((await browserOf(testApp).post(`/en/account/${path}`)).statusCode).toBe(303)
})

test('says in words what one may do where, and where one is signed in', async () => {
  await signInAgain(person.personId)
  const { body, headers } = await person.get('/en/account')
  expect(body).toContain('Keeps up to date what concerns their authority')
  expect(body).toContain('Firefox on Windows')
  expect(body).toContain('this device')
  expect(headers['cache-control']).toBe('no-store')
})

test('name and language are one’s own to change, and nothing else with them', async () => {
  const form = {
    name: 'Nour E.',
    language: 'ko',
    isOperator: 'true',
    operatorSince: '2020-01-01',
    email: 'x@y.example',
  }
  expect((await person.post('/en/account/profile', form)).headers.location).toBe('/en/account?done=profile')
  expect(await recordOf(person.personId)).toEqual({
    name: 'Nour E.',
    email: person.address,
    language: 'ko',
    operator_since: null,
  })
  const wrong = await person.post('/en/account/profile', { name: 'A\nB', language: 'de' })
  expect([wrong.statusCode, wrong.body.includes('A name is one line')]).toEqual([422, true])
})

test('one session ends, or all others; another person’s never', async () => {
  const other = await signIn(testApp)
  await signInAgain(person.personId)
  await signInAgain(person.personId)
  const listed = async (personId: string) => await listSessions(testApp.context, personId)
  const foreign = (await listed(other.personId))[0]?.id ?? ''
  expect((await person.post(`/en/account/sessions/${foreign}/end`)).statusCode).toBe(404)
  expect((await person.post('/en/account/sessions/nonsense/end')).statusCode).toBe(404)
  const own = (await listed(person.personId)).find(({ userAgent }) => userAgent === firefox)?.id ?? ''
  expect((await person.post(`/en/account/sessions/${own}/end`)).statusCode).toBe(303)
  expect(await listed(person.personId)).toHaveLength(2)
  await person.post('/en/account/other-sessions/end')
  expect(await listed(person.personId)).toHaveLength(1)
  expect((await person.get('/en/account')).statusCode).toBe(200)
  expect(await listed(other.personId)).toHaveLength(1)
})

test('a role is laid down by its holder, and by nobody who only knows its id', async () => {
  const other = await signIn(testApp)
  const [role] = await listRolesOf(testApp.context, person.personId)
  expect((await other.post(`/en/account/roles/${role?.id}/end`)).statusCode).toBe(404)
  expect((await person.post(`/en/account/roles/${role?.id}/end`)).statusCode).toBe(303)
  expect(await listRolesOf(testApp.context, person.personId)).toEqual([])
})

test('the only coordinator is told why they cannot leave', async () => {
  const { id } = await buildNetwork(testApp.context)
  const alone = await signIn(testApp, { role: 'coordinator', networkId: id })
  const [role] = await listRolesOf(testApp.context, alone.personId)
  const answer = await alone.post(`/en/account/roles/${role?.id}/end`)
  expect([answer.statusCode, answer.body.includes('You are the only coordinator')]).toEqual([422, true])
})

test('a new address is confirmed there and told to the old one; links to the old one let nobody in', async () => {
  const fresh = `new-${person.address}`
  await browserOf(testApp).post('/en/sign-in', { address: person.address })
  const old = pathIn(await awaitMail(testApp, person.address), /\/fr\/sign-in\/link\?[^"]*/)
  await person.post('/en/account/address', { address: fresh.toUpperCase() })
  expect((await recordOf(person.personId))?.email).toBe(person.address)
  const link = pathIn(await awaitMail(testApp, fresh), /\/fr\/account\/address\?[^"]*/)
  const page = await testApp.get(link.replace('/fr/', '/en/'))
  expect(page.body).toContain(`Your account will use ${fresh}`)
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  expect((await recordOf(person.personId))?.email).toBe(person.address)
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const confirm = () => browserOf(testApp).post('/en/account/address/confirmation', { token })
  expect((await confirm()).body).toContain('The address has changed')
  expect((await recordOf(person.personId))?.email).toBe(fresh)
  expect((await mailsTo(testApp, person.address)).at(-1)?.body).toContain(fresh)
  expect((await confirm()).statusCode).toBe(410)
  expect((await testApp.get(old)).statusCode).toBe(410)
})

test('a link that confirms an address signs nobody in, and one that signs in confirms nothing', async () => {
  const fresh = `other-${person.address}`
  await person.post('/en/account/address', { address: fresh })
  const link = pathIn(await awaitMail(testApp, fresh), /\/fr\/account\/address\?[^"]*/)
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const wrong = await browserOf(testApp).post('/en/sign-in/link', { token })
  expect([wrong.statusCode, wrong.headers['set-cookie']]).toEqual([404, undefined])
  await browserOf(testApp).post('/en/sign-in', { address: person.address })
  const entry = pathIn(await awaitMail(testApp, person.address), /\/fr\/sign-in\/link\?[^"]*/)
  const form = Object.fromEntries(new URL(entry, 'http://localhost').searchParams)
  expect((await browserOf(testApp).post('/en/account/address/confirmation', form)).statusCode).toBe(410)
  expect((await testApp.get(entry)).statusCode).toBe(200)
})

test('an address that another account has is not taken from it', async () => {
  const other = await signIn(testApp)
  await person.post('/en/account/address', { address: other.address })
  const link = pathIn(await awaitMail(testApp, other.address), /\/fr\/account\/address\?[^"]*/)
  const token = new URL(link, 'http://localhost').searchParams.get('token') ?? ''
  const answer = await browserOf(testApp).post('/en/account/address/confirmation', { token })
  expect([answer.statusCode, answer.body.includes('belongs to another account')]).toEqual([409, true])
  expect((await recordOf(person.personId))?.email).toBe(person.address)
})
