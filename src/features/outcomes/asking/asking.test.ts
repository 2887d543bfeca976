import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { type Exchanges, openExchangeApp, openExchanges } from '../../../../test/support/exchanges.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { findNetwork } from '../../networks/index.ts'
import { listOutcomes } from '../index.ts'
import { askDemonstration } from './commands.ts'

let testApp: TestApp
let exchanges: Exchanges
beforeAll(async () => {
  testApp = await openExchangeApp()
})
afterAll(() => testApp.close())
beforeEach(async () => {
  exchanges = await openExchanges(testApp)
})

const linesOf = (browser = exchanges.member) => toDoLinesOf(browser, exchanges.network.slug)
const ask = 'outcomes.ask Forum des villes'

async function asked() {
  const { network, france, korea } = exchanges
  const period = { from: '2010-01-01', to: '2030-01-01' }
  const outcomes = await listOutcomes({ ...testApp.context, today: today() }, network.id, period)
  const nameOf = (id: string) => (id === france.id ? 'france' : id === korea.id ? 'korea' : 'other')
  return outcomes.map((each) =>
    each.asked
      .map(({ organisationId, askedOn, remindedOn }) => [nameOf(organisationId), askedOn, remindedOn])
      .toSorted(),
  )
}
const today = () => testApp.clock.now().toString().slice(0, 10)

test('thirty days after an exchange, and not before, an account is asked by a line and a post by one mail in its language', async () => {
  const { network } = exchanges
  await exchanges.add({ when: '2026-11-03' })
  await exchanges.night()
  expect([await linesOf(), await exchanges.mails(), await asked()]).toEqual([[], [], [[]]])
  exchanges.on('2026-12-03')
  await exchanges.night()
  expect(await linesOf()).toEqual([ask])
  expect(await linesOf(exchanges.coordinator)).toEqual([])
  const [mail, ...others] = await exchanges.mails()
  expect(others).toEqual([])
  expect(mail).toMatchObject({ kind: 'outcomes.ask', language: 'ko' })
  expect(mail?.text).not.toContain('Kerbihan')
  expect(await exchanges.link()).toMatch(new RegExp(`^/ko/${network.slug}/outcomes/`))
  expect(await asked()).toEqual([
    [
      ['france', '2026-12-03', null],
      ['korea', '2026-12-03', null],
    ],
  ])
  await exchanges.night()
  expect((await exchanges.mails()).length).toBe(1)
  await expectKeptLines(testApp)
})

test('a post is reminded once, after two weeks, and then left in peace; the line of an account ends after sixty days', async () => {
  await exchanges.add({ when: '2026-11-01' })
  await exchanges.night()
  const from = Temporal.PlainDate.from(today())
  exchanges.on(from.add({ days: 13 }).toString())
  await exchanges.night()
  expect((await exchanges.mails()).length).toBe(1)
  for (const days of [14, 30, 59, 70]) {
    exchanges.on(from.add({ days }).toString())
    await exchanges.night()
  }
  const mails = await exchanges.mails()
  expect(mails.map(({ subject }) => subject.includes('다시'))).toEqual([false, true])
  expect(new Set(mails.map(({ links }) => links[0])).size).toBe(2)
  expect((await asked())[0]?.[1]).toEqual(['korea', from.toString(), from.add({ days: 14 }).toString()])
  expect(await linesOf()).toEqual([])
})

test('nobody is asked of what was cancelled, withdrawn or repeats, of what no tie has, or as a guest', async () => {
  const { network, france, korea } = exchanges
  const old = { when: '2026-01-02' }
  await exchanges.add({ ...old, state: 'cancelled' })
  await buildEvent(testApp, network, 'Sans lien', {
    ...old,
    organisations: [{ organisationId: france.id, role: 'host' }],
  })
  const withdrawn = await exchanges.add(old)
  await sql`update agenda_event set published_at = null where event_id = ${withdrawn.id}`.execute(
    testApp.context.database,
  )
  const guests = await exchanges.add({
    ...old,
    organisations: [
      { organisationId: france.id, role: 'host' },
      { organisationId: korea.id, role: 'guest' },
    ],
  })
  await exchanges.night()
  expect(await exchanges.mails()).toEqual([])
  const { rows } =
    await sql`select event_id, organisation_id from outcomes_question where network_id = ${network.id}`.execute(
      testApp.context.database,
    )
  expect(rows).toEqual([{ event_id: guests.id, organisation_id: france.id }])
})

