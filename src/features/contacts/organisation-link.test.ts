import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildContact } from '../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../test/support/build-network.ts'
import { findReference } from '../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import { roles } from '../../platform/context/actor.ts'
import { describeProcessing } from './processing/commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let limogesId: string
beforeAll(async () => {
  testApp = await openTestApp()
  limogesId = (await findReference(testApp.context, 'limoges')).id
})
afterAll(() => testApp.close())
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
})

const page = (slug = 'limoges') => `/fr/${network.slug}/organisations/${slug}`
const link = (slug?: string) => `href="${page(slug)}/contacts"`

async function publishFunctions(showsFunctions: boolean) {
  await describeProcessing(testApp.context, network.id, {
    controller: 'Ville',
    purpose: { texts: {}, reviewed: [], original: null },
    recipients: { texts: {}, reviewed: [], original: null },
    legalBasis: 'public_interest',
    retentionMonths: 36,
    showsFunctions,
  })
}

test.each(roles)('whoever holds a role goes from an organisation to its contacts: %s', async (role) => {
  const browser = await signIn(testApp, { role, networkId: network.id })
  expect((await browser.get(page())).body).toContain(link())
  expect((await browser.get(`${page()}/contacts`)).body).toContain(`<a href="${page()}">`)
  const korean = await browser.get(page().replace('/fr/', '/ko/'))
  expect(korean.body).toContain(`${link().replace('/fr/', '/ko/')}>연락처</a>`)
})

test('nobody else is shown the way, whom the contacts do not exist for', async () => {
  await buildContact(testApp.context, network, limogesId)
  const other = await buildNetwork(testApp.context)
  const strangers = [
    await signIn(testApp),
    await signIn(testApp, { role: 'coordinator', networkId: other.id }),
    { get: testApp.get },
  ]
  for (const browser of strangers) {
    const answer = await browser.get(page())
    expect([answer.statusCode, answer.body.includes('/contacts"')]).toEqual([200, false])
    expect((await browser.get(`${page()}/contacts`)).statusCode).toBe(404)
  }
})

test('the public is, on the kept page too, while functions are published and the organisation has any', async () => {
  const shown = async (slug?: string) => (await testApp.get(page(slug))).body.includes(link(slug))
  expect(await shown()).toBe(false)
  await buildContact(testApp.context, network, limogesId)
  expect(await shown()).toBe(false)
  await publishFunctions(true)
  expect([await shown(), await shown('icheon')]).toEqual([true, false])
  expect((await testApp.get(`${page()}/contacts`)).body).toContain('Adjointe au maire')
  await publishFunctions(false)
  expect(await shown()).toBe(false)
})
