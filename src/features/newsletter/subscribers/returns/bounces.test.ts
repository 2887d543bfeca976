import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { sendLetterTo } from '../../../../../test/support/letter-mailing.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { gone, reads, returnedLetters } from '../../../../../test/support/returned-letters.ts'
import { postfixReport } from '../../../../../test/support/returned-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { type StandInMailServer, startMailServer } from '../../../../../test/support/smtp-server.ts'
import {
  askForLetter,
  letterLink,
  subscribeToLetter,
} from '../../../../../test/support/subscribe-to-letter.ts'
import { notifyOfReturns } from '../../../../platform/mail/returns/notify-returns.ts'
import { forgetSubscribers } from '../retention.commands.ts'

const list = '/fr/france-coree/newsletter/subscribers'
const unknown = '550 5.1.1 User unknown'

let testApp: TestApp
let server: StandInMailServer
let coordinator: SignedIn
let letters: ReturnType<typeof returnedLetters>
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  letters = returnedLetters(testApp, () => server)
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  server = await startMailServer()
})
afterEach(() => server.close())

describe('an address that is not there', () => {
  it.each([
    ['when the server says so at once', false],
    ['when it is told later', true],
  ])('gets nothing more, %s, and is seen by the coordinator with the words', async (when, isLate) => {
    const address = `gone-${isLate}@ville.example`
    await subscribeToLetter(testApp, { address })
    if (!isLate) server.behave({ refuse: 550, words: '5.1.1 User unknown', at: 'recipient' })
    const id = await letters.letterTo(address)
    await notifyOfReturns(testApp.application)
    if (isLate) {
      expect(await letters.stateOf(address)).toEqual(reads)
      expect(
        await letters.comesBack(postfixReport({ id, status: '5.1.1', said: unknown, to: address })),
      ).toBe(true)
    }
    expect([when, await letters.stateOf(address)]).toEqual([when, gone])
    expect(await letters.suppressedFor(address)).toEqual(['bounce'])
    for (const state of ['left', 'returned']) {
      const words = pageWords((await coordinator.get(`${list}?state=${state}`)).body)
      expect(words).toMatch(new RegExp(`${address}.* Boîte introuvable .*${unknown}.* Lui écrire de nouveau`))
    }
  })

  it('is not added again by a coordinator or a list, until it is mended with its reader', async () => {
    const address = 'mended@ville.example'
    const link = await subscribeToLetter(testApp, { address })
    const id = await letters.letterTo(address)
    const report = postfixReport({ id, status: '5.1.1', said: unknown, to: address })
    await letters.comesBack(report)
    const declared = {
      address,
      words: 'Case cochée à Tours',
      givenOn: '2017-07-07',
      language: 'fr',
      country: 'FR',
      frequency: 'issue',
    }
    expect(pageWords((await coordinator.post(`${list}/new`, declared)).body)).toContain('revenaient')
    const lines = { ...declared, lines: address, step: 'write' }
    expect(pageWords((await coordinator.post(`${list}/import`, lines)).body)).toContain(
      'Les envois y revenaient',
    )
    expect(await letters.stateOf(address)).toEqual(gone)
    // The old link does not lift it, and its page says what to do.
    expect((await browserOf(testApp).post(`${link}/return`)).statusCode).toBe(404)
    expect((await browserOf(testApp).post(`${link}/reason`, { reason: 'other', word: '' })).statusCode).toBe(
      303,
    )
    expect(await letters.stateOf(address)).toEqual(gone)
    expect(pageWords((await browserOf(testApp).get(link)).body)).toContain('revenait de votre adresse')

    testApp.clock.advance({ hours: 1 })
    const row = await letters.rowOf(address)
    expect((await coordinator.post(`${list}/${row.id}/return`)).statusCode).toBe(303)
    expect([await letters.stateOf(address), await letters.suppressedFor(address)]).toEqual([reads, []])
    expect((await coordinator.get(`${list}?state=returned`)).body).not.toContain(address)
    // The same report again, or another one about that letter, changes nothing.
    await letters.comesBack(report)
    await testApp.context.database.updateTable('platform_mailing_reader').set({ told_at: null }).execute()
    await notifyOfReturns(testApp.application)
    expect(await letters.stateOf(address)).toEqual(reads)
  })

  it('comes back by its reader, who confirms it', async () => {
    const address = 'again@ville.example'
    await subscribeToLetter(testApp, { address })
    await letters.comesBack(
      postfixReport({ id: await letters.letterTo(address), status: '5.1.1', said: unknown, to: address }),
    )
    await askForLetter(testApp, { address })
    expect(await letters.stateOf(address)).toEqual(gone)
    await browserOf(testApp).post(await letterLink(testApp, address, 'confirm'))
    expect([await letters.stateOf(address), await letters.suppressedFor(address)]).toEqual([reads, []])
  })

  it('is known by the first mail to somebody who was added, too', async () => {
    const address = 'typo@ville.example'
    await coordinator.post(`${list}/new`, {
      address,
      words: 'Case cochée à Tours',
      givenOn: '2017-07-07',
      language: 'fr',
      country: 'FR',
      frequency: 'issue',
    })
    const { id } = await testApp.context.database
      .selectFrom('platform_mail')
      .select('mail_id as id')
      .where('to_address', '=', address)
      .executeTakeFirstOrThrow()
    expect(await letters.comesBack(postfixReport({ id, status: '5.1.1', said: unknown, to: address }))).toBe(
      true,
    )
    expect(await letters.stateOf(address)).toEqual(gone)
  })

  it('is none where the refusal is about us', async () => {
    const address = 'policy@ville.example'
    await subscribeToLetter(testApp, { address })
    server.behave({ refuse: 550, words: '5.7.1 Message rejected as spam', at: 'recipient' })
    await letters.letterTo(address)
    await notifyOfReturns(testApp.application)
    expect(await letters.stateOf(address)).toEqual(reads)
    expect(pageWords((await coordinator.get(`${list}?state=returned`)).body)).toMatch(
      /policy@ville.example .*Revenu une fois/,
    )
  })
})

