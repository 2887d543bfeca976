import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { findReference } from '../support/build-organisation.ts'
import { twoDates } from '../support/date-polls.ts'
import { minji, ofHwaseong } from '../support/expectations.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { embassysEvent } from '../support/propose-event.ts'
import { browserOf, type SignedIn } from '../support/sign-in.ts'
import { type FurnishedNetwork, group, openFurnishedNetwork, tie } from './furnished-network.ts'

let fixture: FurnishedNetwork
beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  return fixture.testApp.close
})

/** Fields that no form has, by every name that a column, a session or an answer of the API calls them. */
function extras(): Record<string, string> {
  const { ids, networkId, coordinator } = fixture
  return {
    role: 'chair',
    roles: 'chair',
    isOperator: 'true',
    is_operator: 'true',
    operator_since: '2020-01-01T00:00:00Z',
    operatorSince: '2020-01-01T00:00:00Z',
    personId: coordinator.personId,
    person_id: coordinator.personId,
    id: ids.person,
    email: 'taken@over.example',
    email_verified: 'true',
    networkId,
    network_id: networkId,
    organisationId: ids.person,
    organisation_id: ids.person,
    number: '999',
    confirmation: 'confirmed',
    claimed_by: 'both',
    origin: 'loaded',
    actor: 'operator',
    publication: 'at_once',
    scopes: 'write:cooperations',
    held_for: '',
    confirmed_at: '2020-01-01T00:00:00Z',
    accepted_at: '2020-01-01T00:00:00Z',
    isReviewed: 'yes',
    __proto__: 'x',
    'constructor.prototype.isOperator': 'true',
  }
}

/** What a form about something else must not change. */
async function readPowers() {
  const { database } = fixture.testApp.context
  const read = async (query: ReturnType<typeof sql>) => (await query.execute(database)).rows
  return {
    people: await read(sql`select id, email, operator_since, email_verified from people_person order by id`),
    roles: await read(
      sql`select role_id, person_id, network_id, role, ends_at from people_role order by role_id`,
    ),
    organisations: await read(sql`select * from people_role_organisation order by role_id, organisation_id`),
    networks: await read(
      sql`select network_id, slug, publication, opens_on from networks_network order by slug`,
    ),
    ties: await read(sql`select cooperation_id, network_id, slug, confirmation, claimed_by from registry_cooperation
      where slug <> 'nantes-suncheon' order by slug`),
    invitations: await read(sql`select invitation_id, role, accepted_at, withdrawn_at from people_invitation
      where address = 'nouvelle@ville.example'`),
  }
}

async function sendAll(): Promise<Record<string, number>> {
  const { testApp, member, coordinator, ids, secrets } = fixture
  const limoges = await findReference(testApp.context, 'limoges')
  const sent: Record<string, number> = {}
  const send = async (
    browser: Pick<SignedIn, 'post'>,
    address: string,
    form: Record<string, string | string[]>,
  ) => {
    sent[address.replaceAll(/[\w-]{30,}/g, '…')] = (
      await browser.post(address, { ...extras(), ...form })
    ).statusCode
  }
  const anybody = browserOf(testApp)
  await send(member, '/fr/account/profile', { name: 'Maël Membre', language: 'ko' })
  await send(member, '/fr/account/tokens', {
    tokenName: 'Essai',
    network: 'france-coree',
    scopes: 'read',
    days: '30',
  })
  await send(member, `${tie}/edit/summary`, {
    ...(await fieldsOf(member, `${tie}/edit/summary`)),
    'summary.fr.text': 'Deux villes, deux porcelaines.',
    reason: 'Archives',
  })
  await send(member, `${group}/organisations/limoges/edit/about`, {
    ...(await fieldsOf(member, `${group}/organisations/limoges/edit/about`)),
    'about.fr.text': 'Une ville de porcelaine.',
    reason: 'Archives',
  })
  await send(member, `${group}/contributions/${ids.suggestion}/messages`, { text: 'Bonjour' })
  await send(member, `${tie}/confirmation/requests`, {
    organisation: limoges.id,
    address: 'ask@partner.example',
    name: '',
    language: 'fr',
  })
  await send(coordinator, `${group}/contacts/processing/edit`, {
    controller: 'Le groupe',
    'purpose.fr.text': 'Échanges',
    legalBasis: 'public_interest',
    retentionMonths: '24',
  })
  await send(coordinator, `${group}/contacts/${ids.post}/edit`, {
    'function.fr.text': 'Maire',
    kind: 'elected',
    position: '1',
  })
  await send(coordinator, `${group}/contributions/${ids.suggestion}/decision`, {
    decision: 'declined',
    because: 'Déjà dit',
  })
  await send(anybody, `${tie}/correction`, {
    words: 'Cette convention a pris fin.',
    address: 'une@lectrice.example',
  })
  await send(anybody, `${secrets.correction}/confirmation`, {})
  await send(anybody, `${secrets.correction}/messages`, { text: 'Je précise.' })
  await send(member, `${group}/agenda/polls/new`, twoDates)
  await send(anybody, `${secrets.poll}/answer`, { none: 'yes' })
  await send(coordinator, `${group}/expectations/new`, {
    ...ofHwaseong,
    ...minji,
    asked: limoges.id,
    deadline: '',
  })
  await send(anybody, `${secrets.expectation}/consent`, { consent: 'given' })
  await send(anybody, `${group}/agenda/propose`, { ...embassysEvent, address: 'une@chambre.example' })
  await send(anybody, '/fr/sign-in', { address: member.address })
  return sent
}

