import { outcomeLinks } from '../../src/features/outcomes/asking/links.ts'
import { addSignInLink } from '../../src/features/people/index.ts'
import { lineLinks } from '../../src/features/reports/drafting/report.ts'
import { newId } from '../../src/platform/context/identifier.ts'
import { buildContact } from '../support/build-contact.ts'
import { findReference } from '../support/build-organisation.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { readMailbox } from '../support/mailbox.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '../support/open-test-app.ts'
import { proposalLink, proposeEvent, sendProposal } from '../support/propose-event.ts'
import { browserOf, type SignedIn, signIn } from '../support/sign-in.ts'
import { furnishExpectation } from './furnished-expectation.ts'
import { type FurnishedMeeting, furnishMeeting } from './furnished-meeting.ts'
import { furnishPoll } from './furnished-poll.ts'
import { furnishQuestion } from './furnished-question.ts'
import { furnishReader } from './furnished-reader.ts'
import { type FurnishedRegistration, furnishRegistration } from './furnished-registration.ts'
import { type FurnishedTalks, furnishTalks } from './furnished-talks.ts'

export const group = '/fr/france-coree'
export const tie = `${group}/cooperations/limoges-icheon`

/** What people are sent a secret path for; tests open each of them. */
export const secretNames = [
  'signIn',
  'address',
  'invitation',
  'correction',
  'confirmation',
  'briefQuestion',
  'outcome',
  'reportLine',
  'consent',
  'statement',
  'convocation',
  'proposal',
  'proposalToConfirm',
  'registration',
  'registrationToConfirm',
  'poll',
  'expectation',
  'practiceReview',
  'questionAsked',
  'talks',
  'talksToConfirm',
  'wishRenewal',
  'letter',
  'letterToConfirm',
  'letterLeaving',
  'letterMoving',
] as const
export type SecretName = (typeof secretNames)[number]

/** The demonstration with one of each thing that people make, and the addresses that lead to it. */
export interface FurnishedNetwork {
  testApp: TestApp
  networkId: string
  coordinator: SignedIn
  member: SignedIn
  /** Each secret path that gives access by itself, by what it is for. */
  secrets: Record<SecretName, string>
  meeting: FurnishedMeeting
  registration: FurnishedRegistration
  talks: Omit<FurnishedTalks, 'secrets'>
  /** Identifiers of these things. */
  ids: Record<
    | 'role'
    | 'invitation'
    | 'post'
    | 'contact'
    | 'suggestion'
    | 'briefQuestion'
    | 'text'
    | 'person'
    | 'proposal'
    | 'poll'
    | 'pollDate'
    | 'subscription',
    string
  >
}

export async function openFurnishedNetwork(options: TestAppOptions = {}): Promise<FurnishedNetwork> {
  const testApp = await openTestApp({ demonstration: true, ...options })
  const { database } = testApp.context
  const { network_id: networkId } = await database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const organisationIds = [(await findReference(testApp.context, 'limoges')).id]
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId, name: 'Camille Coordonne' })
  const member = await signIn(testApp, { role: 'member', networkId, organisationIds, name: 'Maël Membre' })
  const fixture = { testApp, networkId, coordinator, member }
  const role = await database
    .selectFrom('people_role')
    .select('role_id')
    .where('person_id', '=', member.personId)
    .executeTakeFirstOrThrow()
  const invitation = await invite(fixture)
  const consent = await askConsent(fixture)
  const text = await database
    .selectFrom('translations_text')
    .select('text_id')
    .where('network_id', '=', networkId)
    .where('language', '=', 'ko')
    .where('path', '=', 'summary')
    .orderBy('text_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const question = await askOffice(fixture)
  const proposal = await propose(fixture)
  const registration = await furnishRegistration(fixture, weeksAhead(testApp))
  const poll = await furnishPoll(fixture, weeksAhead(testApp))
  const talks = await furnishTalks(fixture)
  const letterReader = await furnishReader(testApp)
  const meeting = await furnishMeeting(fixture, organisationIds[0] ?? '')
  const reader = { id: member.personId, language: 'fr' } as const
  const link = await addSignInLink(testApp.context, testApp.application, reader, group)
  return {
    ...fixture,
    secrets: {
      signIn: pathOf(link),
      address: await askForAddress(fixture),
      invitation: invitation.path,
      correction: await reportCorrection(fixture),
      confirmation: await askPartner(fixture),
      briefQuestion: question.path,
      outcome: await furnishOutcome(fixture),
      reportLine: await furnishReportLine(fixture),
      consent: consent.path,
      statement: await askHolder(fixture),
      convocation: meeting.convocation,
      proposal: proposal.path,
      proposalToConfirm: await proposeUnconfirmed(fixture),
      registration: registration.path,
      registrationToConfirm: registration.toConfirm,
      poll: poll.path,
      ...(await furnishExpectation(fixture)),
      ...(await furnishQuestion(fixture)),
      ...talks.secrets,
      ...letterReader.secrets,
    },
    meeting,
    registration,
    talks,
    ids: {
      role: role.role_id,
      invitation: invitation.id,
      post: consent.postId,
      contact: consent.contactId,
      suggestion: await suggest(fixture),
      briefQuestion: question.id,
      text: text.text_id,
      person: member.personId,
      proposal: proposal.id,
      poll: poll.id,
      pollDate: poll.dateId,
      subscription: letterReader.id,
    },
  }
}

