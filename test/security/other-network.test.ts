import { beforeAll, describe, expect, test, vi } from 'vitest'
import { addDays } from '../../src/features/agenda/holidays/commands.ts'
import { listMemberships } from '../../src/features/networks/index.ts'
import { startBatch } from '../../src/features/translations/batches/commands.ts'
import { indexNetwork } from '../../src/features/translations/index.ts'
import { buildCooperation } from '../support/build-cooperation.ts'
import { buildNetwork } from '../support/build-network.ts'
import { findReference } from '../support/build-organisation.ts'
import { buildPicture } from '../support/build-picture.ts'
import { original } from '../support/build-texts.ts'
import { calendarOf, openCalendarImporter } from '../support/calendar-imports.ts'
import { fieldsOf } from '../support/form-fields.ts'
import { factsOf, frenchMinutes, importWords } from '../support/import-text.ts'
import { multipartBody } from '../support/multipart.ts'
import { publishPractice } from '../support/publish-practice.ts'
import { publishQuestion } from '../support/questions.ts'
import { type SignedIn, signIn } from '../support/sign-in.ts'
import { furnishCommitments } from './furnished-commitments.ts'
import { expectationSlug } from './furnished-expectation.ts'
import { furnishLetter } from './furnished-letter.ts'
import { furnishMission } from './furnished-mission.ts'
import { type FurnishedNetwork, group, openFurnishedNetwork, tie } from './furnished-network.ts'
import { furnishRound } from './furnished-round.ts'
import { furnishSession } from './furnished-session.ts'
import { markTables } from './table-marks.ts'
import { addressOf, isForAnybody, watchWriteRoutes } from './write-routes.ts'

const routes = watchWriteRoutes()
let fixture: FurnishedNetwork
let stranger: SignedIn
let other: string
/** The value of each parameter of an address that names something of the demonstration. */
let names: Record<string, Record<string, string>>
/** A form that would be valid for a person of the demonstration. */
let form: Record<string, string | string[]>

