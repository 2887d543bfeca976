import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { followMembers } from './commands.ts'

const form = '/fr/france-coree/newsletter/subscribers/members'
const rule = 'Décision de la réunion de Tours du 7 juillet 2017, point 4'

let testApp: TestApp
let networkId: string
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const network = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  networkId = network.network_id
  coordinator = await signIn(testApp, { role: 'coordinator', networkId, address: 'coord@groupe.example' })
})
afterAll(() => testApp.close())

const follow = () => followMembers(testApp.application)
const rowOf = (address: string) =>
  testApp.context.database
    .selectFrom('newsletter_subscription')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()
const mailsTo = async (address: string) =>
  (await readMailbox(testApp)).filter(({ to }) => to === address).length
const path = async (address: string) =>
  URL.parse((await lastMailTo(testApp, address))?.links.find((link) => link.includes('/preferences/')) ?? '')
    ?.pathname ?? ''

test('nobody gets the letter without asking until the network names the rule that says so', async () => {
  await signIn(testApp, { role: 'member', networkId, address: 'membre@ville.example' })
  await follow()
  expect(await rowOf('membre@ville.example')).toBeUndefined()
  const refused = await coordinator.post(form, { members: 'yes', rule: 'oui' })
  expect([refused.statusCode, refused.body.includes('href="#field-rule"')]).toEqual([422, true])
  expect((await browserOf(testApp).post(form, { members: 'yes', rule })).statusCode).toBe(404)
})

test('each member is told why, once; readers are no members', async () => {
  await signIn(testApp, { role: 'reader', networkId, address: 'lecteur@ville.example' })
  expect((await coordinator.post(form, { members: 'yes', rule })).statusCode).toBe(303)
  expect(pageWords((await coordinator.get(form)).body)).toContain('point 4')
  await follow()
  await follow()
  expect(await rowOf('membre@ville.example')).toMatchObject({
    state: 'subscribed',
    consent_way: 'member',
    consent_words: rule,
    language: 'fr',
    country: 'FR',
  })
  expect(await mailsTo('membre@ville.example')).toBe(1)
  expect((await lastMailTo(testApp, 'membre@ville.example'))?.text).toContain('point 4')
  expect(await rowOf('lecteur@ville.example')).toBeUndefined()
})

test('a member who leaves, or is taken off, is never subscribed again', async () => {
  await signIn(testApp, { role: 'member', networkId, address: 'parti@ville.example' })
  await signIn(testApp, { role: 'member', networkId, address: 'retire@ville.example' })
  await follow()
  await browserOf(testApp).post(`${await path('parti@ville.example')}/leaving`)
  const { subscription_id: id } = (await rowOf('retire@ville.example')) ?? { subscription_id: '' }
  await coordinator.post(`/fr/france-coree/newsletter/subscribers/${id}/removal`)
  await follow()
  expect((await rowOf('parti@ville.example'))?.state).toBe('left')
  expect((await rowOf('retire@ville.example'))?.state).toBe('left')
  expect(await mailsTo('parti@ville.example')).toBe(1)
})

test('who is no longer a member gets it no more, and gets it again as one', async () => {
  const { personId } = await signIn(testApp, { role: 'member', networkId, address: 'ancien@ville.example' })
  await follow()
  const ends = (at: string | null) =>
    testApp.context.database
      .updateTable('people_role')
      .set({ ends_at: at })
      .where('person_id', '=', personId)
      .execute()
  testApp.clock.advance({ hours: 2 })
  await ends(testApp.clock.now().toString())
  await follow()
  expect(await rowOf('ancien@ville.example')).toMatchObject({ state: 'left', left_by: 'network' })
  const own = await path('ancien@ville.example')
  expect((await browserOf(testApp).post(`${own}/return`)).statusCode).toBe(404)
  expect((await browserOf(testApp).get(own)).body).toContain('/newsletter/subscribe"')
  await ends(null)
  await follow()
  expect((await rowOf('ancien@ville.example'))?.state).toBe('subscribed')
})

test('when the network thinks again, what members got for that reason ends', async () => {
  // The form still holds the words of the rule.
  expect((await coordinator.post(form, { members: 'no', rule })).statusCode).toBe(303)
  await follow()
  expect(await rowOf('membre@ville.example')).toMatchObject({ state: 'left', left_by: 'network' })
})
