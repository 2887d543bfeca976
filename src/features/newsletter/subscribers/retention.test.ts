import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'
import { askForLetter, subscribeToLetter } from '../../../../test/support/subscribe-to-letter.ts'
import { eraseSubscriber } from './personal-data.commands.ts'
import { listSubscriberData } from './personal-data.queries.ts'
import { forgetSubscribers } from './retention.commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
})
afterAll(() => testApp.close())

const rows = () =>
  testApp.context.database
    .selectFrom('newsletter_subscription')
    .select(['address', 'state', 'left_word', 'consent_words'])
    .orderBy('subscription_id')
    .execute()
const countSuppressed = async () =>
  (await testApp.context.database.selectFrom('newsletter_suppression').selectAll().execute()).length
const forgetAfter = async (days: number) => {
  testApp.clock.advance({ hours: 24 * days })
  await forgetSubscribers(testApp.context)
}

test('unconfirmed requests go in a week, addresses a month after leaving, proofs three years after, and that somebody left never', async () => {
  await askForLetter(testApp, { address: 'never@ville.example' })
  const stays = await subscribeToLetter(testApp, { address: 'stays@ville.example' })
  const leaves = await subscribeToLetter(testApp, { address: 'leaves@ville.example' })
  await browserOf(testApp).post(`${leaves}/leaving`)
  await browserOf(testApp).post(`${leaves}/reason`, { reason: 'other', word: 'Au revoir' })
  await browserOf(testApp).post(`${stays}/address`, { address: 'later@ville.example' })

  await forgetAfter(6)
  expect((await rows()).map(({ address }) => address)).toContain('never@ville.example')
  await forgetAfter(2)
  expect((await rows()).map(({ address, state }) => [address, state])).toEqual([
    ['stays@ville.example', 'subscribed'],
    ['leaves@ville.example', 'left'],
  ])
  await forgetAfter(25)
  expect((await rows()).at(-1)).toMatchObject({
    address: null,
    left_word: '',
    consent_words: expect.stringContaining('j’accepte'),
  })
  // The link still says that they left, and how to subscribe again.
  const page = await browserOf(testApp).get(leaves)
  expect([page.statusCode, page.body.includes('/newsletter/subscribe')]).toEqual([200, true])
  await forgetAfter(3 * 366)
  expect((await rows()).map(({ address }) => address)).toEqual(['stays@ville.example'])
  expect(await countSuppressed()).toBe(1)
})

test('somebody’s data are read out to them, and erased so that nothing is sent again', async () => {
  const subject = { personId: null, names: [], addresses: ['me@ville.example'] }
  await subscribeToLetter(testApp, { address: 'Me@ville.example' })
  const [collected] = await listSubscriberData(testApp.context, subject)
  expect(collected).toMatchObject({
    section: 'subscriptions',
    records: [{ address: 'Me@ville.example', language: 'fr', version: '1' }],
  })
  const before = await countSuppressed()
  await eraseSubscriber(testApp.context, subject)
  expect(await listSubscriberData(testApp.context, subject)).toEqual([])
  expect((await countSuppressed()) - before).toBe(1)
  expect(JSON.stringify(await rows())).not.toContain('Me@')
})
