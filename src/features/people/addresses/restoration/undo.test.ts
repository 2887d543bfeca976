import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo, pathIn } from '../../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { addLink } from '../../links/commands.ts'
import { listPasskeys } from '../../passkeys/queries.ts'
import { beginSession } from '../../sessions/commands.ts'
import { listSessions } from '../../sessions/queries.ts'
import { listTokens } from '../../tokens/queries.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let owner: SignedIn
let address = ''
let count = 0
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  owner = await signIn(testApp, { role: 'member', networkId: network.id })
  address = `thief-${++count}@elsewhere.example`
})

const confirmation = '/en/account/address/confirmation'
const restoration = '/en/account/address/restoration'

/** Changes the address of the account, from a browser that may be signed in. */
async function change(to = address, browser: Pick<SignedIn, 'post'> = browserOf(testApp)) {
  const token = await addLink(testApp.context, owner.personId, { confirms: to })
  return browser.post(confirmation, { token })
}

async function tokenTo(before: string): Promise<string> {
  return pathIn(await awaitMail(testApp, before), /(?<=restoration\?token=)\w+/)
}

const emailOf = async () =>
  (
    await testApp.context.database
      .selectFrom('people_person')
      .select('email')
      .where('id', '=', owner.personId)
      .executeTakeFirstOrThrow()
  ).email

/** Counts the sessions, tokens and passkeys of the account. */
async function countWaysIn() {
  const { context } = testApp
  const sessions = await listSessions(context, owner.personId)
  const tokens = await listTokens(context, owner.personId)
  const passkeys = await listPasskeys(context, owner.personId)
  return [sessions.length, tokens.length, passkeys.length]
}

/** Adds a session and a passkey: the owner’s on another device, or an intruder’s. */
async function enterElsewhere() {
  const { personId } = owner
  await beginSession(testApp.context, { personId, isOperator: false, method: 'link', userAgent: 'other' })
  await testApp.context.database
    .insertInto('people_passkey')
    .values({
      id: newId(),
      person_id: personId,
      public_key: 'key',
      credential_id: newId(),
      counter: '0',
      device_type: 'multiDevice',
      backed_up: true,
      created_at: testApp.clock.now().toString(),
    })
    .execute()
}

async function furnish() {
  const token = { tokenName: 'Intranet', network: network.slug, scopes: 'read', days: '30' }
  await owner.post('/en/account/tokens', token)
  await enterElsewhere()
  expect(await countWaysIn()).toEqual([2, 1, 1])
}

test('a change of address ends the other sessions and the tokens', async () => {
  await furnish()
  expect((await change(address, owner)).body).toContain('Other devices are signed out')
  expect(await countWaysIn()).toEqual([1, 0, 1])
  expect((await owner.get('/en/account')).statusCode).toBe(200)
})

test('confirmed in a browser where somebody else or nobody is signed in, it ends all sessions', async () => {
  await furnish()
  await change(address, await signIn(testApp))
  expect(await countWaysIn()).toEqual([0, 0, 1])
})

test('“this was not me” shows, asks, takes the change back and ends every way in; both addresses are told', async () => {
  await change()
  const token = await tokenTo(owner.address)
  await enterElsewhere()
  const page = await testApp.get(`${restoration}?token=${token}`)
  expect([page.statusCode, page.body.includes(`will use ${owner.address} again`)]).toEqual([200, true])
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  expect(await emailOf()).toBe(address)
  const thiefs = await addLink(testApp.context, owner.personId)
  const done = await browserOf(testApp).post(restoration, { token })
  expect(done.body).toContain('1 session, 0 tokens and 1 passkey')
  expect([await emailOf(), await countWaysIn()]).toEqual([owner.address, [0, 0, 0]])
  for (const to of [owner.address, address])
    expect((await mailsTo(testApp, to)).at(-1)?.subject).toBe('L’adresse de votre compte est rétablie')
  expect((await browserOf(testApp).post('/en/sign-in/link', { token: thiefs })).statusCode).toBe(410)
  expect((await browserOf(testApp).post(restoration, { token })).statusCode).toBe(410)
})

test('it is good for seven days, is a secret, signs nobody in and confirms nothing', async () => {
  await change()
  const token = await tokenTo(owner.address)
  expect((await mailsTo(testApp, owner.address)).at(-1)?.isSecret).toBe(true)
  const signedIn = await browserOf(testApp).post('/en/sign-in/link', { token })
  expect([signedIn.statusCode, signedIn.headers['set-cookie']]).toEqual([404, undefined])
  expect((await browserOf(testApp).post(confirmation, { token })).statusCode).toBe(410)
  testApp.clock.advance({ days: 6, hours: 23 })
  expect((await testApp.get(`${restoration}?token=${token}`)).statusCode).toBe(200)
  testApp.clock.advance({ hours: 2 })
  expect((await browserOf(testApp).post(restoration, { token })).statusCode).toBe(410)
  expect(await emailOf()).toBe(address)
})

test('who changes the address twice does not get it back again from the owner', async () => {
  await change()
  testApp.clock.advance({ minutes: 1 })
  await change(`second-${address}`)
  const [owners, thiefs] = [await tokenTo(owner.address), await tokenTo(address)]
  await browserOf(testApp).post(restoration, { token: owners })
  expect((await browserOf(testApp).post(restoration, { token: thiefs })).statusCode).toBe(410)
  expect(await emailOf()).toBe(owner.address)
})

test('an address that another account has by now is not taken from it', async () => {
  await change()
  const token = await tokenTo(owner.address)
  await signIn(testApp, { address: owner.address })
  const answer = await browserOf(testApp).post(restoration, { token })
  expect([answer.statusCode, answer.body.includes('belongs to another account')]).toEqual([409, true])
  expect(await emailOf()).toBe(address)
})

test('the former address stands among what is kept about its owner, as long as it can take the change back', async () => {
  const before = await emailOf()
  await change(address, owner)
  expect((await owner.get('/en/account/data')).body).toContain(before)
})