test('fields that a form has not got change nothing, whoever sends it', async () => {
  const before = await readPowers()
  const sent = await sendAll()
  // Sent as valid forms: a form refused as a whole would prove nothing.
  expect(Object.entries(sent).filter(([, status]) => status !== 200 && status !== 303)).toEqual([])
  expect(await readPowers()).toEqual(before)
})

test('a version says who made it from where, whatever the form says', async () => {
  const { database } = fixture.testApp.context
  const { rows } = await sql`select number, origin, actor, network_id as "networkId", person_id as "personId"
    from contributions_version where origin <> 'loaded' and number > 1 order by version_id`.execute(database)
  const own = { origin: 'edit', actor: `person:${fixture.member.personId}`, networkId: fixture.networkId }
  expect(rows).toEqual([
    { ...own, number: 2, personId: fixture.member.personId },
    { ...own, number: 2, personId: fixture.member.personId },
  ])
})

test('a correction waits for its confirmation by mail, whatever the form says', async () => {
  const { rows } = await sql`select confirmed_at as at, held_for as held, is_from_reader as reader
    from contributions_suggestion where sender_address = 'une@lectrice.example'`.execute(
    fixture.testApp.context.database,
  )
  // Sent without the moment at which the form was rendered.
  expect(rows).toEqual([{ at: null, held: 'fast', reader: true }])
})

test('a proposed event waits for its confirmation by mail, whatever the form says', async () => {
  const { rows } = await sql`select confirmed_at as at, held_for as held, number, decision, event_id as event
    from agenda_proposal where sender_address = 'une@chambre.example'`.execute(
    fixture.testApp.context.database,
  )
  expect(rows).toEqual([{ at: null, held: 'fast', number: 1, decision: null, event: null }])
})

test('an invitation gives the role that it says, to its address, whatever the newcomer sends', async () => {
  const { testApp, secrets } = fixture
  const accepted = await browserOf(testApp).post(secrets.invitation, {
    ...extras(),
    name: 'Nour Invitée',
    language: 'fr',
    country: 'FR',
    consent: 'yes',
  })
  expect(accepted.statusCode).toBe(303)
  const { rows } = await sql`select p.email, p.operator_since as since, r.role, r.network_id as "networkId"
    from people_person p join people_role r on r.person_id = p.id where p.name = 'Nour Invitée'`.execute(
    testApp.context.database,
  )
  expect(rows).toEqual([
    { email: 'nouvelle@ville.example', since: null, role: 'reader', networkId: fixture.networkId },
  ])
})

test('a partner’s answer is that of the party its link was sent to', async () => {
  const { testApp, secrets } = fixture
  const limoges = await findReference(testApp.context, 'limoges')
  const form = { ...extras(), stance: 'confirmed', organisation: limoges.id, said_as: 'Service' }
  expect((await browserOf(testApp).post(secrets.confirmation, form)).statusCode).toBe(303)
  const { rows } = await sql`select o.slug, c.person_id as "personId" from registry_confirmation c
    join directory_organisation o on o.organisation_id = c.organisation_id`.execute(testApp.context.database)
  expect(rows).toEqual([{ slug: 'icheon', personId: null }])
})
