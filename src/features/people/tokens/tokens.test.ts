import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { tokensNowhere } from '../../../../test/support/tokens-nowhere.ts'
import { eraseAccount } from '../personal-data.commands.ts'
import { listRolesOf } from '../queries.ts'
import { endRole } from '../roles.commands.ts'
import { endTokensByPrefix, removeOldTokens } from './commands.ts'
import { listTokens } from './queries.ts'
import { identifyByToken } from './request.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let person: SignedIn
beforeAll(async () => {
  // The network’s day is long past: tokens go by the real clock.
  testApp = await openTestApp({ directory: 'none', settings: { TRUST_PROXY: 'true', NOW: '2017-07-08' } })
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  person = await signIn(testApp, { name: 'Nour Exemple', role: 'member', networkId: network.id })
})

const wished = (changed: Record<string, string | string[]> = {}) => ({
  tokenName: 'Intranet',
  network: network.slug,
  scopes: ['read', 'suggest'],
  days: '30',
  ...changed,
})

async function make(owner = person, changed: Record<string, string | string[]> = {}): Promise<string> {
  const { statusCode, body } = await owner.post('/en/account/tokens', wished(changed))
  const [secret = ''] = /ent_[0-9a-f]{48}/.exec(body) ?? []
  expect([statusCode, secret.length]).toEqual([200, 52])
  return secret
}

let places = 0
const call = (secret: string, place = `192.0.2.${++places % 250}`) =>
  testApp.get('/api/v1/networks', { authorization: `Bearer ${secret}`, 'x-forwarded-for': place })

const identified = (secret: string) =>
  identifyByToken(testApp.application)({ headers: { authorization: `Bearer ${secret}` } } as never)