beforeAll(async () => {
  fixture = await openFurnishedNetwork()
  const { testApp, ids, secrets, coordinator, meeting, registration, talks } = fixture
  const network = await buildNetwork(testApp.context)
  other = network.slug
  stranger = await signIn(testApp, { role: 'coordinator', networkId: network.id })
  await buildCooperation(testApp.context, fixture.networkId, {
    summary: original('Deux villes se connaissent.'),
  })
  await indexNetwork(testApp.context, testApp.application.textOwners, fixture.networkId)
  const wish = { networkId: fixture.networkId, language: 'en', provider: 'libretranslate' }
  const batch = await startBatch(testApp.context, wish)
  expect(batch).not.toBeNull()
  const text = await importedText(coordinator)
  const picture = await addPicture(coordinator.cookie)
  const mission = await furnishMission(fixture)
  const asking = await furnishCommitments(fixture)
  const bilateral = await furnishSession(fixture, mission.slug)
  const term = await addTerm(fixture)
  const practice = { ...(await publishPractice(testApp, fixture.networkId)) }
  const asked = { ...(await publishQuestion(testApp, fixture.networkId)) }
  const importer = await openCalendarImporter(testApp)
  const calendar = await importer.begin(
    calendarOf(['UID:fete@institut.example', 'DTSTART;VALUE=DATE:20170714', 'SUMMARY:Fête']),
  )
  const day = await addDays(testApp.context, fixture.networkId, {
    country: 'FR',
    from: '2026-12-18',
    to: '2026-12-18',
    name: { fr: 'Fermeture' },
    closesOffices: 'yes',
    source: 'Secrétariat',
  })
  const membership = (await listMemberships(testApp.context, fixture.networkId)).find(
    ({ role }) => role === 'member',
  )
  names = {
    cooperations: { slug: 'limoges-icheon', part: 'summary', entry: 'new', number: '1', picture },
    organisations: { slug: 'limoges', part: 'about', entry: 'new', number: '1', picture },
    'group/members': { id: membership?.id ?? '' },
    'contacts/asked': { token: last(secrets.statement) },
    contacts: { post: ids.post },
    'people/roles': { id: ids.role },
    'people/invitations': { id: ids.invitation },
    contributions: { id: ids.suggestion },
    corrections: { token: last(secrets.correction) },
    'brief/questions': { token: last(secrets.briefQuestion) },
    'outcomes/:token': { token: last(secrets.outcome) },
    'reports/lines': { token: last(secrets.reportLine) },
    reports: { number: '1', organisation: 'icheon' },
    brief: { slug: 'kr', part: 'head', entry: 'new', number: '1', id: ids.briefQuestion },
    confirmations: { token: last(secrets.confirmation) },
    terms: { slug: term, part: 'about', entry: 'new', number: '1' },
    translations: { text: ids.text, batch: batch ?? '' },
    'agenda/holidays': { id: day },
    'agenda/import': { id: last(calendar) },
    'agenda/proposals': { id: ids.proposal },
    'agenda/proposed': { token: last(secrets.proposal) },
    'agenda/polls': { id: ids.poll, option: ids.pollDate },
    'agenda/polled': { token: last(secrets.poll) },
    'agenda/:slug/commitment': asking,
    'agenda/:slug/prolongation': asking,
    'agenda/registered': { token: last(secrets.registration) },
    'agenda/:slug/registration': { slug: registration.slug },
    'agenda/:slug/registrations': { slug: registration.slug, id: registration.id },
    'agenda/:slug/check-in': { slug: registration.slug, id: registration.id },
    'agenda/:slug/meetings': bilateral,
    'agenda/:slug/seats': { slug: mission.slug, seats: mission.seats },
    'agenda/:slug/requests': { slug: mission.slug, request: mission.request },
    agenda: { slug: 'groupe-faict-2016', part: 'about', entry: 'new', number: '1', picture },
    'questions/asked': { token: last(fixture.secrets.questionAsked) },
    questions: { ...asked },
    'practices/:slug/files': practice,
    'practices/:slug/uses': practice,
    'practices/:slug/reviews': practice,
    'practices/reviews': { token: practice.token },
    practices: { ...practice, part: 'about', entry: 'new', number: '1' },
    'partners/rounds': await furnishRound(fixture),
    'partners/introductions': { id: talks.id, message: talks.message },
    'partners/introduced': { token: last(secrets.talks) },
    'partners/renewals': { wish: talks.wishId, token: last(secrets.wishRenewal) },
    'partners/said': { interest: talks.interest },
    partners: { slug: talks.slug, part: 'about', entry: 'new', number: '1' },
    'newsletter/subscribers': { id: ids.subscription },
    'newsletter/confirm': { token: last(secrets.letterToConfirm) },
    'newsletter/preferences': { token: last(secrets.letter) },
    'newsletter/unsubscribe': { token: last(secrets.letterLeaving) },
    'newsletter/address': { token: last(secrets.letterMoving) },
    'meetings/decisions': { id: meeting.ids.decision },
    'meetings/actions': { id: meeting.ids.action },
    newsletter: await furnishLetter(fixture),
    meetings: { slug: meeting.slug, number: '1', ...meeting.ids },
    convocations: { token: last(secrets.convocation) },
    expectations: { slug: expectationSlug },
    expected: { token: last(secrets.expectation) },
    reciprocity: { slug: 'lille-daegu' },
    ...Object.fromEntries(textNouns.map((noun) => [`imports/:id/${noun}`, text])),
    imports: { id: await beginImport(coordinator.cookie) },
  }
  form = {
    ...(await fieldsOf(coordinator, `${tie}/edit/summary`)),
    'summary.fr.text': 'Écrit de loin.',
    'about.fr.text': 'Écrit de loin.',
    'function.fr.text': 'Écrit de loin.',
    text: 'Écrit de loin.',
    words: 'Écrit de loin, par une autre.',
    reason: 'Aucune',
    kind: 'elected',
    decision: 'accepted',
    stance: 'confirmed',
    organisation: (await findReference(testApp.context, 'limoges')).id,
    address: 'loin@ville.example',
    language: 'fr',
    contact: ids.contact,
    name: 'Loin',
    base: '1',
  }
  return testApp.close
})

/** Pages beneath an imported text, not a table. */
const textNouns = ['decisions', 'facts', 'reading', 'reopening', 'source', 'withdrawal']

