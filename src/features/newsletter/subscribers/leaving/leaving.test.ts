import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { multipartBody } from '../../../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { browserOf, signIn } from '../../../../../test/support/sign-in.ts'
import {
  askForLetter,
  frenchReader,
  letterLink,
  oneClickOf,
  subscribeToLetter,
} from '../../../../../test/support/subscribe-to-letter.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const visitor = () => browserOf(testApp)
const rowOf = (address: string) =>
  testApp.context.database
    .selectFrom('newsletter_subscription')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
const countSuppressed = async () =>
  (await testApp.context.database.selectFrom('newsletter_suppression').selectAll().execute()).length

// As Gmail sends it: from elsewhere, without a cookie.
const post = (url: string, payload: string | Buffer, type: string) =>
  testApp.app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': type, 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' },
  })
const urlencoded = 'application/x-www-form-urlencoded'

describe('one click of a mail program', () => {
  it('leaves by a POST from anywhere, without a cookie or a redirect, as often as it likes', async () => {
    const address = 'one@ville.example'
    await subscribeToLetter(testApp, { address })
    const path = await oneClickOf(testApp, address)
    const before = await countSuppressed()
    for (let turn = 0; turn < 2; turn++) {
      const answer = await post(path, 'List-Unsubscribe=One-Click', urlencoded)
      expect([answer.statusCode, answer.headers['set-cookie'], answer.headers.location]).toEqual([
        200,
        undefined,
        undefined,
      ])
      expect(pageWords(answer.body)).toContain('Votre désabonnement est enregistré')
    }
    expect(await rowOf(address)).toMatchObject({ state: 'left', left_by: 'reader' })
    expect((await countSuppressed()) - before).toBe(1)
  })

  it('takes the other kind of form too', async () => {
    const address = 'multipart@ville.example'
    await subscribeToLetter(testApp, { address })
    const { payload, headers } = await multipartBody({ 'List-Unsubscribe': 'One-Click' }, [])
    const answer = await post(await oneClickOf(testApp, address), payload, String(headers['content-type']))
    expect([answer.statusCode, (await rowOf(address)).state]).toEqual([200, 'left'])
  })

  it('changes nothing by a GET, which shows a button', async () => {
    const address = 'scanned@ville.example'
    await subscribeToLetter(testApp, { address })
    const path = await oneClickOf(testApp, address)
    const { body, statusCode } = await visitor().get(path)
    expect([statusCode, body.includes(`<form method="post" action="${path}"`)]).toEqual([200, true])
    expect((await testApp.app.inject({ method: 'HEAD', url: path })).statusCode).toBe(200)
    expect((await rowOf(address)).state).toBe('subscribed')
  })

  it('is told in the mails to readers, and in no other', async () => {
    const address = 'headers@ville.example'
    await askForLetter(testApp, { address })
    const lists = () =>
      testApp.context.database
        .selectFrom('platform_mail')
        .select('list')
        .where('to_address', '=', address)
        .orderBy('mail_id')
        .execute()
    expect(await lists()).toEqual([{ list: null }])
    await visitor().post(await letterLink(testApp, address, 'confirm'))
    // The header has an address only: nobody reads a mailbox for it.
    expect((await lists()).at(-1)?.list).toMatchObject({
      id: 'newsletter.france-coree',
      unsubscribeAddress: expect.stringMatching(/^https?:\/\/[^,<>\s]+$/),
    })
  })
})

describe('a link that is not what it was', () => {
  it('is refused without a word, whoever’s it is', async () => {
    const [one, two] = ['first@ville.example', 'second@ville.example']
    const mine = await subscribeToLetter(testApp, { address: one })
    const theirs = await subscribeToLetter(testApp, { address: two })
    const token = (path: string) => path.split('/').at(-1) ?? ''
    const leaving = token(await oneClickOf(testApp, one))
    const wrong = [
      // The token of one reader with the signature of another.
      token(mine).slice(0, 32) + token(theirs).slice(32),
      token(mine).slice(0, -1) + (token(mine).endsWith('0') ? '1' : '0'),
      token(mine).toUpperCase(),
      // It was made for another purpose.
      leaving,
      '0'.repeat(80),
      'x',
    ]
    for (const each of wrong) {
      const answer = await visitor().get(`/fr/france-coree/newsletter/preferences/${each}`)
      expect([each, answer.statusCode]).toEqual([each, 404])
      expect(answer.body).not.toContain('ville.example')
    }
    const forged = `/fr/france-coree/newsletter/unsubscribe/${token(mine)}`
    expect((await post(forged, 'List-Unsubscribe=One-Click', urlencoded)).statusCode).toBe(404)
    expect([(await rowOf(one)).state, (await rowOf(two)).state]).toEqual(['subscribed', 'subscribed'])
    expect(mine).not.toContain('ville')
  })
})

