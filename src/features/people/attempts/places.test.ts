import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, pathIn } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { newToken } from '../../../platform/context/secret-token.ts'
import { inviteToNetwork } from '../invitations/commands.ts'
import { addLink } from '../links/commands.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let person: SignedIn
let count = 0
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { TRUST_PROXY: 'true' } })
  network = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  person = await signIn(testApp, { role: 'member', networkId: network.id })
})

interface Place {
  /** A valid secret. */
  right(): Promise<string>
  /** How it is sent. */
  send(secret: string, from: Record<string, string>): Promise<{ statusCode: number }>
  /** The status codes for a valid and for an unknown secret. */
  answers: [right: number, wrong: number]
  /** Whether unknown secrets are counted; if not, only the limit of all calls applies. */
  isCounted: boolean
}

const post = (url: string) => (token: string, from: Record<string, string>) =>
  browserOf(testApp).post(url, { token }, from)

async function invitation(): Promise<string> {
  const address = `invited-${++count}@city.example`
  await inviteToNetwork(testApp.context, testApp.application, network.id, {
    address,
    name: 'Nour',
    language: 'fr',
    role: 'reader',
    organisationIds: [],
    words: null,
  })
  return pathIn(await awaitMail(testApp, address), /(?<=\/fr\/invitation\/)[\w-]+/)
}

const link = () => addLink(testApp.context, person.personId)
const newAddress = () =>
  addLink(testApp.context, person.personId, { confirms: `new-${++count}@city.example` })
async function oldAddress(): Promise<string> {
  await post('/en/account/address/confirmation')(await newAddress(), {})
  return pathIn(await awaitMail(testApp, person.address), /(?<=restoration\?token=)\w+/)
}
const accepted = { name: 'Nour', language: 'fr', country: 'FR', consent: 'yes' }

async function secretIn(path: string, form: Record<string, string>, pattern: RegExp): Promise<string> {
  return pattern.exec((await person.post(path, form)).body)?.[0] ?? ''
}

/** Every place that takes a secret of an account from a visitor who is not signed in. */
const places: Record<string, Place> = {
  'the page of a link': {
    right: link,
    send: (token, from) => testApp.get(`/en/sign-in/link?token=${token}`, from),
    answers: [200, 404],
    isCounted: true,
  },
  'a link that is used': {
    right: link,
    send: post('/en/sign-in/link'),
    answers: [303, 404],
    isCounted: true,
  },
  'the page of an invitation': {
    right: invitation,
    send: (token, from) => testApp.get(`/en/invitation/${token}`, from),
    answers: [200, 404],
    isCounted: true,
  },
  'an invitation that is accepted': {
    right: invitation,
    send: (token, from) => browserOf(testApp).post(`/en/invitation/${token}`, accepted, from),
    answers: [303, 404],
    isCounted: true,
  },
  'the page of a new address': {
    right: newAddress,
    send: (token, from) => testApp.get(`/en/account/address?token=${token}`, from),
    answers: [200, 410],
    isCounted: true,
  },
  'a new address that is confirmed': {
    right: newAddress,
    send: post('/en/account/address/confirmation'),
    answers: [200, 410],
    isCounted: true,
  },
  'the page that takes an address back': {
    right: oldAddress,
    send: (token, from) => testApp.get(`/en/account/address/restoration?token=${token}`, from),
    answers: [200, 410],
    isCounted: true,
  },
  'an address that is taken back': {
    right: oldAddress,
    send: post('/en/account/address/restoration'),
    answers: [200, 410],
    isCounted: true,
  },
  'a token of a program': {
    right: () =>
      secretIn(
        '/en/account/tokens',
        { tokenName: 'x', network: network.slug, scopes: 'read', days: '30' },
        /ent_[0-9a-f]{48}/,
      ),
    send: (secret, from) => testApp.get('/api/v1/networks', { authorization: `Bearer ${secret}`, ...from }),
    answers: [200, 401],
    isCounted: true,
  },
  'a secret address of an agenda': {
    right: () => secretIn(`/en/${network.slug}/agenda/feeds`, {}, /(?<=\/feeds\/)[0-9a-f]{48}/),
    send: (secret, from) => testApp.get(`/feeds/${secret}.ics`, from),
    answers: [200, 404],
    isCounted: false,
  },
}

test.each(Object.entries(places))(
  'thirty wrong ones from one place shut out more wrong ones, and nobody who has a right one: %s',
  async (_, { right, send, answers: [served, unknown], isCounted }) => {
    const from = { 'x-forwarded-for': `198.51.100.${++count}` }
    const secret = await right()
    const statuses = new Set<number>()
    for (let turn = 0; turn < 30; turn++) statuses.add((await send(newToken(), from)).statusCode)
    expect([...statuses]).toEqual([unknown])
    expect((await send(newToken(), from)).statusCode).toBe(isCounted ? 429 : unknown)
    expect((await send(secret, from)).statusCode).toBe(served)
  },
)

test('a link that was used or is of another kind is no guess', async () => {
  const from = { 'x-forwarded-for': '203.0.113.7' }
  const [used, other] = [await link(), await newAddress()]
  await post('/en/sign-in/link')(used, from)
  for (let turn = 0; turn < 31; turn++) {
    expect((await post('/en/sign-in/link')(used, from)).statusCode).toBe(410)
    expect((await post('/en/sign-in/link')(other, from)).statusCode).toBe(404)
  }
})

test('who has a whole network of IPv6 is one place, and IPv4 in the clothes of IPv6 is not', async () => {
  const guess = async (from: string) =>
    (await post('/en/sign-in/link')(newToken(), { 'x-forwarded-for': from })).statusCode
  for (let turn = 0; turn < 30; turn++) expect(await guess(`2001:db8:1:2::${turn.toString(16)}`)).toBe(404)
  expect(await guess('2001:db8:1:2:ffff::1')).toBe(429)
  expect(await guess('2001:db8:1:3::1')).toBe(404)
  for (let turn = 0; turn < 30; turn++) expect(await guess('::ffff:192.0.2.1')).toBe(404)
  expect(await guess('::ffff:192.0.2.1')).toBe(429)
  expect(await guess('192.0.2.1')).toBe(429)
  expect(await guess('::ffff:192.0.2.2')).toBe(404)
})

test('links are wished for by a whole network of IPv6 as by one place', async () => {
  const ask = async (turn: number, from: string) =>
    (
      await browserOf(testApp).post(
        '/en/sign-in',
        { address: `wish-${turn}@city.example` },
        { 'x-forwarded-for': from },
      )
    ).statusCode
  for (let turn = 0; turn < 20; turn++) expect(await ask(turn, `2001:db8:9:9::${turn + 1}`)).toBe(200)
  expect(await ask(20, '2001:db8:9:9::ff')).toBe(429)
  expect(await ask(20, '2001:db8:9:a::1')).toBe(200)
})