async function importedText(coordinator: SignedIn): Promise<Record<string, string>> {
  const address = await importWords(fixture.testApp, coordinator, 'france-coree', frenchMinutes)
  const [fact] = await factsOf(fixture.testApp, address)
  return { id: last(address), fact: fact?.id ?? '' }
}

async function addTerm({ coordinator }: FurnishedNetwork): Promise<string> {
  const form = '/fr/france-coree/terms/new'
  const words = { 'word.fr.text': 'four partagé', 'word.ko.text': '공동 가마', reason: 'Convenu' }
  const added = await coordinator.post(form, { ...(await fieldsOf(coordinator, form)), ...words })
  return last(String(added.headers.location).split('?')[0] ?? '')
}

async function addPicture(cookie: string): Promise<string> {
  const said = {
    'alternative.fr.text': 'Un pont',
    credit: 'La ville',
    terms: 'Licence ouverte',
    people: 'nobody',
  }
  const { payload, headers } = await multipartBody(said, [
    { field: 'picture', name: 'a.png', type: 'image/png', bytes: buildPicture(4, 3) },
  ])
  const answer = await fixture.testApp.app.inject({
    method: 'POST',
    url: `${tie}/pictures/new`,
    payload,
    headers: { ...headers, cookie, 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location).split('#picture-').at(-1) ?? ''
}

async function beginImport(cookie: string): Promise<string> {
  const { payload, headers } = await multipartBody({}, [
    { field: 'file', name: 'a.csv', bytes: 'Collectivité;Partenaire\nLimoges;Icheon\n' },
  ])
  const answer = await fixture.testApp.app.inject({
    method: 'POST',
    url: `${group}/imports`,
    payload,
    headers: { ...headers, cookie, 'sec-fetch-site': 'same-origin' },
  })
  const id = last(String(answer.headers.location))
  // It is checked by itself, which writes.
  await vi.waitFor(async () => {
    const row = await fixture.testApp.context.database
      .selectFrom('imports_table')
      .select('waits_for')
      .where('import_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.waits_for).toBeNull()
  })
  return id
}

const last = (path: string) => path.split('/').at(-1) ?? ''

const isOfNetwork = ({ url }: { url: string }) => url.startsWith('/:language/:network/')

function valuesFor(url: string): Record<string, string> {
  const place = url.replace('/:language/:network/', '')
  const [, found = {}] =
    Object.entries(names).find(([beginning]) => `${place}/`.startsWith(`${beginning}/`)) ?? []
  return found
}

describe('a coordinator of another group, by every form of a group', () => {
  test('changes nothing of a group that is not theirs', async () => {
    const before = await markTables(fixture.testApp)
    for (const { url } of routes.filter(isOfNetwork).filter(({ url }) => !isForAnybody(url))) {
      const answer = await stranger.post(addressOf(url, valuesFor(url)), form)
      expect([url, answer.statusCode]).toEqual([url, 404])
    }
    expect(await markTables(fixture.testApp)).toEqual(before)
  })

  test('reaches nothing of another group by its identifiers under the address of their own', async () => {
    const before = await markTables(fixture.testApp)
    const named = routes.filter(isOfNetwork).filter(({ url }) => /^\/:language\/:network\/.*:/.test(url))
    const missing = named.filter(({ url }) => addressOf(url, valuesFor(url)).includes('nothing'))
    expect(missing).toEqual([])
    // An organisation belongs to the directory, and a country to many groups: in each one has its own share of it.
    const isShared = /\/organisations\/|\/brief\/:slug\/(?!.*:id)/
    for (const { url } of named.filter((route) => !isShared.test(route.url))) {
      const answer = await stranger.post(addressOf(url, { ...valuesFor(url), network: other }), form)
      expect([url, answer.statusCode]).toEqual([url, 404])
    }
    expect(await markTables(fixture.testApp)).toEqual(before)
  })

  test('does not name somebody of another group its chair', async () => {
    const chair = { personId: fixture.ids.person, 'organisation.name': 'Limoges' }
    expect((await stranger.post(`/fr/${other}/people/chair`, chair)).statusCode).toBe(404)
  })
})
