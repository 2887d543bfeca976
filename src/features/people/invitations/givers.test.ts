import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo, pathIn } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { peopleJobs } from '../jobs.ts'
import { eraseAccount } from '../personal-data.commands.ts'
import { listRoles } from '../queries.ts'
import { endRole, giveRole, nameChair } from '../roles.commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let giver: SignedIn
let address = ''
let count = 0
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
  await signIn(testApp, { role: 'coordinator', networkId: network.id })
  giver = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  address = `second-${++count}@private.example`
})

const form = () => ({ address, name: 'Nour Exemple', role: 'coordinator', language: 'fr' })
const accepted = { name: 'Nour Exemple', language: 'fr', country: 'FR', consent: 'yes' }

async function invite(by: SignedIn = giver): Promise<string> {
  expect((await by.post(`/fr/${network.slug}/people/invitations`, form())).statusCode).toBe(303)
  return pathIn(
    await awaitMail(testApp, address, (await mailsTo(testApp, address)).length),
    /\/fr\/invitation\/[\w-]+/,
  )
}

const roleOf = async (personId: string, role = 'coordinator') =>
  (await listRoles(testApp.context, network.id)).find(
    (each) => each.personId === personId && each.role === role,
  )?.id ?? ''

const holders = async () => (await listRoles(testApp.context, network.id)).map((role) => role.address)

async function withdrawals() {
  return await testApp.context.database
    .selectFrom('people_invitation')
    .select(['withdrawn_at as at', 'withdrawn_by as by'])
    .where('address', '=', address)
    .execute()
}

async function expectRefusal(path: string) {
  const page = await testApp.get(path.replace('/fr/', '/en/'))
  expect([page.statusCode, page.body.includes('It has expired or was withdrawn')]).toEqual([410, true])
  expect((await browserOf(testApp).post(path, accepted)).statusCode).toBe(410)
  expect(await holders()).not.toContain(address)
}

/** Every way in which a person loses the right to invite. */
const ends: Record<string, () => Promise<unknown>> = {
  'a colleague ends it': async () => endRole(testApp.context, network.id, await roleOf(giver.personId)),
  'they lay it down': async () => giver.post(`/fr/account/roles/${await roleOf(giver.personId)}/end`),
  'their account is erased': () =>
    eraseAccount(testApp.context, { personId: giver.personId, names: [], addresses: [] }),
}

test.each(Object.keys(ends))('an invitation goes with the role of whoever gave it: %s', async (how) => {
  const path = await invite()
  await ends[how]?.()
  expect(await withdrawals()).toEqual([
    { at: expect.any(Date), by: how === 'they lay it down' ? giver.personId : null },
  ])
  await expectRefusal(path)
})

test('with the chair, passed on, go the invitations of who had it, and not of who is named anew', async () => {
  const next = await signIn(testApp, { role: 'member', networkId: network.id })
  const name = async ({ personId }: SignedIn, slug: string) =>
    nameChair(testApp.context, network.id, {
      personId,
      organisationId: (await findReference(testApp.context, slug)).id,
    })
  await name(giver, 'limoges')
  await endRole(testApp.context, network.id, await roleOf(giver.personId))
  const path = await invite()
  await name(giver, 'lille')
  expect((await testApp.get(path)).statusCode).toBe(200)
  await name(next, 'icheon')
  expect(await withdrawals()).toEqual([{ at: expect.any(Date), by: null }])
  await expectRefusal(path)
})

test('on the day on which a role ends, what its holder gave is refused at once and withdrawn by night', async () => {
  const start = testApp.clock.now().toString()
  const path = await invite()
  const endsAt = testApp.clock.now().add({ hours: 24 })
  await endRole(testApp.context, network.id, await roleOf(giver.personId), { endsAt })
  expect((await testApp.get(path)).statusCode).toBe(200)
  testApp.clock.advance({ hours: 25 })
  await expectRefusal(path)
  for (const job of peopleJobs(testApp.application)) await job.run(null)
  expect(await withdrawals()).toEqual([{ at: expect.any(Date), by: null }])
  testApp.clock.moveTo(start)
})

test('a colleague who sends it again gives it from then on', async () => {
  const path = await invite()
  const colleague = await signIn(testApp, { role: 'coordinator', networkId: network.id, name: 'Colleague' })
  const { invitation_id: id } = await testApp.context.database
    .selectFrom('people_invitation')
    .select('invitation_id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  await colleague.post(`/fr/${network.slug}/people/invitations/${id}/renewal`)
  await endRole(testApp.context, network.id, await roleOf(giver.personId))
  expect((await testApp.get(path)).statusCode).toBe(404)
  const renewed = pathIn(await awaitMail(testApp, address, 2), /\/fr\/invitation\/[\w-]+/)
  expect((await testApp.get(renewed)).body).toContain('Colleague')
  expect((await browserOf(testApp).post(renewed, accepted)).statusCode).toBe(303)
  expect(await holders()).toContain(address)
})

test('a role that goes on keeps what was given with it', async () => {
  await giveRole(testApp.context, network.id, { personId: giver.personId, role: 'member' })
  const elsewhere = await buildNetwork(testApp.context)
  await giveRole(testApp.context, elsewhere.id, { personId: giver.personId, role: 'chair' })
  const path = await invite()
  await endRole(testApp.context, network.id, await roleOf(giver.personId, 'member'))
  expect((await browserOf(testApp).post(path, accepted)).statusCode).toBe(303)
  expect(await holders()).toContain(address)
})

test('nobody invites or lets in themselves: by their address, or by taking the invited one', async () => {
  const own = await giver.post(`/en/${network.slug}/people/invitations`, {
    ...form(),
    address: giver.address,
  })
  expect([own.statusCode, own.body.includes('your own address')]).toEqual([422, true])
  const chair = await signIn(testApp, { role: 'chair', networkId: network.id })
  const path = await invite(chair)
  await testApp.context.database
    .updateTable('people_person')
    .set({ email: address })
    .where('id', '=', chair.personId)
    .execute()
  const answer = await chair.post(path.replace('/fr/', '/en/'))
  expect([answer.statusCode, answer.body.includes('from your own account')]).toEqual([410, true])
  expect(await roleOf(chair.personId)).toBe('')
})

test('who looks after the server may be the first coordinator of a group', async () => {
  const operator = await signIn(testApp, { isOperator: true })
  address = operator.address
  const path = await invite(operator)
  expect((await operator.post(path)).statusCode).toBe(303)
  expect(await roleOf(operator.personId)).not.toBe('')
})
