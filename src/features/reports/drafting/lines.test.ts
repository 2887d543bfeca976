import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildEvent } from '../../../../test/support/build-event.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { runJob } from '../../../../test/support/import-text.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { meanwhile } from '../../../../test/support/meanwhile.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { findFrozenText, listLines, lookUpDraft } from './queries.ts'
import { seenOf } from './report.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let camille: SignedIn
let member: SignedIn
/** Two ties of one French authority with an account: with a Korean one that has a contact, and one that has neither. */
let ties: Awaited<ReturnType<typeof buildCooperation>>[]
let office: string

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

beforeEach(async () => {
  testApp.clock.moveTo('2026-12-02T09:00:00Z')
  const { context } = testApp
  network = await buildNetwork(context)
  office = `office@${network.slug}.example`
  const first = await buildCooperation(context, network.id)
  const [fr, kr] = first.parties
  if (!fr || !kr) throw new Error('A tie has two parties')
  const other = await buildCooperation(context, network.id, { listed: false })
  const second = await buildCooperation(context, network.id, { parties: [fr, ...other.parties.slice(1)] })
  ties = [first, second]
  await buildContact(context, network, kr.id, { email: office, languages: ['ko'], residence: 'KR' })
  const at = { networkId: network.id, organisationIds: [fr.id] }
  camille = await signIn(testApp, { role: 'coordinator', ...at })
  member = await signIn(testApp, { role: 'member', ...at })
})

const at = (rest = '') => `/fr/${network.slug}/reports${rest}`
const draftOf = () => lookUpDraft(testApp.context, network.id)
const party = (index: number, tie = 0) => ties[tie]?.parties[index]
const ownLines = () => at(`/draft/lines/${party(0)?.slug}`)
const anybody = () => browserOf(testApp)

const press = async (step: string, more: Record<string, string> = {}) =>
  camille.post(at(`/draft/${step}`), { seen: seenOf(await draftOf()), ...more })

async function ask(until = '2026-12-22') {
  if ((await draftOf()) === null) await press('gather', { from: '2016-01-01', to: '2026-12-02' })
  expect((await press('ask', { until })).statusCode).toBe(303)
}
const mails = async () => (await readMailbox(testApp)).filter(({ to }) => to === office)
const linkOf = async () => new URL((await lastMailTo(testApp, office))?.links[0] ?? '').pathname
async function saidBy(index: number) {
  const lines = await listLines(testApp.context, (await draftOf())?.id ?? '')
  const line = lines.find(({ organisationId }) => organisationId === party(index)?.id)
  return line && [line.stance, line.words, line.wordsLanguage, line.saidAs]
}

it('authorities of listed ties are asked once, by account or by one mail in their language; who has neither is said', async () => {
  await press('gather', { from: '2016-01-01', to: '2026-12-02' })
  for (const until of ['2026-12-02', '2027-09-01', 'bientôt'])
    expect((await press('ask', { until })).statusCode).toBe(422)
  await ask()
  expect((await mails()).map(({ kind, language }) => [kind, language])).toEqual([['reports.lines', 'ko']])
  const page = pageWords((await camille.get(at('/draft'))).body)
  expect(page).toContain('0 réponses sur 2 ;')
  expect(page).not.toContain('ne recevront pas d’autre message')
  expect(page).toContain('Demandé le 2 décembre 2026, par son compte')
  expect(page).toContain('Demandé le 2 décembre 2026, par courriel')
  expect(page).toContain('Pas interrogée')
  expect(page).not.toContain(office)
  expect(await toDoLinesOf(member, network.slug)).toEqual([`reports.line Lieu ${party(0)?.slug}`])
  await ask('2026-12-29')
  await ask('2026-12-30')
  expect((await mails()).map(({ subject }) => subject.includes('재요청'))).toEqual([false, true])
  expect(pageWords((await camille.get(at('/draft'))).body)).toContain('ne recevront pas d’autre message')
  await expectKeptLines(testApp)
})

