import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { FixedClock } from '../../../../test/support/fixed-clock.ts'
import { honest, startProvider, type TestProvider } from '../../../../test/support/oidc-provider.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { inviteToNetwork } from '../invitations/commands.ts'
import { addPerson } from '../persons.commands.ts'

let provider: TestProvider
let testApp: TestApp
let strict: TestApp
const clock = new FixedClock()
beforeAll(async () => {
  provider = await startProvider(() => clock.now())
  testApp = await openTestApp({ directory: 'none', settings: { OIDC_PROVIDERS: provider.setting() } })
  const proconnect = { userinfo: 'jwt', trustsEmail: true, acrValues: 'eidas1', scopes: 'openid email uid' }
  strict = await openTestApp({
    directory: 'none',
    settings: { OIDC_PROVIDERS: provider.setting(proconnect) },
  })
  for (const each of [testApp, strict])
    await addPerson(each.context, { address: 'known@city.example', name: 'Known Person', language: 'fr' })
})
afterAll(async () => {
  await testApp.close()
  await strict.close()
  await provider.close()
})
beforeEach(() => {
  provider.behaviour = { ...honest, claims: { ...honest.claims, email: 'Known@City.example' } }
})

const cookieIn = (answer: { headers: Record<string, unknown> }, name: string) =>
  [answer.headers['set-cookie']]
    .flat()
    .map((cookie) => String(cookie).split(';')[0] ?? '')
    .find((cookie) => cookie.startsWith(`${name}=`) && cookie.length > name.length + 1)

/** Leaves for the provider. Returns the address it sends the browser back to, and the browser’s cookie. */
async function leave(at: TestApp, query = '') {
  const away = await at.get(`/en/sign-in/with/test${query}`)
  expect(away.statusCode).toBe(302)
  const asked = new URL(String(away.headers.location))
  const back = await fetch(asked, { redirect: 'manual' })
  const callback = new URL(back.headers.get('location') ?? '')
  return { asked, callback, cookie: cookieIn(away, 'entente-journey') ?? '' }
}

async function comeBack(at: TestApp, query = '') {
  const { callback, cookie } = await leave(at, query)
  return at.get(callback.pathname + callback.search, { cookie })
}

async function expectRefusal(answer: Awaited<ReturnType<typeof comeBack>>, status: number, words: string) {
  expect([answer.statusCode, cookieIn(answer, 'entente')]).toEqual([status, undefined])
  expect(answer.body).toContain(words)
  expect(answer.body).not.toContain('Known Person')
}

test('who is known by an address that the provider vouches for is signed in, and goes on where they wanted', async () => {
  expect((await testApp.get('/en/sign-in')).body).toContain('href="/en/sign-in/with/test"')
  const { asked } = await leave(testApp)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    response_type: 'code',
    client_id: 'entente',
    scope: 'openid email',
    redirect_uri: 'http://localhost:3000/auth/test/callback',
    code_challenge_method: 'S256',
  })
  const answer = await comeBack(testApp, '?next=/en/directory')
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/en/directory'])
  const own = browserOf(testApp, cookieIn(answer, 'entente'))
  expect((await own.get('/en')).body).toContain('Known Person')
  const { form, authorization } = provider.asked.at(-1) ?? {}
  expect(form?.get('code_verifier')).toMatch(/^[\w-]{43}$/)
  expect(authorization).toBe(`Basic ${Buffer.from('entente:a%20secret').toString('base64')}`)
})

test('a signed answer, as ProConnect gives, is checked against the provider’s keys', async () => {
  const { sub, email } = provider.behaviour.claims
  provider.behaviour = { ...provider.behaviour, userinfo: 'jwt', claims: { sub, email } }
  const { asked } = await leave(strict)
  expect(asked.searchParams.get('acr_values')).toBe('eidas1')
  expect((await comeBack(strict)).statusCode).toBe(303)
  provider.behaviour.signsWithAnotherKey = 'userinfo'
  await expectRefusal(await comeBack(strict), 502, 'does not answer as it should')
})

test.each([
  ['another nonce', { nonce: 'another' }],
  ['another key', { signsWithAnotherKey: 'idToken' as const }],
  ['another audience', { audience: 'another-client' }],
  [
    'somebody else’s answer',
    { claims: { sub: 'person-2', email: 'known@city.example', email_verified: true } },
  ],
])('an answer with %s signs nobody in', async (_, wrong) => {
  provider.behaviour = { ...provider.behaviour, ...wrong }
  await expectRefusal(await comeBack(testApp), 502, 'does not answer as it should')
})

