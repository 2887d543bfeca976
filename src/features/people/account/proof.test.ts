import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addressOf, watchWriteRoutes } from '../../../../test/security/write-routes.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, pathIn } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { newId } from '../../../platform/context/identifier.ts'

const routes = watchWriteRoutes()
let testApp: TestApp
let network: { id: string; slug: string }
let person: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  person = await signIn(testApp, { role: 'coordinator', networkId: network.id, isOperator: true })
})

const again = (section: string, language = 'en') => {
  const page = section === 'erasure' ? 'account/data' : 'account'
  return `/${language}/sign-in/again?next=${encodeURIComponent(`/${language}/${page}#${section}`)}`
}

const token = () => ({ tokenName: 'Intranet', network: network.slug, scopes: 'read', days: '30' })

/** Requests that change who gets into an account: what is sent, and the section they lead back to. */
const guarded: Record<string, { section: string; form?: () => Record<string, string> }> = {
  '/:language/account/address': { section: 'address', form: () => ({ address: 'another@city.example' }) },
  '/:language/account/passkeys': { section: 'passkeys' },
  '/:language/account/passkeys/challenge': { section: 'passkeys' },
  '/:language/account/passkeys/:id/removal': { section: 'passkeys' },
  '/:language/account/tokens': { section: 'tokens', form: token },
  '/:language/account/data/erasure': { section: 'erasure', form: () => ({ sure: 'yes' }) },
}

/** What an old session may still do, and why. */
const open: Record<string, string> = {
  '/:language/account/profile': 'a name lets nobody in',
  '/:language/account/roles/:id/end': 'takes away from oneself alone',
  '/:language/account/sessions/:id/end': 'shuts out, and must be quick',
  '/:language/account/other-sessions/end': 'shuts out, and must be quick',
  '/:language/account/tokens/:id/end': 'shuts out, and must be quick',
  '/:language/account/passkeys/:id/name': 'a name lets nobody in',
  '/:language/account/address/confirmation': 'the link is the proof',
  '/:language/account/address/restoration': 'the link is the proof',
  '/:language/account/feeds/:id/renewal': 'shows an agenda, and lets nobody act',
  '/:language/account/feeds/:id/end': 'shuts out',
  '/:language/sign-in': 'the link that it sends is the proof',
  '/:language/sign-in/link': 'the link is the proof',
  '/:language/sign-in/passkey': 'the passkey is the proof',
  '/:language/sign-in/passkey/challenge': 'asks for the proof',
  '/:language/sign-out': 'shuts out',
  '/:language/invitation/:token': 'the link is the proof',
  '/:language/:network/people/invitations':
    'is work of every day, ends with the role, and is seen by colleagues',
  '/:language/:network/people/invitations/:id/renewal': 'as inviting',
  '/:language/:network/people/invitations/:id/withdrawal': 'shuts out',
  '/:language/:network/people/roles/:id/end': 'shuts out, and must be quick',
  '/:language/:network/people/chair': 'names somebody who is in already, for all to see',
  '/:language/operator/networks': 'an operator’s session lasts a day at most',
}

const isOfAccounts = ({ url }: { url: string }) =>
  /^\/:language\/(account|operator|sign-in|sign-out|invitation|:network\/people)\b/.test(url)

/** Everything that lets a person into the account. */
async function waysIn() {
  const { database } = testApp.context
  const of = <T extends 'people_passkey' | 'people_token' | 'people_session'>(table: T) =>
    database
      .selectFrom(table as 'people_passkey')
      .select('person_id')
      .where('person_id', '=', person.personId)
      .execute()
  const { email } = await database
    .selectFrom('people_person')
    .select('email')
    .where('id', '=', person.personId)
    .executeTakeFirstOrThrow()
  const asked = await database
    .selectFrom('people_link')
    .select('confirms')
    .where('person_id', '=', person.personId)
    .execute()
  const counts = [await of('people_passkey'), await of('people_token'), await of('people_session')]
  return [email, asked, ...counts.map(({ length }) => length)]
}