it('a Korean reader without an account reads its own lines alone, and confirms them with one click', async () => {
  const [id, other] = ties.map((tie) => tie.id)
  const events = { when: '2026-03', state: 'planned', kind: 'meeting' } as const
  for (const [name, tie] of [
    ['무주 방문', id],
    ['Foire de Nantes', other],
  ] as const) {
    const event = await buildEvent(testApp, network, name, events)
    await sql`insert into agenda_event_cooperation (event_id, cooperation_id) values (${event}, ${tie})`.execute(
      testApp.context.database,
    )
  }
  await ask()
  const link = await linkOf()
  expect(link).toMatch(/^\/ko\//)
  const page = await anybody().get(link)
  expect([page.statusCode, page.headers['referrer-policy'], page.headers['cache-control']]).toEqual([
    200,
    'no-referrer',
    'private, no-store',
  ])
  expect(page.body).toContain(`Lieu ${party(0)?.slug}`)
  expect(page.body).toContain('무주 방문')
  expect(page.body).toContain('예정되었으나 이후 소식 없음')
  expect(page.body).not.toContain('Foire de Nantes')
  expect(page.body).not.toContain(`Lieu ${party(1, 1)?.slug}`)
  // What our rule makes of silence is called silence.
  expect(pageWords(page.body)).toContain('2017년 7월 7일 이후 소식 없음')
  expect(await saidBy(1)).toEqual([null, '', null, null])
  expect((await anybody().post(`${link}/answer`, { stance: 'confirmed' })).statusCode).toBe(303)
  expect(await saidBy(1)).toEqual(['confirmed', '', 'ko', ''])
  expect(await toDoLinesOf(camille, network.slug)).toContain('reports.answers n° 1')
  expect((await anybody().get(link.replace('/ko/', '/fr/'))).statusCode).toBe(200)
  expect((await anybody().get(`${link}x`)).statusCode).toBe(404)
})

it('an answer may be changed until its day is over; afterwards a page says so, and silence is published', async () => {
  await ask()
  const link = await linkOf()
  const wrong = await anybody().post(`${link}/answer`, { stance: 'disputed', words: ' ' })
  expect(wrong.statusCode).toBe(422)
  await anybody().post(`${link}/answer`, {
    stance: 'disputed',
    words: '2015년이 아니라 2016년입니다.',
    said_as: '국제협력과',
  })
  await anybody().post(`${link}/answer`, {
    stance: 'added',
    words: '2019년 방문이 빠졌습니다.',
    said_as: '국제협력과',
  })
  expect(await saidBy(1)).toEqual(['added', '2019년 방문이 빠졌습니다.', 'ko', '국제협력과'])
  const early = await press('freeze')
  expect([early.statusCode, pageWords(early.body)]).toEqual([
    422,
    expect.stringContaining('peuvent encore répondre'),
  ])
  testApp.clock.moveTo('2026-12-22T23:00:00Z')
  expect((await anybody().get(link)).statusCode).toBe(200)
  testApp.clock.moveTo('2026-12-23T00:00:00Z')
  for (const answer of [
    await anybody().get(link),
    await anybody().post(`${link}/answer`, { stance: 'confirmed' }),
  ])
    expect([answer.statusCode, pageWords(answer.body)]).toEqual([
      410,
      expect.stringContaining('2026년 12월 22일'),
    ])
  expect((await member.get(ownLines())).statusCode).toBe(410)
  expect((await camille.get(ownLines())).statusCode).toBe(200)
  expect((await press('freeze')).statusCode).toBe(303)
  const frozen = await findFrozenText(testApp.context, (await draftOf())?.id ?? '')
  const { lines } = JSON.parse(frozen?.text ?? '')
  const of = (id: string | undefined) => lines.find(({ bodyId }: { bodyId: string }) => bodyId === id)
  expect(of(party(1)?.id)).toMatchObject({
    askedOn: '2026-12-02',
    answeredOn: '2026-12-02',
    stance: 'added',
    words: { ko: '2019년 방문이 빠졌습니다.' },
  })
  expect(of(party(0)?.id)).toMatchObject({ askedOn: '2026-12-02', answeredOn: null, stance: null })
  expect(of(party(1, 1)?.id)).toMatchObject({ askedOn: null, answeredOn: null })
  expect(frozen?.text).not.toContain('국제협력과')
})

it('a member answers for its own authority with its account; nobody else reads its lines, and no coordinator answers for it', async () => {
  await ask()
  const stranger = await signIn(testApp, {
    role: 'member',
    networkId: network.id,
    organisationIds: [party(1)?.id ?? ''],
  })
  const reader = await signIn(testApp, { role: 'reader', networkId: network.id })
  for (const other of [anybody(), reader, stranger])
    for (const query of ['', '?now=2027-01-01'])
      expect((await other.get(ownLines() + query)).statusCode).toBe(404)
  expect((await member.get(at('/draft'))).statusCode).toBe(404)
  const page = await member.get(ownLines())
  expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'private, no-store'])
  expect((await camille.get(ownLines())).statusCode).toBe(200)
  for (const other of [anybody(), reader, stranger, camille])
    expect((await other.post(`${ownLines()}/answer`, { stance: 'confirmed' })).statusCode).toBe(404)
  expect(await saidBy(0)).toEqual([null, '', null, null])
  const words = { stance: 'added', words: 'La visite de mai manque.' }
  expect((await member.post(`${ownLines()}/answer`, words)).statusCode).toBe(303)
  expect(await saidBy(0)).toEqual(['added', 'La visite de mai manque.', 'fr', ''])
  expect(await toDoLinesOf(member, network.slug)).toEqual([])
  expect(pageWords((await camille.get(at('/draft'))).body)).toContain('La visite de mai manque.')
})