describe('a token', () => {
  test('is shown once, on a page that nobody keeps, and its owner is told by mail', async () => {
    const answer = await person.post('/en/account/tokens', wished())
    expect(answer.headers['cache-control']).toBe('no-store')
    const [secret = ''] = /ent_[0-9a-f]{48}/.exec(answer.body) ?? []
    const account = (await person.get('/en/account')).body
    expect(account).toContain('Intranet')
    expect(account).toContain(secret.slice(0, 12))
    expect(account).not.toContain(secret)
    const { body } = await awaitMail(testApp, person.address)
    expect(body).toContain('Intranet')
    expect(body).not.toContain(secret)
    expect(await tokensNowhere(testApp, secret)).toEqual([])
  })

  test('acts as its owner, with the roles held now, in its network alone and never as an operator', async () => {
    const other = await buildNetwork(testApp.context)
    const above = await signIn(testApp, { role: 'coordinator', networkId: network.id, isOperator: true })
    const secret = await make(above)
    expect(await identified(secret)).toEqual({
      kind: 'person',
      personId: above.personId,
      name: expect.any(String),
      isOperator: false,
      holdings: [{ networkId: network.id, role: 'coordinator', organisationIds: [] }],
      scopes: ['read', 'suggest'],
    })
    const foreign = await above.post('/en/account/tokens', wished({ network: other.slug }))
    expect(foreign.statusCode).toBe(422)
  })

  test('loses with a role what the role gave', async () => {
    const secret = await make()
    const [role] = await listRolesOf(testApp.context, person.personId)
    await endRole(testApp.context, network.id, role?.id ?? '')
    expect(await identified(secret)).toMatchObject({ holdings: [] })
  })

  test('ends at will, at its end, by the command line and with its owner’s account', async () => {
    const [willed, expiring, found, erased] = [await make(), await make(), await make(), await make()]
    for (const secret of [willed, expiring, found, erased]) expect((await call(secret)).statusCode).toBe(200)
    const [token] = (await listTokens(testApp.context, person.personId)).filter(({ prefix }) =>
      willed.startsWith(prefix),
    )
    const other = await signIn(testApp)
    expect((await other.post(`/en/account/tokens/${token?.id}/end`)).statusCode).toBe(404)
    expect((await call(willed)).statusCode).toBe(200)
    expect((await person.post(`/en/account/tokens/${token?.id}/end`)).statusCode).toBe(303)
    expect((await call(willed)).statusCode).toBe(401)
    expect(await endTokensByPrefix(testApp.context, found.slice(0, 12))).toBe(1)
    expect((await call(found)).statusCode).toBe(401)
    const start = testApp.clock.now().toString()
    testApp.clock.advance({ days: 30 })
    expect((await call(expiring)).statusCode).toBe(401)
    testApp.clock.moveTo(start)
    await eraseAccount(testApp.context, { personId: person.personId, names: [], addresses: [] })
    expect((await call(erased)).statusCode).toBe(401)
  })

  test('says on which day it was last used, and writes that once a day', async () => {
    const secret = await make()
    const first = await testApp.countQueries(() => call(secret))
    expect(await testApp.countQueries(() => call(secret))).toBe(first - 1)
    const [token] = await listTokens(testApp.context, person.personId)
    expect(token?.lastUsedOn).toBe(testApp.clock.now().toString().slice(0, 10))
  })

  test('is no word for pages, and cannot stand in an address', async () => {
    const secret = await make()
    const page = await testApp.get('/en/account', { authorization: `Bearer ${secret}` })
    expect([page.statusCode, page.headers.location]).toEqual([303, '/en/sign-in?next=%2Fen%2Faccount'])
    const making = await testApp.app.inject({
      method: 'POST',
      url: '/en/account/tokens',
      payload: new URLSearchParams({
        tokenName: 'x',
        network: network.slug,
        scopes: 'read',
        days: '30',
      }).toString(),
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(making.statusCode).toBe(303)
    expect(await listTokens(testApp.context, person.personId)).toHaveLength(1)
  })
})

describe('the form of a token', () => {
  test.each([
    [{ tokenName: '' }, 'field-tokenName'],
    [{ tokenName: 'a\nb' }, 'A name is one line'],
    [{ scopes: [] }, 'Choose one permission'],
    [{ scopes: ['everything'] }, 'field-scopes'],
    [{ days: '3650' }, 'field-days'],
    [{ network: 'nowhere' }, 'field-network'],
  ])('refuses %o and says where', async (changed, said) => {
    const answer = await person.post('/en/account/tokens', wished(changed))
    expect([answer.statusCode, answer.body.includes(said)]).toEqual([422, true])
    expect(await listTokens(testApp.context, person.personId)).toEqual([])
  })

  test('shows what somebody calls a token as they wrote it, and no more', async () => {
    await make(person, { tokenName: '<script>alert(1)</script>' })
    const { body } = await person.get('/fr/account')
    expect(body).toContain('&lt;script>alert(1)&lt;/script>')
    expect(body).not.toContain('<script>alert')
  })

  test('is not there for who holds no role, and is nobody’s without a session', async () => {
    const stranger = await signIn(testApp)
    expect((await stranger.get('/en/account')).body).not.toContain('field-tokenName')
    expect((await stranger.post('/en/account/tokens', wished())).statusCode).toBe(422)
    expect((await browserOf(testApp).post('/en/account/tokens', wished())).statusCode).toBe(303)
  })

  test('stops at twenty', async () => {
    for (let turn = 0; turn < 20; turn++) await make()
    const answer = await person.post('/en/account/tokens', wished())
    expect([answer.statusCode, answer.body.includes('twenty tokens')]).toEqual([422, true])
  })
})

describe('what is no valid token', () => {
  test('is refused with the scheme that is taken, wherever one may read', async () => {
    for (const authorization of [
      'Bearer ent_no',
      `Bearer ent_${'0'.repeat(48)}`,
      'Bearer',
      'Token x',
      'ent_x',
    ]) {
      const answer = await testApp.get('/api/v1/networks', { authorization })
      expect([authorization, answer.statusCode]).toEqual([authorization, 401])
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Entente", error="invalid_token"')
      expect(answer.json()).toMatchObject({ type: '/problems/notSignedIn', status: 401 })
    }
  })

  test('does not concern us when a proxy in front asked for it', async () => {
    const answer = await testApp.get('/api/v1/networks', { authorization: 'Basic dTpw' })
    expect(answer.statusCode).toBe(200)
  })

  test('is counted: of a thousand guesses from one place all but thirty are told to wait, and valid tokens are not', async () => {
    const secret = await make()
    const place = '198.51.100.7'
    const statuses = new Map<number, number>()
    for (let turn = 0; turn < 1000; turn++) {
      const guess = `ent_${String(turn).padStart(48, '0')}`
      const { statusCode, headers } = await call(guess, place)
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
      if (statusCode === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(Object.fromEntries(statuses)).toEqual({ 401: 30, 429: 970 })
    expect((await call(secret, place)).statusCode).toBe(200)
    testApp.clock.advance({ hours: 2 })
    expect((await call(`ent_${'0'.repeat(48)}`, place)).statusCode).toBe(401)
  })
})

test('a token may be used so often a minute, from however many places', async () => {
  const busy = await openTestApp({ directory: 'none', settings: { TRUST_PROXY: 'true', RATE_LIMIT: '5' } })
  const { id, slug } = await buildNetwork(busy.context)
  const owner = await signIn(busy, { role: 'reader', networkId: id })
  const answer = await owner.post('/en/account/tokens', wished({ network: slug }))
  const [secret = ''] = /ent_[0-9a-f]{48}/.exec(answer.body) ?? []
  const statuses: number[] = []
  for (let turn = 0; turn < 6; turn++) {
    const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': `203.0.113.${turn}` }
    statuses.push((await busy.get('/api/v1/networks', headers)).statusCode)
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  await busy.close()
})

test('what ended a month ago is forgotten', async () => {
  const secret = await make()
  await endTokensByPrefix(testApp.context, secret.slice(0, 12))
  const count = async () =>
    (
      await testApp.context.database
        .selectFrom('people_token')
        .where('prefix', '=', secret.slice(0, 12))
        .select('name')
        .execute()
    ).length
  await removeOldTokens(testApp.context)
  expect(await count()).toBe(1)
  testApp.clock.advance({ days: 31 })
  await removeOldTokens(testApp.context)
  expect(await count()).toBe(0)
})