async function addPasskey(): Promise<string> {
  const id = newId()
  await testApp.context.database
    .insertInto('people_passkey')
    .values({
      id,
      person_id: person.personId,
      public_key: 'key',
      credential_id: id,
      counter: '0',
      device_type: 'multiDevice',
      backed_up: true,
      created_at: testApp.clock.now().toString(),
    })
    .execute()
  return id
}

describe('with the cookie of an old session', () => {
  test('every route of accounts is told apart: what changes who gets in, and why the others do not', () => {
    const urls = routes.filter(isOfAccounts).map(({ url }) => url)
    expect([...new Set(urls)].sort()).toEqual([...Object.keys(guarded), ...Object.keys(open)].sort())
  })

  test.each(Object.entries(guarded))('nothing changes who gets in: %s', async (url, { section, form }) => {
    const id = await addPasskey()
    const before = await waysIn()
    const address = addressOf(url, { language: 'en', id })
    testApp.clock.advance({ minutes: 11 })
    const answer = await person.post(address, form?.() ?? {})
    const isForScripts = answer.statusCode === 403
    const next = isForScripts ? answer.json().next : answer.headers.location
    expect([isForScripts || answer.statusCode === 303, next]).toEqual([true, again(section)])
    expect(await waysIn()).toEqual(before)
  })

  test.each(['fr', 'ko', 'en'])('the account says so before anything is typed (%s)', async (language) => {
    const forms = ['/account/address"', '/account/passkeys"', '/account/tokens"']
    const formsIn = (body: string) => forms.filter((each) => body.includes(`action="/${language}${each}`))
    expect(formsIn((await person.get(`/${language}/account`)).body)).toEqual(forms)
    testApp.clock.advance({ minutes: 11 })
    const { body } = await person.get(`/${language}/account`)
    expect(formsIn(body)).toEqual([])
    for (const section of ['address', 'passkeys', 'tokens'])
      expect(body).toContain(`href="${again(section, language)}"`)
    const data = (await person.get(`/${language}/account/data`)).body
    expect([data.includes('/erasure"'), data.includes(again('erasure', language))]).toEqual([false, true])
  })
})

test('a sign-in of nine minutes ago is fresh, whatever it was used for since', async () => {
  testApp.clock.advance({ minutes: 9 })
  expect((await person.post('/en/account/tokens', token())).statusCode).toBe(200)
  testApp.clock.advance({ minutes: 2 })
  expect((await person.post('/en/account/tokens', token())).statusCode).toBe(303)
})

test('leads by a link to a fresh sign-in, and back to where one was', async () => {
  testApp.clock.advance({ minutes: 11 })
  const refused = await person.post('/en/account/tokens', token())
  const page = await person.get(String(refused.headers.location))
  expect(page.headers['cache-control']).toBe('no-store')
  expect(page.body).toContain('Confirm that it is you')
  expect(page.body).toContain(`value="${person.address}"`)
  await person.post('/en/sign-in', { address: person.address, next: '/en/account#tokens' })
  const link = pathIn(await awaitMail(testApp, person.address), /\/fr\/sign-in\/link\?[^"]*/)
  const form = Object.fromEntries(new URL(link, 'http://localhost').searchParams)
  const landed = await person.post('/en/sign-in/link', form)
  expect([landed.statusCode, landed.headers.location]).toEqual([303, '/en/account#tokens'])
  const fresh = browserOf(testApp, String(landed.headers['set-cookie']).split(';')[0])
  expect((await fresh.post('/en/account/tokens', token())).statusCode).toBe(200)
  expect((await fresh.get(String(refused.headers.location))).headers.location).toBe('/en/account#tokens')
  expect((await person.get('/en/account')).statusCode).toBe(303)
})

test('the page that asks again is for who is signed in, and leads to no other site', async () => {
  const stranger = await testApp.get(again('tokens'))
  expect(stranger.headers.location).toBe(`/en/sign-in?next=${encodeURIComponent('/en/account#tokens')}`)
  testApp.clock.advance({ minutes: 11 })
  const { body } = await person.get('/en/sign-in/again?next=//evil.example')
  expect([body.includes('evil'), body.includes('value="/en/account"')]).toEqual([false, true])
})