it('what an authority answers while the facts are frozen is not lost: the freeze is refused', async () => {
  await ask()
  const link = await linkOf()
  await member.post(`${ownLines()}/answer`, { stance: 'confirmed' })
  await anybody().post(`${link}/answer`, { stance: 'confirmed' })
  const seen = seenOf(await draftOf())
  const { database } = testApp.context
  const { transaction } = database
  let begun = 0
  // Between the snapshot and the transaction that keeps it.
  database.transaction = () => {
    begun++
    const builder = transaction()
    const execute = builder.execute.bind(builder)
    if (begun === 2) {
      database.transaction = transaction
      builder.execute = async (work) => {
        await anybody().post(`${link}/answer`, { stance: 'disputed', words: '틀렸습니다.' })
        return execute(work)
      }
    }
    return builder
  }
  const answer = await camille.post(at('/draft/freeze'), { seen })
  expect([begun, answer.statusCode]).toEqual([2, 422])
  expect(pageWords(answer.body)).toContain('ses lignes ont changé entre-temps')
  expect((await draftOf())?.digest).toBeNull()
  expect((await press('freeze')).statusCode).toBe(303)
  // And the other way round: who answers a moment after the freeze is told.
  expect((await anybody().post(`${link}/answer`, { stance: 'confirmed' })).statusCode).toBe(410)
})

it('an answer that meets the freeze is told that it came too late', async () => {
  await ask()
  const link = await linkOf()
  await member.post(`${ownLines()}/answer`, { stance: 'confirmed' })
  await anybody().post(`${link}/answer`, { stance: 'confirmed' })
  const late = await meanwhile(
    testApp,
    () => press('freeze'),
    () => anybody().post(`${link}/answer`, { stance: 'disputed', words: '틀렸습니다.' }),
  )
  expect(late.statusCode).toBe(410)
  expect((await saidBy(1))?.[0]).toBe('confirmed')
})

it('the address goes at the wish of the office, with its mails, and sixty days after publication; answers stay', async () => {
  const kept = async () =>
    (await sql`select 1 from reports_line where address = ${office}`.execute(testApp.context.database)).rows
      .length
  await ask()
  await anybody().post(`${await linkOf()}/answer`, { stance: 'confirmed' })
  const link = await linkOf()
  expect((await anybody().post(`${link}/erasure`)).statusCode).toBe(200)
  expect(await kept()).toBe(1)
  expect((await anybody().post(`${link}/erasure`, { sure: 'yes' })).statusCode).toBe(200)
  expect([await kept(), (await mails()).length, (await anybody().get(link)).statusCode]).toEqual([0, 0, 404])
  expect((await saidBy(1))?.[0]).toBe('confirmed')
  await press('removal')
  await ask()
  testApp.clock.moveTo('2026-12-30T09:00:00Z')
  await press('freeze')
  await runJob(testApp, 'reports.draw')
  await press('sign')
  const seoul = await signIn(testApp, {
    role: 'chair',
    networkId: network.id,
    organisationIds: [party(1)?.id ?? ''],
  })
  await seoul.post(at('/draft/sign'), { seen: seenOf(await draftOf()) })
  expect((await press('publish')).headers.location).toBe(at('/1'))
  testApp.clock.advance({ hours: 24 * 59 })
  await runJob(testApp, 'reports.forget')
  expect(await kept()).toBe(1)
  testApp.clock.advance({ hours: 24 * 2 })
  await runJob(testApp, 'reports.forget')
  expect(await kept()).toBe(0)
})

it('a contact that is erased is forgotten where it was asked, and named in no answer', async () => {
  await ask()
  await anybody().post(`${await linkOf()}/answer`, {
    stance: 'added',
    words: 'Demandez à Solange Kerbihan.',
    said_as: 'Solange Kerbihan',
  })
  const { context, application } = testApp
  const subject = { personId: null, names: ['Solange Kerbihan'], addresses: [office] }
  const read = await Promise.all(application.personalData.map((part) => part.collect(context, subject)))
  expect(read.flat().find(({ section }) => section === 'reportLines')?.records).toMatchObject([
    { address: office },
  ])
  await context.database.transaction().execute(async (database) => {
    for (const part of application.personalData) await part.erase({ ...context, database }, subject)
  })
  const { rows } = await sql<{ row: string }>`select l::text as row from reports_line l`.execute(
    context.database,
  )
  expect(rows.filter(({ row }) => /Kerbihan/.test(row) || row.includes(office))).toEqual([])
  expect((await saidBy(1))?.[0]).toBe('added')
})
