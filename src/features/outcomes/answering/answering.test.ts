import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Exchanges, openExchangeApp, openExchanges } from '../../../../test/support/exchanges.ts'
import type { TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { eraseFromOutcomes } from '../personal-data.commands.ts'
import { listOutcomeData } from '../personal-data.queries.ts'

let testApp: TestApp
let exchanges: Exchanges
beforeAll(async () => {
  testApp = await openExchangeApp()
})
afterAll(() => testApp.close())
beforeEach(async () => {
  exchanges = await openExchanges(testApp)
})

const anybody = () => browserOf(testApp)
const nothing = { held: 'held', results: 'nothing' }
const full = {
  held: 'held',
  results: ['project', 'decision'],
  sentence: '공동 사업을 시작합니다.',
  takes_up: '가마를 함께 쓰는 방식',
  came: ['elected'],
  'count.company': '4',
  url: 'https://city.example/news',
  amount: '12 000,50',
  currency: 'eur',
  year: '2026',
  said_as: '국제교류 담당',
}

async function told(page: string, query = '') {
  const [, , network, , slug] = page.split('/')
  return (await testApp.get(`/api/v1/networks/${network}/events/${slug}/outcome${query}`)).json()
}

/** The fields that are marked as wrong. */
function wrongIn(body: string): string[] {
  const inputs = [...body.matchAll(/name="([^"]+)"[^>]*aria-invalid="true"/g)].map(([, name = '']) => name)
  const groups = [...body.matchAll(/class="field field-group field-invalid[^"]*" id="field-([^"]+)"/g)]
  return [...inputs, ...groups.map(([, name = '']) => name)].toSorted()
}

test('an office answers by its link, in Korean and without an account, and changes its answer', async () => {
  const { page } = await exchanges.add()
  await exchanges.night()
  const link = await exchanges.link()
  const form = await anybody().get(link)
  expect([form.statusCode, form.headers['cache-control'], form.headers['referrer-policy']]).toEqual([
    200,
    'private, no-store',
    'no-referrer',
  ])
  expect(form.body).toContain('lang="ko"')
  expect(form.body).toContain(`href="${link.replace('/ko/', '/fr/')}"`)
  expect((await anybody().post(`${link}/answer`, full)).statusCode).toBe(303)
  const event = pageWords((await testApp.get(page)).body)
  for (const words of [
    'un projet',
    'une décision',
    'élus',
    'entreprises (4)',
    '12 000,50 €',
    '국제교류 담당',
    'Ce qui serait repris 가마를 함께 쓰는 방식',
  ])
    expect(event, words).toContain(words)
  const { answers } = await told(page)
  expect(answers).toEqual([
    {
      organisation: exchanges.korea.slug,
      held: 'held',
      moved_to: null,
      actors: [
        { kind: 'elected', count: null },
        { kind: 'company', count: 4 },
      ],
      results: ['project', 'decision'],
      sentence: { ko: '공동 사업을 시작합니다.' },
      takes_up: { ko: '가마를 함께 쓰는 방식' },
      url: 'https://city.example/news',
      money: { amount: 12000.5, currency: 'EUR', year: 2026 },
      said_as: '국제교류 담당',
      known_on: answers[0].known_on,
      happens: '2026-11-02',
    },
  ])
  const again = await anybody().get(link)
  expect(again.body).toContain('공동 사업을 시작합니다.')
  const before = testApp.clock.now().toString().slice(0, 10)
  exchanges.on(Temporal.PlainDate.from(before).add({ days: 3 }).toString())
  await anybody().post(`${link}/answer`, nothing)
  expect((await told(page)).answers).toMatchObject([{ results: ['nothing'], sentence: {}, money: null }])
  expect((await told(page, `?now=${before}`)).answers).toMatchObject([{ results: ['project', 'decision'] }])
  const { rows } = await sql<{
    state: string
  }>`select state from agenda_event where network_id = ${exchanges.network.id}`.execute(
    testApp.context.database,
  )
  expect(rows).toEqual([{ state: 'planned' }])
})

test('a member answers in its account: the line goes, and the way to say that it took place is shown, not gone', async () => {
  const { member, network } = exchanges
  const { page } = await exchanges.add()
  await exchanges.night()
  expect((await member.get(page)).body).toContain(`href="${page}/outcome"`)
  const sent = await member.post(`${page}/outcome`, nothing)
  expect(sent.headers.location).toBe(`${page}/outcome?done=told`)
  const done = await member.get(String(sent.headers.location))
  expect(done.body).toContain(`href="${page}/edit/state"`)
  expect(await toDoLinesOf(member, network.slug)).toEqual([])
  await expectKeptLines(testApp)
  expect(pageWords((await testApp.get(page)).body)).toContain('rien')
  const { asked } = await told(page)
  expect(asked.map((each: { answered_on: string | null }) => each.answered_on !== null).toSorted()).toEqual([
    false,
    true,
  ])
})

test('two answers that differ stand beside each other, and the page says so', async () => {
  const { member } = exchanges
  const { page } = await exchanges.add()
  await exchanges.night()
  await member.post(`${page}/outcome`, { held: 'held', results: 'agreement' })
  expect(pageWords((await testApp.get(page)).body)).not.toContain('ne disent pas la même chose')
  await anybody().post(`${await exchanges.link()}/answer`, { held: 'not_held' })
  const words = pageWords((await testApp.get(page)).body)
  for (const said of ['ne disent pas la même chose', 'un accord', 'il n’a pas eu lieu'])
    expect(words).toContain(said)
  await anybody().post(`${await exchanges.link()}/answer`, { held: 'held', results: 'agreement' })
  expect(pageWords((await testApp.get(page)).body)).not.toContain('ne disent pas la même chose')
})

test('an answer keeps the date for which it was given, where the event was moved afterwards', async () => {
  const { member } = exchanges
  const { page, id } = await exchanges.add()
  await member.post(`${page}/outcome`, { held: 'moved', moved_to: 'printemps 2027' })
  expect(pageWords((await testApp.get(page)).body)).not.toContain('a changé de date')
  await member.post(`${page}/edit/when`, {
    base: '1',
    when: '5 avril 2027',
    change: 'moved',
    zone: 'Europe/Paris',
    reason: 'Reporté',
  })
  const { rows } = await sql<{
    happens: string
  }>`select happens from agenda_event where event_id = ${id}`.execute(testApp.context.database)
  expect(rows).toEqual([{ happens: '2027-04-05' }])
  expect(pageWords((await testApp.get(page)).body)).toMatch(/Donnée pour la date d’alors \(2 novembre 2026\)/)
  expect((await told(page)).answers).toMatchObject([{ happens: '2026-11-02', moved_to: '2027-21' }])
})

test.each([
  ['nothing else than nothing', { held: 'held', results: ['nothing', 'project'] }, ['results']],
  ['nothing yet alone', { held: 'held', results: ['nothing_yet', 'nothing'] }, ['results']],
  ['no results of what was held', { held: 'held' }, ['results']],
  ['neither held nor not', { results: 'nothing' }, ['held']],
  ['moved without a date', { held: 'moved' }, ['moved_to']],
  ['a negative amount', { ...full, amount: '-5' }, ['amount']],
  ['no amount at all', { ...full, amount: '0' }, ['amount']],
  ['a currency that nobody has', { ...full, currency: 'XYZ' }, ['currency']],
  ['the year 3000', { ...full, year: '3000' }, ['year']],
  ['an amount without currency and year', { ...nothing, amount: '10' }, ['currency', 'year']],
  ['a link that a browser would run', { ...full, url: 'javascript:alert(1)' }, ['url']],
  ['a link to a machine of the house', { ...full, url: 'http://localhost/' }, ['url']],
  ['minus two companies', { ...full, 'count.company': '-2' }, ['count.company']],
])('refuses beside its field: %s', async (_, typed, fields) => {
  const { page } = await exchanges.add()
  const answer = await exchanges.member.post(`${page}/outcome`, typed)
  expect([answer.statusCode, wrongIn(answer.body)]).toEqual([422, fields])
  expect((await told(page)).answers).toEqual([])
})

describe('is refused', () => {
  test('to those who speak for no holder, before the exchange, and of what strangers do not see', async () => {
    const { network, coordinator, france } = exchanges
    const { page } = await exchanges.add()
    const other = await signIn(testApp, { role: 'member', networkId: network.id, organisationIds: [] })
    for (const browser of [anybody(), coordinator, other])
      for (const answer of [
        await browser.get(`${page}/outcome`),
        await browser.post(`${page}/outcome`, nothing),
      ])
        expect(answer.statusCode).toBe(404)
    const ahead = await exchanges.add({ when: '2099-01-01' })
    expect((await exchanges.member.post(`${ahead.page}/outcome`, nothing)).statusCode).toBe(404)
    await exchanges.member.post(`${page}/outcome`, nothing)
    await sql`update agenda_event set visibility = 'hosts' where network_id = ${network.id}`.execute(
      testApp.context.database,
    )
    const [, , group, , slug] = page.split('/')
    expect((await testApp.get(`/api/v1/networks/${group}/events/${slug}/outcome`)).statusCode).toBe(404)
    expect((await exchanges.member.get(page)).body).toContain('id="outcome"')
    expect(france.slug).not.toBe('')
  })

  test('to an organisation that holds the exchange no longer, or has left the group', async () => {
    const { member, korea, france } = exchanges
    const { database } = testApp.context
    const { page, id } = await exchanges.add()
    await exchanges.night()
    const link = await exchanges.link()
    await sql`delete from agenda_event_organisation where event_id = ${id} and organisation_id = ${korea.id}`.execute(
      database,
    )
    const gone = await anybody().post(`${link}/answer`, nothing)
    expect([gone.statusCode, gone.body.includes('주관 기관이 아니거나')]).toEqual([410, true])
    await sql`
      insert into networks_membership (membership_id, network_id, organisation_id, role, starts_on, ends_on, end_known_on, position,
        known_on, created_at, updated_at)
      values (gen_random_uuid(), ${exchanges.network.id}, ${france.id}, 'member', '2020-01-01', '2026-11-30', '2026-11-30', 1,
        '2020-01-01', now(), now())
    `.execute(database)
    expect((await member.post(`${page}/outcome`, nothing)).statusCode).toBe(410)
    expect((await told(page)).answers).toEqual([])
  })

  test('by a link that has ended, was never sent, or leads to what was cancelled', async () => {
    const { id } = await exchanges.add()
    await exchanges.night()
    const link = await exchanges.link()
    expect((await anybody().get(link.replace(/.{4}$/, 'abcd'))).statusCode).toBe(404)
    await sql`update agenda_event set state = 'cancelled' where event_id = ${id}`.execute(
      testApp.context.database,
    )
    const cancelled = await anybody().get(link)
    expect([cancelled.statusCode, cancelled.body.includes('취소')]).toEqual([410, true])
    await sql`update agenda_event set state = 'planned' where event_id = ${id}`.execute(
      testApp.context.database,
    )
    exchanges.on(
      Temporal.PlainDate.from(testApp.clock.now().toString().slice(0, 10)).add({ days: 61 }).toString(),
    )
    for (const answer of [await anybody().get(link), await anybody().post(`${link}/answer`, nothing)])
      expect([answer.statusCode, answer.body.includes('까지 유효하였습니다')]).toEqual([410, true])
  })
})

test('the address goes at the wish of the office, with its mails and link; the answer stays', async () => {
  const { page } = await exchanges.add()
  await exchanges.night()
  const link = await exchanges.link()
  await anybody().post(`${link}/answer`, nothing)
  expect((await anybody().post(`${link}/erasure`, { sure: 'yes' })).statusCode).toBe(200)
  expect([(await anybody().get(link)).statusCode, await exchanges.mails()]).toEqual([404, []])
  expect(await addresses()).toEqual([])
  expect((await told(page)).answers.length).toBe(1)
})

test('sixty days after the link has ended the address goes by itself', async () => {
  await exchanges.add()
  await exchanges.night()
  const day = Temporal.PlainDate.from(testApp.clock.now().toString().slice(0, 10))
  exchanges.on(day.add({ days: 119 }).toString())
  await exchanges.night()
  expect(await addresses()).toEqual([exchanges.office])
  exchanges.on(day.add({ days: 121 }).toString())
  await exchanges.night()
  expect(await addresses()).toEqual([])
})

async function addresses() {
  const rows = await testApp.context.database
    .selectFrom('outcomes_question')
    .select('address')
    .where('network_id', '=', exchanges.network.id)
    .where('address', 'is not', null)
    .execute()
  return rows.map(({ address }) => address)
}

test('the sentence of a mission’s answer is its debrief: it is no longer owed, and the other side is still asked', async () => {
  const { member } = exchanges
  const { page, id } = await exchanges.add({ kind: 'mission', cooperationIds: [] })
  await sql`insert into agenda_mission (event_id, head_name) values (${id}, 'Délégation')`.execute(
    testApp.context.database,
  )
  await exchanges.night()
  await member.post(`${page}/outcome`, {
    held: 'held',
    results: 'agreement',
    sentence: 'Une convention est signée.',
  })
  const { rows } = await sql<{ outcome: unknown; written: boolean }>`
    select outcome, debriefed_at is not null as written from agenda_mission where event_id = ${id}
  `.execute(testApp.context.database)
  expect(rows).toEqual([
    { outcome: { fr: { text: 'Une convention est signée.', state: 'original' } }, written: true },
  ])
  expect((await anybody().get(await exchanges.link())).statusCode).toBe(200)
  exchanges.on(
    Temporal.PlainDate.from(testApp.clock.now().toString().slice(0, 10)).add({ days: 14 }).toString(),
  )
  await exchanges.night()
  expect((await exchanges.mails()).length).toBe(2)
})

test('what names people is read out to them and goes with them; the answer of their organisation stays', async () => {
  const { member, office } = exchanges
  const { page } = await exchanges.add()
  await exchanges.night()
  const sentence = 'Solange Kerbihan a tout préparé.'
  await member.post(`${page}/outcome`, {
    held: 'held',
    results: 'project',
    sentence,
    said_as: 'Solange Kerbihan',
  })
  const person = { personId: member.personId, names: ['Solange Kerbihan'], addresses: [office] }
  const collected = await listOutcomeData(testApp.context, person)
  expect(collected.map(({ section, records }) => [section, records.length])).toEqual([
    ['questions', 1],
    ['outcomes', 1],
  ])
  await eraseFromOutcomes(testApp.context, person)
  expect(await listOutcomeData(testApp.context, person)).toEqual([])
  const { answers } = await told(page)
  expect(answers).toMatchObject([{ held: 'held', results: ['project'] }])
  expect(JSON.stringify(answers)).not.toContain('Kerbihan')
})
