import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { passkeysOf } from './pages.tsx'
import { listPasskeys } from './queries.ts'

let testApp: TestApp
let person: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  person = await signIn(testApp)
})
afterAll(() => testApp.close())

const send = (cookie: string, url: string, body: object) =>
  testApp.app.inject({
    method: 'POST',
    url,
    payload: JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      ...(cookie ? { cookie } : {}),
    },
  })

async function addPasskey(personId: string, name: string): Promise<string> {
  const id = newId()
  await testApp.context.database
    .insertInto('people_passkey')
    .values({
      id,
      person_id: personId,
      name,
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

const challengeIn = (answer: { headers: Record<string, unknown> }) =>
  String(answer.headers['set-cookie']).split(';')[0] ?? ''

test('nothing of better-auth can be reached from outside', async () => {
  const { endpoints } = await passkeysOf(testApp.application)
  expect(endpoints.length).toBeGreaterThan(30)
  expect(endpoints).toContain('/sign-up/email')
  for (const base of ['/api/auth', '/auth', '', '/api/v1']) {
    for (const path of endpoints) {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await testApp.app.inject({
          method,
          url: `${base}${path.replace(/:\w+/g, 'x')}`,
          headers: { cookie: person.cookie, 'sec-fetch-site': 'same-origin' },
        })
        expect([base, path, method, answer.statusCode]).toEqual([base, path, method, 404])
      }
    }
  }
})

test('a challenge to add a passkey is for who is signed in, in a cookie of its own', async () => {
  expect((await send('', '/en/account/passkeys/challenge', {})).statusCode).toBe(404)
  expect((await send('', '/en/account/passkeys', { response: { id: 'x' } })).statusCode).toBe(404)
  const answer = await send(person.cookie, '/en/account/passkeys/challenge', {})
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    rp: { id: 'localhost', name: 'Entente' },
    user: { name: person.address },
  })
  expect(String(answer.headers['set-cookie'])).toMatch(/^entente\.passkey=.*HttpOnly; SameSite=Lax/)
})

test('an answer that nobody was asked for, or that is no passkey’s, signs nobody in', async () => {
  const part = { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' }
  const response = { id: 'x', rawId: 'x', type: 'public-key', response: part, clientExtensionResults: {} }
  const unasked = await send('', '/en/sign-in/passkey', { response })
  expect([unasked.statusCode, unasked.headers['set-cookie']]).toEqual([401, undefined])
  const asked = await send('', '/en/sign-in/passkey/challenge', {})
  const cookie = challengeIn(asked)
  const unknown = await send(cookie, '/en/sign-in/passkey', { response })
  expect([unknown.statusCode, unknown.json()]).toEqual([401, { failed: true }])
  expect((await send(cookie, '/en/sign-in/passkey', { response: 'x' })).statusCode).toBe(422)
  const added = await send(`${person.cookie}; ${cookie}`, '/en/account/passkeys', { response })
  expect(added.statusCode).toBe(401)
})

test('a passkey signs in where its device verified its owner, by finger or code, and not where it did not', async () => {
  const owner = await signIn(testApp)
  const passkey = await addSigningPasskey(owner.personId)
  const answerTo = async (flags: number) => {
    const asked = await send('', '/en/sign-in/passkey/challenge', {})
    const response = passkey.answer(asked.json().challenge, flags)
    return send(challengeIn(asked), '/en/sign-in/passkey', { response })
  }
  const isPresent = 0x01
  const isVerified = 0x04
  const unverified = await answerTo(isPresent)
  expect([unverified.statusCode, unverified.json()]).toEqual([401, { failed: true }])
  expect((await answerTo(isPresent | isVerified)).statusCode).toBe(200)
})

/** Gives a person a passkey, and answers what its device signs for a challenge, with the flags of an authenticator (WebAuthn, 6.1). */
async function addSigningPasskey(personId: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  // COSE: a key of two coordinates on P-256 that signs by ES256.
  const cose = Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from(x, 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from(y, 'base64url'),
  ])
  const id = await addPasskey(personId, 'Signing')
  await testApp.context.database
    .updateTable('people_passkey')
    .set({ public_key: cose.toString('base64') })
    .where('id', '=', id)
    .execute()
  const { origin, hostname } = new URL(testApp.application.settings.baseUrl)
  const answer = (challenge: string, flags: number) => {
    const clientData = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge, origin }))
    const counter = Buffer.alloc(4)
    const authenticatorData = Buffer.concat([
      createHash('sha256').update(hostname).digest(),
      Buffer.of(flags),
      counter,
    ])
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientData).digest()])
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', signed, privateKey).toString('base64url'),
      },
      clientExtensionResults: {},
    }
  }
  return { answer }
}

test('one’s own passkeys are renamed and removed; another person’s are not there', async () => {
  const other = await signIn(testApp)
  const id = await addPasskey(person.personId, 'Phone')
  expect((await other.post(`/en/account/passkeys/${id}/removal`)).statusCode).toBe(404)
  expect((await other.post(`/en/account/passkeys/${id}/name`, { passkeyName: 'Mine' })).statusCode).toBe(404)
  expect((await browserOf(testApp).post(`/en/account/passkeys/${id}/removal`)).statusCode).toBe(404)
  const renamed = await person.post(`/en/account/passkeys/${id}/name`, {
    passkeyName: 'Work',
    personId: other.personId,
  })
  expect(renamed.statusCode).toBe(303)
  const named = await listPasskeys(testApp.context, person.personId)
  expect(named.map(({ name }) => name)).toEqual(['Work'])
  expect((await person.get('/en/account')).body).toContain('Work')
  await person.post(`/en/account/passkeys/${id}/removal`)
  expect(await listPasskeys(testApp.context, person.personId)).toEqual([])
})
