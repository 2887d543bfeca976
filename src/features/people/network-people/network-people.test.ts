import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { awaitMail, mailsTo } from '../../../../test/support/read-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { addPerson } from '../persons.commands.ts'
import { listRoles } from '../queries.ts'
import { giveRole } from '../roles.commands.ts'

let testApp: TestApp
let network: BuiltNetwork
let other: BuiltNetwork
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp()
  other = await buildNetwork(testApp.context)
})
afterAll(() => testApp.close())
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
  coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
})

const people = (slug = network.slug) => `/en/${slug}/people`
const invitation = {
  address: 'New.Member@Limoges.Example',
  name: 'Nour Exemple',
  role: 'member',
  language: 'ko',
  'organisations.0.name': 'Limoges',
  words: 'Bienvenue !',
}

async function rolesOf(networkId = network.id) {
  const roles = await listRoles(testApp.context, networkId)
  return roles.map(({ name, role, endsAt, organisations }) => ({
    name,
    role,
    hasEnded: endsAt !== null && endsAt.getTime() <= testApp.clock.now().epochMilliseconds,
    organisations: organisations.map(({ slug }) => slug),
  }))
}

async function invitationsOf(networkId = network.id) {
  return testApp.context.database
    .selectFrom('people_invitation')
    .select(['invitation_id as id', 'address', 'role', 'withdrawn_at', 'invited_by', 'made_at', 'expires_at'])
    .where('network_id', '=', networkId)
    .execute()
}

test('only who looks after the network sees its people; for all others there is no such page', async () => {
  const secret = 'Very.Secret@mairie.example'
  const personId = await addPerson(testApp.context, {
    address: secret,
    name: 'Secret Person',
    language: 'fr',
  })
  await giveRole(testApp.context, network.id, { personId, role: 'reader' })
  const asking = {
    anonymous: browserOf(testApp),
    nobody: await signIn(testApp),
    reader: await signIn(testApp, { role: 'reader', networkId: network.id }),
    contributor: await signIn(testApp, { role: 'contributor', networkId: network.id }),
    member: await signIn(testApp, { role: 'member', networkId: network.id }),
    elsewhere: await signIn(testApp, { role: 'coordinator', networkId: other.id }),
  }
  for (const [who, browser] of Object.entries(asking)) {
    const answer = await browser.get(people())
    expect([who, answer.statusCode]).toEqual([who, 404])
    expect(answer.body).not.toContain('Secret Person')
  }
  const chair = await signIn(testApp, { networkId: network.id, isOperator: true })
  for (const browser of [coordinator, chair]) {
    const answer = await browser.get(people())
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toContain('Secret Person')
    expect(answer.headers['cache-control']).toBe('private, no-cache')
  }
})

test('a coordinator invites, in the language of the invitee, saying who invites to what', async () => {
  const answer = await coordinator.post(`${people()}/invitations`, invitation)
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    `${people()}?joining=limoges#invitations`,
  ])
  const mail = await awaitMail(testApp, 'new.member@limoges.example')
  expect(mail).toMatchObject({ language: 'ko', isSecret: true })
  expect(mail.body).toMatch(/Bienvenue !/)
  expect(mail.body).toContain(`http://localhost:3000/ko/invitation/`)
  expect(await rolesOf()).toHaveLength(1)
  const page = await coordinator.get(people())
  expect(page.body).toContain('new.member@limoges.example')
})

test('members, contributors, readers and coordinators of another network invite nobody', async () => {
  const asking = [
    browserOf(testApp),
    await signIn(testApp, { role: 'member', networkId: network.id }),
    await signIn(testApp, { role: 'reader', networkId: network.id }),
    await signIn(testApp, { role: 'coordinator', networkId: other.id }),
  ]
  for (const browser of asking)
    expect((await browser.post(`${people()}/invitations`, invitation)).statusCode).toBe(404)
  expect(await invitationsOf()).toEqual([])
})

test('nobody invites to the chair, nor to anything above, whatever fields they add', async () => {
  expect(
    (await coordinator.post(`${people()}/invitations`, { ...invitation, role: 'chair' })).statusCode,
  ).toBe(422)
  await coordinator.post(`${people()}/invitations`, {
    ...invitation,
    isOperator: 'true',
    networkId: other.id,
    personId: coordinator.personId,
    invitedBy: 'someone',
    expiresAt: '2099-01-01',
  })
  const [made] = await invitationsOf()
  const fortnightLater = new Date((made?.made_at.getTime() ?? 0) + 14 * 86_400_000)
  expect(made).toMatchObject({
    role: 'member',
    invited_by: coordinator.personId,
    expires_at: fortnightLater,
  })
  expect(fortnightLater.getTime()).toBeLessThan(testApp.clock.now().add({ hours: 14 * 24 }).epochMilliseconds)
  expect(await invitationsOf(other.id)).toEqual([])
})

test('a name that would break the head of a mail is refused', async () => {
  for (const name of ['Eve\r\nBcc: all@city.example', 'Eve\u2028X-Header: 1', 'Eve\0']) {
    const answer = await coordinator.post(`${people()}/invitations`, { ...invitation, name })
    // The null sign is replaced by a visible one before anything reads it.
    expect([name, answer.statusCode]).toEqual([name, name.includes('\0') ? 303 : 422])
  }
  const mails = await mailsTo(testApp, 'new.member@limoges.example')
  expect(mails.filter(({ subject }) => /[\r\n\u2028]/.test(subject))).toEqual([])
})

