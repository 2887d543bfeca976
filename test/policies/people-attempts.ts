import { recordChair as recordChairOf } from '../../src/features/networks/index.ts'
import { inviteToNetwork } from '../../src/features/people/invitations/commands.ts'
import { giveRole } from '../../src/features/people/roles.commands.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { signIn } from '../support/sign-in.ts'
import { type Attempt, type Browser, group, type PolicyFixture } from './policy-fixture.ts'

const people = `${group}/people`

/** A person who holds a role of the group, for others to act upon. */
async function someRole({ testApp, networkId }: PolicyFixture) {
  const { personId } = await signIn(testApp, { name: 'Somebody Unmistakable' })
  return { personId, roleId: await giveRole(testApp.context, networkId, { personId, role: 'reader' }) }
}

async function hasEnded({ testApp }: PolicyFixture, roleId: string): Promise<boolean> {
  const { ends_at: end } = await testApp.context.database
    .selectFrom('people_role')
    .select('ends_at')
    .where('role_id', '=', roleId)
    .executeTakeFirstOrThrow()
  return end !== null
}

const invitationOf = ({ newWord }: PolicyFixture) => ({
  address: `${newWord().replaceAll(/[^\d]/g, '')}@invited.example`,
  name: 'Nour Exemple',
  role: 'member',
  language: 'fr',
  'organisations.0.name': 'Limoges',
})

async function isInvited({ testApp }: PolicyFixture, address: string, networkId?: string): Promise<boolean> {
  const rows = await testApp.context.database
    .selectFrom('people_invitation')
    .select('network_id')
    .where('address', '=', address)
    .execute()
  return rows.some((row) => networkId === undefined || row.network_id === networkId)
}

export async function withdrawInvitation(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId } = fixture
  const { address, name } = invitationOf(fixture)
  const invited = { address, name, role: 'reader' as const, language: 'fr', organisationIds: [], words: null }
  const id = await inviteToNetwork(testApp.context, testApp.application, networkId, invited)
  const answer = await browser.post(`${people}/invitations/${id}/withdrawal`)
  const row = await testApp.context.database
    .selectFrom('people_invitation')
    .select('withdrawn_at')
    .where('invitation_id', '=', id)
    .executeTakeFirstOrThrow()
  return { answer, isDone: row.withdrawn_at !== null }
}

export async function readPeople(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  await someRole(fixture)
  const answer = await browser.get(people)
  return { answer, isDone: answer.body.includes('Somebody Unmistakable') }
}

export async function invite(
  fixture: PolicyFixture,
  browser: Pick<Browser, 'post'>,
): Promise<Attempt & { address: string }> {
  const invitation = invitationOf(fixture)
  const { address } = invitation
  const answer = await browser.post(`${people}/invitations`, invitation)
  return { answer, address, isDone: await isInvited(fixture, address, fixture.networkId) }
}

export async function choosePublication(
  { testApp, networkId }: PolicyFixture,
  browser: Browser,
): Promise<Attempt> {
  const publication = async () => {
    const row = await testApp.context.database
      .selectFrom('networks_network')
      .select('publication')
      .where('network_id', '=', networkId)
      .executeTakeFirstOrThrow()
    return row.publication
  }
  const place = `${group}/contributions/publication`
  const answer = await browser.post(place, { publication: 'after_review' })
  const isDone = (await publication()) === 'after_review'
  if (isDone) await browser.post(place, { publication: 'at_once' })
  return { answer, isDone }
}

export async function nameChair(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp } = fixture
  const { personId } = await someRole(fixture)
  const answer = await browser.post(`${people}/chair`, { personId, 'organisation.name': 'Limoges' })
  const chair = await testApp.context.database
    .selectFrom('people_role')
    .select('role_id')
    .where('person_id', '=', personId)
    .where('role', '=', 'chair')
    .execute()
  return { answer, isDone: chair.length === 1 }
}

export async function recordChair(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId, limogesId } = fixture
  const { personId } = await someRole(fixture)
  const count = async () => {
    const rows = await testApp.context.database
      .selectFrom('networks_membership')
      .select('membership_id')
      .where('network_id', '=', networkId)
      .where('organisation_id', '=', limogesId)
      .where('role', '=', 'chair')
      .where('of_id', 'is', null)
      .where('ends_on', 'is', null)
      .execute()
    return rows.length
  }
  // The chair is with another authority before each attempt.
  await recordChairOf(testApp.context, networkId, fixture.toursId)
  const answer = await browser.post(`${people}/chair`, { personId, 'organisation.name': 'Limoges' })
  return { answer, isDone: (await count()) === 1 }
}

export async function endRole(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { roleId } = await someRole(fixture)
  const answer = await browser.post(`${people}/roles/${roleId}/end`)
  return { answer, isDone: await hasEnded(fixture, roleId) }
}

export async function layDownRole(fixture: PolicyFixture, browser: Browser): Promise<Attempt> {
  const { testApp, networkId } = fixture
  const own = await testApp.context.database
    .selectFrom('people_role')
    .select('role_id')
    .where('person_id', '=', browser.personId ?? newId())
    .where('network_id', '=', networkId)
    .executeTakeFirst()
  const roleId = own?.role_id ?? (await someRole(fixture)).roleId
  const answer = await browser.post(`/fr/account/roles/${roleId}/end`)
  return { answer, isDone: await hasEnded(fixture, roleId) }
}

export async function makeToken({ testApp, networkId }: PolicyFixture, browser: Browser): Promise<Attempt> {
  const answer = await browser.post('/fr/account/tokens', {
    tokenName: 'Exports',
    network: 'france-coree',
    scopes: 'read',
    days: '30',
  })
  const made = await testApp.context.database
    .selectFrom('people_token')
    .select('token_id')
    .where('person_id', '=', browser.personId ?? newId())
    .where('network_id', '=', networkId)
    .execute()
  return { answer, isDone: made.length === 1 }
}

export async function addGroup(
  fixture: PolicyFixture,
  browser: Browser,
): Promise<Attempt & { slug: string }> {
  const slug = `groupe-${fixture.newWord().replaceAll(/[^\d]/g, '')}`
  const { address, name, language } = invitationOf(fixture)
  const answer = await browser.post('/fr/operator/networks', {
    slug,
    networkName: 'Un groupe',
    countries: 'FR, KR',
    languages: 'fr, ko',
    address,
    name,
    language,
  })
  const made = await fixture.testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', slug)
    .execute()
  return { answer, slug, isDone: made.length === 1 && (await isInvited(fixture, address)) }
}
