import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation, findReference } from '../../../../test/support/build-organisation.ts'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { listRoles } from '../queries.ts'

let testApp: TestApp
let network: BuiltNetwork
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())
beforeEach(async () => {
  network = await buildNetwork(testApp.context)
  coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id })
})

const people = () => `/en/${network.slug}/people`
const invitation = {
  address: 'new.member@limoges.example',
  name: 'Nour Exemple',
  role: 'member',
  language: 'ko',
  'organisations.0.name': 'Limoges',
  words: 'Bienvenue !',
}

async function invitationsOf() {
  return testApp.context.database
    .selectFrom('people_invitation')
    .select(['invitation_id as id', 'role'])
    .where('network_id', '=', network.id)
    .execute()
}

async function organisationsOf(invitationId = '') {
  const rows = await testApp.context.database
    .selectFrom('people_invitation_organisation as named')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'named.organisation_id')
    .select('o.slug')
    .where('named.invitation_id', '=', invitationId)
    .orderBy('o.slug')
    .execute()
  return rows.map(({ slug }) => slug)
}

/** The markup of one of the page's forms, by the end of its address. */
function formIn(page: string, end: string): string {
  const [form = ''] = page.match(new RegExp(`<form[^>]*action="[^"]*/people/${end}".*?</form>`, 's')) ?? []
  return form
}

test('the organisations of an invitation are found by their names, once each', async () => {
  const { 'organisations.0.name': _, ...unnamed } = invitation
  const send = (form: Record<string, string>) =>
    coordinator.post(`${people()}/invitations`, { ...unnamed, ...form })
  const nobodies: Record<string, string>[] = [{}, { 'organisations.0.name': ' ' }]
  for (const nobody of nobodies) {
    const missing = await send(nobody)
    expect([missing.statusCode, missing.body.includes('Say for which authority')]).toEqual([422, true])
  }
  const reader = { role: 'reader', address: 'reader@city.example', 'organisations.0.name': '' }
  expect((await send(reader)).statusCode).toBe(303)
  const named = {
    'organisations.0.name': 'Limoges',
    'organisations.1.name': '이천',
    'organisations.2.name': 'limoges',
  }
  expect((await send(named)).statusCode).toBe(303)
  const made = (await invitationsOf()).find(({ role }) => role === 'member')
  expect(await organisationsOf(made?.id)).toEqual(['icheon', 'limoges'])
})

test('a name of several is asked about and one of nobody is told, with all that was typed', async () => {
  const typed = {
    ...invitation,
    role: 'contributor',
    'organisations.0.name': 'Gwangju',
    'organisations.1.name': 'Atlantis-sur-Mer zzz',
  }
  const answer = await coordinator.post(`${people()}/invitations`, typed)
  expect(answer.statusCode).toBe(422)
  const [errors = ''] = answer.body.match(/class="form-errors".*?<\/ul>/s) ?? []
  expect([...errors.matchAll(/href="#([^"]*)"/g)].map(([, field]) => field)).toEqual([
    'field-organisations-0-name',
    'field-organisations-1-name',
  ])
  expect(answer.body).toContain('Several organisations may bear this name')
  expect(answer.body).toContain('No organisation of this name in the directory')
  const fields = readFields(formIn(answer.body, 'invitations'))
  expect(fields).toMatchObject(typed)
  expect(await invitationsOf()).toEqual([])
  const { id } = await findReference(testApp.context, 'gwangju-gyeonggi')
  expect(answer.body).toMatch(new RegExp(`type="radio"[^>]*name="organisations\\.0\\.id" value="${id}"`))
  const chosen = { ...fields, 'organisations.0.id': id, action: 'remove:organisations.1' }
  const removed = await coordinator.post(`${people()}/invitations`, chosen)
  expect(removed.statusCode).toBe(200)
  const left = readFields(formIn(removed.body, 'invitations'))
  expect([left['organisations.0.id'], left['organisations.1.name']]).toEqual([id, undefined])
  expect((await coordinator.post(`${people()}/invitations`, left)).statusCode).toBe(303)
  const [made] = await invitationsOf()
  expect(await organisationsOf(made?.id)).toEqual(['gwangju-gyeonggi'])
})

test('organisations are added to an invitation one by one, without a script and without losing a word', async () => {
  const page = await coordinator.get(people())
  const first = readFields(formIn(page.body, 'invitations'))
  expect(first['organisations.0.name']).toBe('')
  const sent = { ...first, ...invitation, action: 'add:organisations' }
  const answer = await coordinator.post(`${people()}/invitations`, sent)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).not.toContain('class="form-errors"')
  const again = readFields(formIn(answer.body, 'invitations'))
  expect(again).toMatchObject({ ...invitation, 'organisations.1.name': '' })
  expect(await invitationsOf()).toEqual([])
})

test('an organisation of another country than those of the group is not one to speak for', async () => {
  const name = { en: 'Porto Exchange Office', fr: 'Bureau de Porto' }
  await buildOrganisation(testApp.context, { country: 'PT', kind: 'association', level: null, name })
  const abroad = { ...invitation, 'organisations.0.name': 'Porto Exchange Office' }
  const answer = await coordinator.post(`${people()}/invitations`, abroad)
  expect([answer.statusCode, answer.body.includes('of none of the countries')]).toEqual([422, true])
  expect(await invitationsOf()).toEqual([])
})

test('whoever is named chair for a name of several is asked for which, and stays chosen', async () => {
  const next = await signIn(testApp, { name: 'Next Chair', role: 'member', networkId: network.id })
  const send = (form: Record<string, string | string[]>) => coordinator.post(`${people()}/chair`, form)
  const { personId } = next
  for (const [typed, words] of [
    ['Gwangju', 'Several organisations may bear this name'],
    ['Atlantis-sur-Mer zzz', 'No organisation of this name'],
    ['', 'This field must be filled in'],
  ] as const) {
    const answer = await send({ personId, 'organisation.name': typed })
    expect([typed, answer.statusCode, answer.body.includes(words)]).toEqual([typed, 422, true])
    const fields = readFields(formIn(answer.body, 'chair'))
    expect([fields.personId, fields['organisation.name']]).toEqual([personId, typed])
  }
  const asked = readFields(formIn((await send({ personId, 'organisation.name': 'Gwangju' })).body, 'chair'))
  const { id } = await findReference(testApp.context, 'gwangju')
  expect((await send({ ...asked, 'organisation.id': id })).statusCode).toBe(303)
  const roles = await listRoles(testApp.context, network.id)
  const chair = roles.find(({ role }) => role === 'chair')
  expect([chair?.name, chair?.organisations.map(({ slug }) => slug)]).toEqual(['Next Chair', ['gwangju']])
})