test('only who left may come back: another state, another browser, too late', async () => {
  const { callback, cookie } = await leave(testApp)
  const other = await leave(testApp)
  const at = (url: URL, given: string) =>
    testApp.get(url.pathname + url.search, given ? { cookie: given } : {})
  await expectRefusal(await at(callback, other.cookie), 403, 'does not match what you asked for')
  // Without its cookie a browser has no language here.
  expect((await at(callback, '')).statusCode).toBe(403)
  expect((await at(callback, `${cookie.slice(0, -4)}AAAA`)).statusCode).toBe(403)
  const forged = new URL(callback)
  forged.searchParams.set('state', 'forged')
  await expectRefusal(await at(forged, cookie), 403, 'does not match what you asked for')
  testApp.clock.advance({ minutes: 11 })
  expect((await at(callback, cookie)).statusCode).toBe(403)
  testApp.clock.moveTo(clock.now().toString())
})

test('nobody gets in by an address that they only claim', async () => {
  for (const email_verified of [false, 'false', undefined]) {
    provider.behaviour.claims = { sub: 'person-1', email: 'known@city.example', email_verified }
    await expectRefusal(await comeBack(testApp), 403, 'does not vouch for your e-mail address')
  }
  provider.behaviour = { ...provider.behaviour, userinfo: 'jwt' }
  provider.behaviour.claims = { sub: 'person-1', email: 'known@city.example', email_verified: false }
  await expectRefusal(await comeBack(strict), 403, 'does not vouch for your e-mail address')
})

test('who has no account is told so, and no account is made', async () => {
  provider.behaviour.claims.email = 'stranger@city.example'
  await expectRefusal(await comeBack(testApp), 403, 'There is no account for your address')
  const { callback, cookie } = await leave(testApp)
  callback.searchParams.delete('code')
  callback.searchParams.set('error', 'access_denied')
  await expectRefusal(
    await testApp.get(callback.pathname + callback.search, { cookie }),
    403,
    'did not confirm it',
  )
  expect(
    await testApp.context.database
      .selectFrom('people_person')
      .select('id')
      .where('email', '=', 'stranger@city.example')
      .execute(),
  ).toEqual([])
})

test('who is invited at that address is led to the invitation', async () => {
  const { id } = await buildNetwork(testApp.context)
  await inviteToNetwork(testApp.context, testApp.application, id, {
    address: 'invited@city.example',
    name: 'Invited',
    language: 'fr',
    role: 'reader',
    organisationIds: [],
    words: null,
  })
  provider.behaviour.claims.email = 'invited@city.example'
  const answer = await comeBack(testApp)
  expect(String(answer.headers.location)).toMatch(/^\/en\/invitation\/[0-9a-f]{48}$/)
  expect((await testApp.get(String(answer.headers.location))).body).toContain('invited@city.example')
})

test('a sign-in by a provider is as fresh as one by a link or a passkey, and leads back to where one was', async () => {
  const start = clock.now().toString()
  const address = { address: 'another@city.example' }
  const old = browserOf(testApp, cookieIn(await comeBack(testApp), 'entente'))
  for (const each of [clock, testApp.clock]) each.advance({ minutes: 11 })
  const again = String((await old.post('/en/account/address', address)).headers.location)
  const way = '/en/sign-in/with/test?next=%2Fen%2Faccount%23address'
  expect([again.startsWith('/en/sign-in/again?'), (await old.get(again)).body.includes(way)]).toEqual([
    true,
    true,
  ])
  const answer = await comeBack(testApp, new URL(way, 'http://localhost').search)
  expect(answer.headers.location).toBe('/en/account#address')
  const fresh = browserOf(testApp, cookieIn(answer, 'entente'))
  expect((await fresh.post('/en/account/address', address)).headers.location).toBe('/en/account?done=address')
  for (const each of [clock, testApp.clock]) each.moveTo(start)
})

test('signing out leads on to the provider, with its own token and a way back', async () => {
  const own = browserOf(testApp, cookieIn(await comeBack(testApp), 'entente'))
  const answer = await own.post('/ko/sign-out')
  expect(answer.statusCode).toBe(200)
  const onward = new URL(String(answer.headers.refresh).replace('0; url=', ''))
  expect(onward.origin + onward.pathname).toBe(`${provider.issuer}/end`)
  expect(onward.searchParams.get('id_token_hint')).toMatch(/^eyJ/)
  expect(onward.searchParams.get('post_logout_redirect_uri')).toBe(
    'http://localhost:3000/auth/test/signed-out',
  )
  expect((await own.get('/en')).body).not.toContain('Known Person')
  expect((await testApp.get('/auth/test/signed-out?state=ko')).headers.location).toBe('/ko')
  expect((await testApp.get('/auth/test/signed-out?state=//evil')).headers.location).toBe('/')
})

test('a provider that is not set, or does not answer, is told politely', async () => {
  expect((await testApp.get('/en/sign-in/with/nobody')).statusCode).toBe(404)
  expect((await testApp.get('/auth/nobody/callback')).statusCode).toBe(404)
  const settings = { OIDC_PROVIDERS: provider.setting({ issuer: 'http://127.0.0.1:9' }) }
  const broken = await openTestApp({ directory: 'none', settings })
  const answer = await broken.get('/ko/sign-in/with/test')
  expect([answer.statusCode, answer.body.includes('로그인하지 못했습니다')]).toEqual([502, true])
  await broken.close()
})
