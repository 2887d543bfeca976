import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo, pathIn } from '../../../../test/support/read-mails.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { inviteToNetwork } from '../invitations/commands.ts'
import { listRoles } from '../queries.ts'

let testApp: TestApp
let network: BuiltNetwork
let address = ''
let path = ''
let count = 0
beforeAll(async () => {
  testApp = await openTestApp()
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  address = `invited-${++count}@icheon.example`
  path = await invite(address)
})

const accepted = { name: '김하늘', language: 'ko', country: 'KR', consent: 'yes', transfer: 'yes' }

async function invite(to: string): Promise<string> {
  const icheon = await findReference(testApp.context, 'icheon')
  await inviteToNetwork(testApp.context, testApp.application, network.id, {
    address: to,
    name: '김하늘',
    language: 'ko',
    role: 'member',
    organisationIds: [icheon.id],
    words: null,
  })
  return pathIn(await awaitMail(testApp, to, (await mailsTo(testApp, to)).length), /\/ko\/invitation\/[\w-]+/)
}

async function personOf(email: string) {
  return testApp.context.database
    .selectFrom('people_person')
    .select(['id', 'name', 'language', 'country', 'consented_at', 'transfer_consented_at', 'operator_since'])
    .where('email', '=', email)
    .executeTakeFirst()
}

const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''

test('shows who invites to what; looking changes nothing', async () => {
  for (let turn = 0; turn < 3; turn++) {
    const page = await testApp.get(path)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(address)
    expect(page.body).toContain('Entente 운영팀')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
  }
  expect(await personOf(address)).toBeUndefined()
})

test('accepting makes the account with the consents given, the role, and signs in', async () => {
  const answer = await browserOf(testApp).post(path, {
    ...accepted,
    role: 'coordinator',
    isOperator: 'true',
    personId: 'x',
    networkId: 'x',
    address: 'evil@e.example',
  })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, `/ko/${network.slug}`])
  const person = await personOf(address)
  expect(person).toMatchObject({ name: '김하늘', language: 'ko', country: 'KR', operator_since: null })
  expect([person?.consented_at, person?.transfer_consented_at]).not.toContain(null)
  expect((await browserOf(testApp, cookieOf(answer)).get('/en')).body).toContain('김하늘')
  const roles = (await listRoles(testApp.context, network.id)).filter((role) => role.address === address)
  expect(roles.map(({ role, organisations }) => [role, organisations.map(({ slug }) => slug)])).toEqual([
    ['member', ['icheon']],
  ])
})

test('without consent, and in Korea without the one to the transfer, there is no account', async () => {
  const send = (form: Record<string, string>) => browserOf(testApp).post(path.replace('/ko/', '/en/'), form)
  const { consent: _, ...withoutConsent } = accepted
  expect((await send(withoutConsent)).body).toContain('Without your agreement')
  expect((await send({ ...accepted, transfer: '' })).body).toContain('Korean law asks for this consent apart')
  const both = await send({ ...withoutConsent, transfer: '' })
  expect(both.body).toContain('2 things need correcting')
  expect((await send({ ...accepted, country: '' })).statusCode).toBe(422)
  expect(await personOf(address)).toBeUndefined()
  expect((await send({ ...accepted, country: 'FR', transfer: '' })).statusCode).toBe(303)
  expect((await personOf(address))?.transfer_consented_at).toBeNull()
})

test('is accepted once, also by two browsers at once', async () => {
  const answers = await Promise.all([1, 2].map(() => browserOf(testApp).post(path, accepted)))
  expect(answers.map(({ statusCode }) => statusCode).filter((code) => code === 303)).toHaveLength(1)
  const again = await testApp.get(path.replace('/ko/', '/en/'))
  expect([again.statusCode, again.body.includes('It has been accepted already')]).toEqual([410, true])
})

test('expires after a fortnight of the clock, whatever day is asked for', async () => {
  const start = testApp.clock.now().toString()
  testApp.clock.advance({ days: 13 })
  expect((await testApp.get(`${path}?now=2040-01-01`)).statusCode).toBe(200)
  testApp.clock.advance({ days: 2 })
  expect((await browserOf(testApp).post(path, accepted)).statusCode).toBe(410)
  testApp.clock.moveTo(start)
})

test('somebody who has an account must be that person: the link alone lets nobody into it', async () => {
  const owner = await signIn(testApp, { address: `owner-${count}@icheon.example`, name: 'Owner' })
  const own = await invite(owner.address)
  const anonymous = await browserOf(testApp).post(own, accepted)
  expect([anonymous.statusCode, anonymous.headers['set-cookie']]).toEqual([403, undefined])
  expect(anonymous.body).toContain('name="next"')
  const somebodyElse = await signIn(testApp, { name: 'Somebody Else' })
  expect((await somebodyElse.get(own)).body).toContain('Somebody Else')
  expect((await somebodyElse.post(own, accepted)).statusCode).toBe(403)
  expect((await somebodyElse.post(path, accepted)).statusCode).toBe(422)
  expect(
    (await listRoles(testApp.context, network.id)).filter((role) => role.address === owner.address),
  ).toEqual([])
  expect((await owner.post(own)).headers.location).toBe(`/ko/${network.slug}`)
  expect((await listRoles(testApp.context, network.id)).map((role) => role.address)).toContain(owner.address)
})

test('an invitation that never was is told so, and guesses are counted', async () => {
  const answer = await testApp.get('/en/invitation/guess')
  expect([answer.statusCode, answer.body.includes('This invitation is no longer valid')]).toEqual([404, true])
})