test('of old exchanges only those are asked about that were planned and never heard of, also without a date', async () => {
  await exchanges.add({ when: '2015-05-02', state: 'past' })
  await exchanges.add({ when: '2015-05', knownOn: '2015-01-01' })
  await exchanges.add({ when: null, knownOn: '2024-01-01' })
  await exchanges.add({ when: null, knownOn: today() })
  await exchanges.night()
  expect((await asked()).map((each) => each.length)).toEqual([0, 2, 2, 0])
})

test('that nobody can be asked is said, waits for the secretariat, and is made good once there is an address', async () => {
  const { network, member, coordinator } = exchanges
  const { database } = testApp.context
  await sql`update people_role set ends_at = starts_at where person_id = ${member.personId}`.execute(database)
  await sql`update contacts_person set email = null where network_id = ${network.id}`.execute(database)
  const { page } = await exchanges.add({ when: '2026-10-01' })
  await exchanges.night()
  expect(await asked()).toEqual([
    [
      ['france', null, null],
      ['korea', null, null],
    ],
  ])
  expect(pageWords((await testApp.get(page)).body)).toContain('personne n’a pu être interrogé')
  expect(await linesOf(coordinator)).toEqual(['outcomes.unheard Forum des villes'])
  await expectKeptLines(testApp)
  await sql`update contacts_person set email = ${exchanges.office} where network_id = ${network.id}`.execute(
    database,
  )
  await exchanges.night()
  expect((await asked())[0]?.[1]).toEqual(['korea', today(), null])
  expect((await exchanges.mails()).length).toBe(1)
  expect(await linesOf(coordinator)).toEqual([])
})

test('a mission is asked once: a debrief that people wrote is its answer', async () => {
  const { member } = exchanges
  const { page, id } = await exchanges.add({ kind: 'mission', when: '2026-10-01', cooperationIds: [] })
  await sql`insert into agenda_mission (event_id, head_name) values (${id}, 'Délégation')`.execute(
    testApp.context.database,
  )
  await exchanges.night()
  expect(await linesOf()).toEqual([ask])
  const debrief = { 'account.fr.text': 'Trois réunions.', reason: 'Bilan' }
  expect((await member.post(`${page}/edit/debrief`, { ...debrief, base: '1' })).statusCode).toBe(303)
  expect(await linesOf()).toEqual([])
  exchanges.on(Temporal.PlainDate.from(today()).add({ days: 20 }).toString())
  await exchanges.night()
  expect((await exchanges.mails()).length).toBe(1)
})

test('a demonstration asks nobody by night, and is asked as of today when it is loaded', async () => {
  exchanges = await openExchanges(testApp, { opensOn: '2017-07-08' })
  const { network } = exchanges
  const { slug } = await exchanges.add({ when: '2017-09', knownOn: '2017-07-07' })
  await exchanges.night()
  expect(await asked()).toEqual([[]])
  await askDemonstration(testApp.application, await findNetwork(testApp.context, network.slug))
  expect((await asked())[0]?.map(([, day]) => day)).toEqual([today(), today()])
  expect(await linesOf()).toEqual([])
  const event = `/fr/${network.slug}/agenda/${slug}`
  expect((await testApp.get(event)).body).not.toContain('id="outcome"')
  expect(pageWords((await testApp.get(`${event}?now=${today()}`)).body)).toContain('pas de réponse')
})

test('many exchanges are listed by the statements of one', async () => {
  const { network } = exchanges
  const list = () => listOutcomes(testApp.context, network.id, { from: '2026-01-01', to: '2026-12-31' })
  await exchanges.add()
  const one = await testApp.countQueries(list)
  for (let count = 0; count < 5; count++) await exchanges.add()
  expect(await testApp.countQueries(list)).toBe(one)
})