test('a feature that fails is told again, and keeps no other return back', async () => {
  const [one, two] = ['fails@ville.example', 'works@ville.example']
  await subscribeToLetter(testApp, { address: one })
  await subscribeToLetter(testApp, { address: two })
  server.behave({ refuse: 550, words: '5.1.1 User unknown', at: 'recipient' })
  await sendLetterTo(testApp, server, [one, two])
  const heard: string[] = []
  const returnHearers = [
    async (_: unknown, { address }: { address: string }) => {
      heard.push(address)
      if (address === one) throw new Error('the feature fails')
    },
  ]
  const { log } = testApp.application
  await notifyOfReturns({
    ...testApp.application,
    log: { ...log, error: () => undefined } as typeof log,
    returnHearers,
  })
  expect(heard.toSorted()).toEqual([one, two])
  await notifyOfReturns(testApp.application)
  expect([await letters.stateOf(one), await letters.stateOf(two)]).toEqual([gone, reads])
})

test('what servers said goes with the address', async () => {
  const address = 'forgotten@ville.example'
  await subscribeToLetter(testApp, { address })
  await letters.comesBack(
    postfixReport({
      id: await letters.letterTo(address),
      status: '5.1.1',
      said: `<${address}> unknown`,
      to: address,
    }),
  )
  const { id } = await letters.rowOf(address)
  const words = () =>
    testApp.context.database
      .selectFrom('newsletter_return')
      .select('words')
      .where('subscription_id', '=', id)
      .execute()
  expect(await words()).toEqual([{ words: `<${address}> unknown` }])
  testApp.clock.advance({ hours: 31 * 24 })
  await forgetSubscribers(testApp.context)
  expect(await words()).toEqual([])
})

// Months pass, so the session has ended.
describe('a box that is full', () => {
  const full = (id: string, to: string) =>
    letters.comesBack(postfixReport({ id, status: '5.2.2', said: '552 5.2.2 Mailbox full', to }))

  it('is given up after three letters over thirty days', async () => {
    const address = 'full@ville.example'
    await subscribeToLetter(testApp, { address })
    const states = []
    for (const days of [14, 14, 14]) {
      await full(await letters.letterTo(address), address)
      states.push((await letters.rowOf(address)).state)
      testApp.clock.advance({ hours: days * 24 })
    }
    // Only twenty-eight days.
    expect(states).toEqual(['subscribed', 'subscribed', 'subscribed'])
    await full(await letters.letterTo(address), address)
    expect(await letters.stateOf(address)).toEqual(gone)
  })

  it('is not, where one letter went through meanwhile', async () => {
    const address = 'sometimes@ville.example'
    await subscribeToLetter(testApp, { address })
    for (const isFull of [true, true, false, true, true]) {
      const id = await letters.letterTo(address)
      if (isFull) await full(id, address)
      testApp.clock.advance({ hours: 16 * 24 })
    }
    expect(await letters.stateOf(address)).toEqual(reads)
    await full(await letters.letterTo(address), address)
    expect(await letters.stateOf(address)).toEqual(gone)
  })
})