test('an invitation is sent again under another link, or withdrawn; in another network it does not exist', async () => {
  await coordinator.post(`${people()}/invitations`, invitation)
  const id = (await invitationsOf())[0]?.id ?? ''
  const before = (await mailsTo(testApp, 'new.member@limoges.example')).length
  const stranger = await signIn(testApp, { role: 'coordinator', networkId: other.id })
  for (const act of ['renewal', 'withdrawal']) {
    expect((await stranger.post(`${people(other.slug)}/invitations/${id}/${act}`)).statusCode).toBe(404)
    expect((await stranger.post(`${people()}/invitations/${id}/${act}`)).statusCode).toBe(404)
    expect((await coordinator.post(`${people()}/invitations/nonsense/${act}`)).statusCode).toBe(404)
  }
  expect((await coordinator.post(`${people()}/invitations/${id}/renewal`)).statusCode).toBe(303)
  expect((await mailsTo(testApp, 'new.member@limoges.example')).length).toBe(before + 1)
  expect((await coordinator.post(`${people()}/invitations/${id}/withdrawal`)).statusCode).toBe(303)
  expect((await coordinator.post(`${people()}/invitations/${id}/withdrawal`)).statusCode).toBe(404)
})

test('a role ends now or on a day to come, with its reason, and stays among the past ones', async () => {
  const member = await signIn(testApp, { name: 'Lou Exemple', role: 'member', networkId: network.id })
  const id = (await listRoles(testApp.context, network.id)).find(({ role }) => role === 'member')?.id ?? ''
  const end = (form: Record<string, string>) => coordinator.post(`${people()}/roles/${id}/end`, form)
  expect((await end({ endsOn: '2020-01-01' })).body).toContain('This date has passed')
  expect((await end({ endsOn: 'soon' })).body).toContain('This is not a date')
  expect((await end({ endsOn: '2026-12-01', reason: 'Élections' })).statusCode).toBe(303)
  expect((await coordinator.get(people())).body).toContain('ends 1 December 2026')
  const start = testApp.clock.now().toString()
  testApp.clock.moveTo('2026-12-01T00:00:00Z')
  expect(await rolesOf()).toContainEqual({
    name: 'Lou Exemple',
    role: 'member',
    hasEnded: true,
    organisations: [],
  })
  expect((await coordinator.get(people())).body).toContain('Élections')
  testApp.clock.moveTo(start)
  expect((await member.post(`${people()}/roles/${id}/end`)).statusCode).toBe(404)
})

test('a role of another network is not there to be ended', async () => {
  await signIn(testApp, { role: 'member', networkId: other.id })
  const id = (await listRoles(testApp.context, other.id)).find(({ role }) => role === 'member')?.id ?? ''
  expect((await coordinator.post(`${people()}/roles/${id}/end`)).statusCode).toBe(404)
  expect((await coordinator.post(`${people(other.slug)}/roles/${id}/end`)).statusCode).toBe(404)
  expect(await rolesOf(other.id)).not.toContainEqual(
    expect.objectContaining({ role: 'member', hasEnded: true }),
  )
})

test('the last coordinator stays until there is another one, and is told why', async () => {
  const id = (await listRoles(testApp.context, network.id))[0]?.id ?? ''
  const alone = await coordinator.post(`${people()}/roles/${id}/end`)
  expect(alone.statusCode).toBe(422)
  expect(alone.body).toContain('You are the only coordinator of this group')
  await signIn(testApp, { role: 'coordinator', networkId: network.id })
  expect((await coordinator.post(`${people()}/roles/${id}/end`)).statusCode).toBe(303)
  expect((await coordinator.get(people())).statusCode).toBe(404)
})

test('the chair passes on at one instant: role, history of the group, and nobody from outside', async () => {
  const first = await signIn(testApp, { name: 'First Chair', role: 'chair', networkId: network.id })
  const next = await signIn(testApp, { name: 'Next Chair', role: 'member', networkId: network.id })
  const outsider = await signIn(testApp, { role: 'member', networkId: other.id })
  const name = (personId: string, organisation = 'Limoges') =>
    coordinator.post(`${people()}/chair`, { personId, 'organisation.name': organisation })
  expect((await name(outsider.personId)).statusCode).toBe(404)
  expect(
    (await next.post(`${people()}/chair`, { personId: next.personId, 'organisation.name': 'Limoges' }))
      .statusCode,
  ).toBe(404)
  expect((await name(next.personId)).statusCode).toBe(303)
  expect(await rolesOf()).toEqual(
    expect.arrayContaining([
      { name: 'First Chair', role: 'chair', hasEnded: true, organisations: [] },
      { name: 'Next Chair', role: 'chair', hasEnded: false, organisations: ['limoges'] },
    ]),
  )
  expect((await first.get(people())).statusCode).toBe(404)
  expect((await next.get(people())).statusCode).toBe(200)
  testApp.clock.advance({ days: 3 })
  await giveRole(testApp.context, network.id, { personId: first.personId, role: 'member' })
  await name(first.personId, 'Icheon')
  const limoges = await findReference(testApp.context, 'limoges')
  const memberships = await testApp.context.database
    .selectFrom('networks_membership')
    .select(['organisation_id', 'role', 'held_from', 'held_until'])
    .where('network_id', '=', network.id)
    .orderBy('position')
    .execute()
  expect(memberships).toMatchObject([
    { organisation_id: limoges.id, role: 'chair' },
    { role: 'chair', held_until: null },
  ])
  expect(memberships[0]?.held_until).toBe(memberships[1]?.held_from)
})

test('the page takes as many statements for many people as for one', async () => {
  await coordinator.get(people())
  const few = await testApp.countQueries(() => coordinator.get(people()))
  for (let each = 0; each < 3; each++) {
    await signIn(testApp, { role: 'member', networkId: network.id })
    await coordinator.post(`${people()}/invitations`, { ...invitation, address: `m${each}@limoges.example` })
  }
  await coordinator.get(people())
  expect(await testApp.countQueries(() => coordinator.get(people()))).toBe(few)
})
