import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { furnishLetter } from '../../../test/security/furnished-letter.ts'
import { furnishMission } from '../../../test/security/furnished-mission.ts'
import {
  type FurnishedNetwork,
  group,
  openFurnishedNetwork,
  tie,
} from '../../../test/security/furnished-network.ts'
import { askButtons, askForAll } from '../../../test/support/asked-translations.ts'
import { buildContact } from '../../../test/support/build-contact.ts'
import { findReference } from '../../../test/support/build-organisation.ts'
import { vote } from '../../../test/support/date-polls.ts'
import { answerFor, expectations, stateExpectation } from '../../../test/support/expectations.ts'
import { fieldsOf } from '../../../test/support/form-fields.ts'
import { browserOf, type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../test/support/to-do-lines.ts'
import { sayInterestUnknown } from '../../../test/support/wishes.ts'
import { recordReturn } from '../../platform/mail/returns/record-return.ts'
import { findNetwork } from '../networks/index.ts'
import { askDemonstration } from '../outcomes/index.ts'
import { writeAllLines } from './lines.commands.ts'

// One after the other in one group: what one does the next one finds.
let furnished: FurnishedNetwork
let icheon: SignedIn
let paris: SignedIn
beforeAll(async () => {
  furnished = await openFurnishedNetwork()
  const speak = async (slug: string) =>
    signIn(furnished.testApp, {
      role: 'member',
      networkId: furnished.networkId,
      organisationIds: [(await findReference(furnished.testApp.context, slug)).id],
    })
  icheon = await speak('icheon')
  paris = await speak('paris')
})
afterAll(() => furnished.testApp.close())

const kindsOf = async (browser: Pick<SignedIn, 'get'>) => [
  ...new Set((await toDoLinesOf(browser, 'france-coree')).map((line) => line.split(' ')[0])),
]
/** Whether the secretariat, the member of Limoges, and that of Icheon see a kind of line. */
const whoSees = async (kind: string) => {
  const { coordinator, member } = furnished
  const seen = await Promise.all([coordinator, member, icheon].map(kindsOf))
  return seen.map((kinds) => kinds.includes(kind))
}
const [secretariat, limoges, nobody] = [
  [true, false, false],
  [false, true, false],
  [false, false, false],
]

test('a proposal waits for the secretariat until it is decided', async () => {
  expect(await whoSees('agenda.proposal')).toEqual(secretariat)
  const place = `${group}/agenda/proposals/${furnished.ids.proposal}`
  await furnished.coordinator.post(`${place}/decision`, { decision: 'refused', because: 'Déjà passé' })
  expect(await whoSees('agenda.proposal')).toEqual(nobody)
})

test('a suggestion waits for the secretariat, and for who speaks for the record, until it is decided', async () => {
  expect(await whoSees('contributions.suggestion')).toEqual([true, true, true])
  const place = `${group}/contributions/${furnished.ids.suggestion}`
  await furnished.coordinator.post(`${place}/decision`, { decision: 'declined', because: 'Sans source' })
  expect(await whoSees('contributions.suggestion')).toEqual(nobody)
})

test('a correction waits once its reader has confirmed it', async () => {
  expect(await whoSees('contributions.correction')).toEqual(nobody)
  await browserOf(furnished.testApp).post(`${furnished.secrets.correction}/confirmation`)
  expect(await whoSees('contributions.correction')).toEqual([true, true, true])
})

test('an expectation waits for the one asked, then for who passes it on, or for who says what came of it', async () => {
  expect(await whoSees('partners.answer')).toEqual(limoges)
  const place = `${expectations}/goryeongja-dolbom-gyeongheom-gongnyu`
  const own = (await findReference(furnished.testApp.context, 'limoges')).id
  await answerFor(furnished.member, place, own, { answer: 'no', reason: 'competence' })
  expect([await whoSees('partners.answer'), await whoSees('partners.relay')]).toEqual([nobody, secretariat])
  const other = await stateExpectation(icheon, own, { deadline: '' })
  expect(await whoSees('partners.answer')).toEqual(limoges)
  await answerFor(furnished.member, other, own, { answer: 'yes', 'words.fr.text': 'Volontiers.' })
  expect([await whoSees('partners.answer'), await whoSees('partners.outcome')]).toEqual([
    nobody,
    [false, false, true],
  ])
})

test('the consent to pass an expectation on waits for the asker', async () => {
  const own = (await findReference(furnished.testApp.context, 'limoges')).id
  const place = await stateExpectation(icheon, own, { deadline: '', consent: '' })
  await furnished.coordinator.post(`${place}/consent/request`)
  await furnished.coordinator.post(`${place}/consent/requests`)
  expect(await whoSees('partners.consent')).toEqual([false, false, true])
})

test('a text waits for the secretariat while somebody waits for its translation, and no longer than it can be read', async () => {
  const own = (await findReference(furnished.testApp.context, 'limoges')).id
  const korean = { confidentiality: 'network', deadline: '', 'title.ko.text': '축제 교류 담당자 면담' }
  const place = await stateExpectation(icheon, own, korean)
  expect(await askForAll(furnished.member, place)).toBe(2)
  const { body } = await furnished.member.get(place)
  const [{ value = '' } = {}] = askButtons(body)
  expect(await whoSees('translations.wanted')).toEqual(secretariat)
  // A reader sees no expectations, and so asks for none.
  const reader = await signIn(furnished.testApp, { role: 'reader', networkId: furnished.networkId })
  const asked = await reader.post(`${group}/translations/requests`, { ask: value, back: place })
  expect(asked.statusCode).toBe(404)
  await furnished.member.post(`${group}/translations/requests`, { end: value, back: place })
  expect(await whoSees('translations.wanted')).toEqual(secretariat)
  const form = `${place}/edit`
  const fields = await fieldsOf(icheon, form)
  const hidden = await icheon.post(form, { ...fields, confidentiality: 'concerned' })
  expect(hidden.statusCode).toBe(303)
  expect(await whoSees('translations.wanted')).toEqual(nobody)
  expect(askButtons((await furnished.member.get(place)).body)).toEqual([])
})

test('talks wait for the secretariat to vouch, then for the authority to accept', async () => {
  expect(await whoSees('partners.decide')).toEqual(limoges)
  await sayInterestUnknown(furnished.testApp, `${group}/partners/${furnished.talks.slug}`, {
    address: 'culture@suncheon.example',
    'authority.name': '순천시',
    text: '순천시는 리모주와 정원 박람회를 함께 준비하고자 합니다.',
  })
  expect(await whoSees('partners.vouch')).toEqual(secretariat)
  await furnished.member.post(`${group}/partners/introductions/${furnished.talks.id}/acceptance`)
  expect(await whoSees('partners.decide')).toEqual(nobody)
})

test('a message of talks waits for the other side after two weeks', async () => {
  expect(await whoSees('partners.reply')).toEqual(nobody)
  const { rows } = await sql<{ waits_for: string; shows_on: string; since: string }>`
    select waits_for, shows_on::text, since::text from todo_line where kind = 'partners.reply'
  `.execute(furnished.testApp.context.database)
  const own = (await findReference(furnished.testApp.context, 'limoges')).id
  expect(rows.map((row) => row.waits_for)).toEqual([`organisation:${own}`])
  const [{ since = '', shows_on = '' } = {}] = rows
  expect(Temporal.PlainDate.from(since).until(shows_on).days).toBe(14)
})

test('a poll waits for each member who has not answered', async () => {
  expect(await whoSees('agenda.poll')).toEqual([false, true, true])
  await vote(furnished.member, `${group}/agenda/polls/${furnished.ids.poll}`, ['yes', 'no'])
  expect(await whoSees('agenda.poll')).toEqual([false, false, true])
})

test('a request for seats waits for the holder of the mission', async () => {
  const seats = async () =>
    (await toDoLinesOf(paris, 'france-coree')).filter((line) => line.startsWith('agenda.seats'))
  const before = await seats()
  const { slug, request } = await furnishMission(furnished)
  expect(await seats()).toHaveLength(before.length + 1)
  expect(await whoSees('agenda.seats')).toEqual(nobody)
  await furnished.coordinator.post(`${group}/agenda/${slug}/requests/${request}/answer`, {
    action: 'accepted',
    answer: '',
  })
  expect(await seats()).toEqual(before)
})

test('an event that needs commitments waits for members, and its holders see the day of the decision coming', async () => {
  const event = `${group}/agenda/groupe-rencontres-2017`
  const form = `${event}/edit/commitments`
  const asked = { until: '2017-09-30', total: '6', reason: 'Courriel' }
  await furnished.coordinator.post(form, { ...(await fieldsOf(furnished.coordinator, form)), ...asked })
  expect((await whoSees('agenda.commitment'))[1]).toBe(true)
  const committing = `${event}/commitment`
  await furnished.member.post(committing, {
    ...(await fieldsOf(furnished.member, committing)),
    people: '2',
    words: '',
  })
  expect((await whoSees('agenda.commitment'))[1]).toBe(false)
  const { rows } = await sql<{ shows_on: string; ends_on: string }>`
    select shows_on::text, ends_on::text from todo_line where kind = 'agenda.decision'
  `.execute(furnished.testApp.context.database)
  expect(rows[0]).toEqual({ shows_on: '2017-09-23', ends_on: '2017-09-30' })
})

test('what came of an exchange waits for each of its holders, from the day on which they are asked', async () => {
  const { testApp } = furnished
  await askDemonstration(testApp.application, await findNetwork(testApp.context, 'france-coree'))
  const { rows } = await sql<{ slug: string; waits: number }>`
    select e.slug, count(*)::int as waits from todo_line line join agenda_event e on e.event_id = line.record_id
    where line.kind = 'outcomes.ask' and line.shows_on = ${testApp.context.today} and line.waits_for like 'organisation:%'
    group by e.slug order by e.slug
  `.execute(testApp.context.database)
  expect(rows).toContainEqual({ slug: 'limoges-rond-point-icheon-2025', waits: 2 })
  expect(await whoSees('outcomes.ask')).toEqual(nobody)
})

test('a convocation waits for the person invited, and an action for its authority', async () => {
  expect(await whoSees('minutes.action')).toEqual(limoges)
  await furnished.coordinator.post(`${group}/meetings/${furnished.meeting.coming}/convocation`, {
    people: furnished.member.personId,
    language: 'fr',
    action: 'send',
  })
  expect(await whoSees('minutes.answer')).toEqual(limoges)
  const way = `${group}/meetings/${furnished.meeting.coming}/answer`
  expect((await icheon.get(way)).statusCode).toBe(404)
  const link = String((await furnished.member.get(way)).headers.location)
  await furnished.member.post(link, { answer: 'present' })
  expect(await whoSees('minutes.answer')).toEqual(nobody)
})

test('a letter in the making waits for the secretariat, with its number of readers', async () => {
  expect(await whoSees('newsletter.draft')).toEqual(nobody)
  await furnishLetter(furnished)
  expect(await whoSees('newsletter.draft')).toEqual(secretariat)
  const { body } = await furnished.coordinator.get(`${group}/to-do`)
  expect(body).toContain('1 abonné')
})

test('contacts wait a year after they were confirmed, for who speaks for them or for the secretariat', async () => {
  const { testApp, networkId } = furnished
  const network = { id: networkId, slug: 'france-coree' }
  const muju = await findReference(testApp.context, 'muju')
  const own = await findReference(testApp.context, 'limoges')
  await buildContact(testApp.context, network, own.id)
  await buildContact(testApp.context, network, muju.id)
  const { rows } = await sql<{ waits_for: string; since: string; shows_on: string }>`
    select waits_for, since::text, shows_on::text from todo_line
    where kind = 'contacts.confirm' and record_id in (${muju.id}, ${own.id}) order by waits_for
  `.execute(testApp.context.database)
  expect(rows.map((row) => row.waits_for)).toEqual([`organisation:${own.id}`, 'secretariat'])
  for (const { since, shows_on } of rows)
    expect(Temporal.PlainDate.from(since).until(shows_on, { largestUnit: 'years' }).years).toBe(1)
})

test('a mail that came back waits for the secretariat, until a later one to the same address', async () => {
  const { testApp, networkId } = furnished
  expect(await whoSees('outbox.returned')).toEqual(nobody)
  const { mail_id: id, to_address: recipient } = await testApp.context.database
    .selectFrom('platform_mail')
    .select(['mail_id', 'to_address'])
    .where('network_id', '=', networkId)
    .orderBy('mail_id', 'desc')
    .executeTakeFirstOrThrow()
  await recordReturn(testApp.application, {
    messageId: `<${id}@entente.example>`,
    recipient,
    kind: 'hard',
    words: 'unknown user',
  })
  await writeAllLines(testApp.context, testApp.application.toDo, networkId)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from todo_line where kind = 'outbox.returned'
  `.execute(testApp.context.database)
  expect(rows[0]?.count).toBe(1)
})

test('a tie that one side claims waits for the other', async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from todo_line where kind = 'registry.confirm'
  `.execute(furnished.testApp.context.database)
  expect(rows[0]?.count).toBeGreaterThan(0)
  const before = await whoSees('registry.confirm')
  expect(before[0]).toBe(false)
  const speaker = before[2] ? icheon : furnished.member
  await speaker.post(`${tie}/confirmation`, { stance: 'confirmed', words: '' })
  expect(await toDoLinesOf(speaker, 'france-coree')).not.toContainEqual(
    expect.stringContaining('registry.confirm Limoges'),
  )
})

test('all of it is what a night writes from nothing', () => expectKeptLines(furnished.testApp))