/** What a route whose address holds a secret is reached by: each secret of its kind, and what follows it. */
export function secretAddressesOf({ secrets }: Pick<FurnishedNetwork, 'secrets'>, url: string): string[] {
  const [beginning = '', rest = ''] = url.split(/(?<=:token)/)
  const kind = new RegExp(`^${beginning.replaceAll(/:\w+/g, '[^/?]+')}$`)
  return Object.values(secrets).flatMap((address) => (kind.test(address) ? [address + rest] : []))
}

type Fixture = Pick<FurnishedNetwork, 'testApp' | 'networkId' | 'coordinator' | 'member'>

const pathOf = (address: string): string => {
  const { pathname, search } = new URL(address)
  return pathname + search
}

/** The link in the last mail to an address. */
async function linkTo({ testApp }: Fixture, address: string): Promise<string> {
  const mail = (await readMailbox(testApp)).findLast(({ to }) => to === address)
  return pathOf(mail?.links[0] ?? '')
}

async function invite(fixture: Fixture) {
  const address = 'nouvelle@ville.example'
  await fixture.coordinator.post(`${group}/people/invitations`, {
    address,
    name: 'Nour Invitée',
    role: 'reader',
    language: 'fr',
  })
  const row = await fixture.testApp.context.database
    .selectFrom('people_invitation')
    .select('invitation_id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return { id: row.invitation_id, path: await linkTo(fixture, address) }
}

async function askConsent(fixture: Fixture) {
  const { testApp, networkId, coordinator } = fixture
  const email = 'seoyun@icheon.example'
  const icheon = await findReference(testApp.context, 'icheon')
  const network = { id: networkId, slug: 'france-coree' }
  const { postId } = await buildContact(testApp.context, network, icheon.id, {
    name: { ko: '박서윤' },
    salutation: {},
    email,
    residence: 'KR',
    transferBasis: 'separate_consent',
  })
  await coordinator.post(`${group}/contacts/${postId}/consent`)
  const holding = await testApp.context.database
    .selectFrom('contacts_holding')
    .select('contact_id')
    .where('post_id', '=', postId)
    .executeTakeFirstOrThrow()
  return { postId, contactId: holding.contact_id, path: await linkTo(fixture, email) }
}

async function askHolder({ testApp, networkId, coordinator }: Fixture): Promise<string> {
  const email = 'jardins@limoges.example'
  const limoges = await findReference(testApp.context, 'limoges')
  const network = { id: networkId, slug: 'france-coree' }
  const { postId } = await buildContact(testApp.context, network, limoges.id, { email })
  await testApp.context.database
    .updateTable('contacts_post')
    .set({ trades: ['parks'] })
    .where('post_id', '=', postId)
    .execute()
  await coordinator.post(`${group}/contacts/asking`, { step: 'first' })
  return linkTo({ testApp, networkId, coordinator, member: coordinator }, email)
}

async function askForAddress(fixture: Fixture): Promise<string> {
  const address = 'membre.nouveau@ville.example'
  await fixture.member.post('/fr/account/address', { address })
  return linkTo(fixture, address)
}

async function furnishOutcome({ testApp: { context }, networkId }: Fixture): Promise<string> {
  const { event_id } = await context.database
    .selectFrom('agenda_event as e')
    .innerJoin('agenda_event_organisation as holder', 'holder.event_id', 'e.event_id')
    .innerJoin('agenda_event_cooperation as link', 'link.event_id', 'e.event_id')
    .innerJoin('directory_organisation as o', 'o.organisation_id', 'holder.organisation_id')
    .select('e.event_id')
    .where('o.slug', '=', 'icheon')
    .where('e.state', '=', 'past')
    .where('holder.role', 'in', ['participant', 'host'])
    .orderBy('e.event_id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const organisation_id = (await findReference(context, 'icheon')).id
  const [question_id, day] = [newId(), context.today]
  const link_ends_at = context.clock
    .now()
    .add({ hours: 24 * 60 })
    .toString()
  await context.database
    .insertInto('outcomes_question')
    .values({ question_id, network_id: networkId, event_id, organisation_id, due_on: day, asked_on: day })
    .execute()
  await context.database
    .updateTable('outcomes_question')
    .set({ address: 'suites@icheon.example', language: 'ko', link_ends_at })
    .where('question_id', '=', question_id)
    .execute()
  return `/ko/france-coree/outcomes/${await outcomeLinks.make(context, { question_id })}`
}

async function furnishReportLine({ testApp: { context }, networkId }: Fixture): Promise<string> {
  const organisation_id = (await findReference(context, 'icheon')).id
  const [report_id, line_id] = [newId(), newId()]
  const made_at = context.clock.now().toString()
  const period = { starts_on: '2016-01-01', ends_on: context.today, day: context.today }
  const asked = { asked_at: made_at, answers_until: '2099-12-31' }
  await context.database
    .insertInto('reports_report')
    .values({ report_id, network_id: networkId, number: 1, made_at, ...period, ...asked })
    .execute()
  await context.database
    .insertInto('reports_line')
    .values({
      line_id,
      report_id,
      organisation_id,
      language: 'ko',
      asked_at: made_at,
      address: 'lignes@icheon.example',
    })
    .execute()
  return `/ko/france-coree/reports/lines/${await lineLinks.make(context, { line_id })}`
}

async function reportCorrection(fixture: Fixture): Promise<string> {
  const reader = browserOf(fixture.testApp)
  const begun = (await reader.get(`${tie}/correction`)).body.match(/name="begun" value="([^"]*)"/)?.[1] ?? ''
  fixture.testApp.clock.advance({ seconds: 30 })
  const address = 'lectrice@courrier.example'
  await reader.post(`${tie}/correction`, { words: 'L’année de la convention est fausse.', address, begun })
  return linkTo(fixture, address)
}

async function askPartner(fixture: Fixture): Promise<string> {
  const address = 'partenaire@icheon.example'
  const organisation = (await findReference(fixture.testApp.context, 'icheon')).id
  await fixture.coordinator.post(`${tie}/confirmation/requests`, {
    organisation,
    address,
    name: '',
    language: 'ko',
  })
  return linkTo(fixture, address)
}

async function askOffice(fixture: Fixture) {
  const address = 'bureau@ville.example'
  await fixture.coordinator.post(`${group}/brief/kr/questions`, { address, language: 'ko', words: '' })
  const row = await fixture.testApp.context.database
    .selectFrom('briefs_question')
    .select('question_id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow()
  return { id: row.question_id, path: await linkTo(fixture, address) }
}

// A proposed event is still to come, whatever the network calls today.
const weeksAhead = ({ context }: Fixture['testApp']) =>
  Temporal.PlainDate.from(context.today).add({ weeks: 6 }).toString()

async function propose({ testApp }: Fixture): Promise<{ id: string; path: string }> {
  const { path, address } = await proposeEvent(testApp, { when: weeksAhead(testApp) })
  const row = await testApp.context.database
    .selectFrom('agenda_proposal')
    .select('proposal_id')
    .where('sender_address', '=', address)
    .executeTakeFirstOrThrow()
  return { id: row.proposal_id, path }
}

async function proposeUnconfirmed({ testApp }: Fixture): Promise<string> {
  await sendProposal(testApp, {
    'title.fr.text': 'À confirmer',
    address: 'attente@chambre.example',
    when: weeksAhead(testApp),
  })
  return proposalLink(testApp, 'attente@chambre.example')
}

async function suggest({ testApp, networkId }: Fixture): Promise<string> {
  const reader = await signIn(testApp, { role: 'reader', networkId })
  const form = `${tie}/edit/summary`
  const fields = await fieldsOf(reader, form)
  const sent = await reader.post(form, {
    ...fields,
    'summary.fr.text': 'Autrement dit.',
    reason: 'Lu ailleurs',
  })
  return String(sent.headers.location).split('/').at(-1) ?? ''
}