test('preferences change all that a reader chose, and the way out is not the end', async () => {
  const address = 'change@ville.example'
  const path = await subscribeToLetter(testApp, { address })
  const chosen = {
    ...frenchReader,
    language: 'en',
    country: 'KR',
    frequency: 'concerns',
    themes: ['culture'],
  }
  const wrong = await visitor().post(path, { ...chosen, themes: [] })
  expect([wrong.statusCode, wrong.body.includes('href="#field-frequency"')]).toEqual([422, true])
  expect((await visitor().post(path, chosen)).statusCode).toBe(303)
  expect(await rowOf(address)).toMatchObject({
    language: 'en',
    country: 'KR',
    frequency: 'concerns',
    themes: ['culture'],
  })

  expect((await visitor().post(`${path}/leaving`)).statusCode).toBe(303)
  const gone = (await visitor().get(path)).body
  expect(pageWords(gone)).toContain('Votre désabonnement est enregistré')
  // No page of the navigation is marked as the current one.
  expect(gone).not.toContain('aria-current="page"')
  const long = await visitor().post(`${path}/reason`, { reason: 'tooOften', word: 'x'.repeat(1001) })
  expect([long.statusCode, long.body.includes('x'.repeat(1001))]).toEqual([422, true])
  await visitor().post(`${path}/reason`, { reason: 'tooOften', word: 'Chaque jour !' })
  expect(await rowOf(address)).toMatchObject({ left_reason: 'tooOften', left_word: 'Chaque jour !' })
  // The choices cannot be changed now.
  const late = await visitor().post(path, { ...chosen, language: 'ko' })
  expect([late.statusCode, late.headers.location]).toEqual([303, path])
  expect(await rowOf(address)).toMatchObject({ state: 'left', language: 'en' })

  // A second press finds the reader already back.
  for (let press = 0; press < 2; press++)
    expect((await visitor().post(`${path}/return`)).headers.location).toBe(`${path}?done=returned`)
  expect(await rowOf(address)).toMatchObject({ state: 'subscribed', left_at: null, left_word: '' })
})

test('a new address is confirmed where it is read, and ends what was sent to the old one', async () => {
  const [from, to] = ['old@ville.example', 'new@ville.example']
  const path = await subscribeToLetter(testApp, { address: from })
  const leaving = await oneClickOf(testApp, from)
  for (const typed of ['', '"q"@x.example', from.toUpperCase()]) {
    const answer = await visitor().post(`${path}/address`, { address: typed })
    expect([answer.statusCode, answer.body.includes('href="#field-address"')]).toEqual([422, true])
  }
  // Two clicks send one mail, whose link stays valid.
  for (let press = 0; press < 2; press++)
    expect((await visitor().post(`${path}/address`, { address: to })).statusCode).toBe(303)
  expect((await readMailbox(testApp)).filter((mail) => mail.to === to)).toHaveLength(1)
  expect((await rowOf(from)).state).toBe('subscribed')
  const link = await letterLink(testApp, to, 'address')
  expect(pageWords((await visitor().get(link)).body)).toContain(to)
  const moved = await visitor().post(link)
  expect(moved.statusCode).toBe(303)
  expect(pageWords((await visitor().get(String(moved.headers.location))).body)).toContain(to)
  expect(await rowOf(to)).toMatchObject({ state: 'subscribed', new_address: null })
  expect((await lastMailTo(testApp, from))?.subject).toMatch(/^La lettre change d’adresse/)
  expect((await lastMailTo(testApp, from))?.links.join()).not.toContain('/preferences/')
  expect([
    (await visitor().get(path)).statusCode,
    (await post(leaving, 'List-Unsubscribe=One-Click', urlencoded)).statusCode,
    (await visitor().post(link)).statusCode,
  ]).toEqual([404, 404, 410])
})

test('who moves to an address that reads the letter already reads it once', async () => {
  const [from, to] = ['twice@ville.example', 'already@ville.example']
  const path = await subscribeToLetter(testApp, { address: from })
  await subscribeToLetter(testApp, { address: to })
  await visitor().post(`${path}/address`, { address: to })
  expect((await visitor().post(await letterLink(testApp, to, 'address'))).statusCode).toBe(303)
  expect((await visitor().get(path)).statusCode).toBe(404)
  expect((await rowOf(to)).state).toBe('subscribed')
})

test('whoever left subscribes again by the form alone, and is no longer kept out', async () => {
  const address = 'again@ville.example'
  const path = await subscribeToLetter(testApp, { address })
  await visitor().post(`${path}/leaving`)
  const before = await countSuppressed()
  await askForLetter(testApp, { address, frequency: 'digest' })
  expect((await rowOf(address)).state).toBe('left')
  await visitor().post(await letterLink(testApp, address, 'confirm'))
  expect(await rowOf(address)).toMatchObject({ state: 'subscribed', frequency: 'digest', left_at: null })
  expect(before - (await countSuppressed())).toBe(1)
})

test('the outbox of a network shows its coordinators none of these mails', async () => {
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  await subscribeToLetter(testApp, { address: 'private@ville.example' })
  expect((await coordinator.get('/fr/france-coree/outbox')).body).not.toContain('private@ville.example')
})
