import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { writeBrief } from '../items/commands.ts'
import { type BriefDocument, emptyBrief, emptyItem } from '../items/document.ts'
import { briefJobs } from '../jobs.ts'

let testApp: TestApp
let network: { id: string; slug: string }
let coordinator: SignedIn
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', now: '2026-12-02T09:00:00Z' })
})
afterAll(() => testApp.close())

const told = (text: string, more: Partial<BriefDocument['items'][string]> = {}) => ({
  ...emptyItem,
  text: { fr: { text, state: 'original' as const } },
  source: 'Code',
  asOf: '2026-01-01',
  checkedOn: '2026-11-01',
  checkedBy: 'secrétariat',
  ...more,
})
/** Of a country of which nothing was written but two items: one that somebody checked, one that nobody did. */
const usual = { head: told('Un maire.'), term: told('Six ans.', { checkedOn: null, checkedBy: '' }) }

// Japan: no release says anything of it.
async function write(items: BriefDocument['items'], before = emptyBrief) {
  const after = { items, networks: {} }
  await writeBrief(testApp.context, { country: 'JP', networkId: network.id, before, after })
  return after
}

beforeEach(async () => {
  await sql`delete from briefs_item where country = 'JP'`.execute(testApp.context.database)
  network = await buildNetwork(testApp.context, { countries: ['FR', 'JP'] })
  coordinator = await signIn(testApp, { role: 'coordinator', networkId: network.id, name: 'Camille' })
  await write(usual)
})

const brief = () => `/fr/${network.slug}/brief/jp`
const office = () => `service@${network.slug}.example`
const anybody = () => browserOf(testApp)

async function ask(): Promise<string> {
  const form = { address: office(), language: 'ko', words: 'Merci d’avance.' }
  const sent = await coordinator.post(`${brief()}/questions`, form)
  expect(sent.statusCode).toBe(303)
  return new URL((await lastMailTo(testApp, office()))?.links[0] ?? '').pathname
}

/** The address of the suggestion that waits. */
async function waiting(): Promise<string[]> {
  const { body } = await coordinator.get(`/fr/${network.slug}/contributions`)
  return [...new Set(body.match(/\/fr\/[^/"]+\/contributions\/[0-9a-f-]{36}/g))]
}

const answer = (link: string, said: Record<string, string>) => anybody().post(`${link}/answers`, said)
const stateOf = async (key: string) =>
  /** What the page about questions says of an item. */
  pageWords((await coordinator.get(`${brief()}/questions`)).body).includes(key)

test('what is missing or was never checked is listed with its present words, for those who may change it', async () => {
  const { body } = await coordinator.get(brief())
  expect(body).toContain(`href="${brief()}/questions"`)
  const words = pageWords((await coordinator.get(`${brief()}/questions`)).body)
  expect(words).toContain('39 rubriques sur 40')
  expect(words).toContain('Six ans.')
  expect(words).not.toContain('Un maire.')
  const member = await signIn(testApp, { role: 'member', networkId: network.id })
  expect((await member.get(brief())).body).not.toContain('/questions')
  for (const other of [member, anybody()])
    expect((await other.get(`${brief()}/questions`)).statusCode).toBe(404)
})

test('an office gets one mail in its language, answers without an account, and nothing is published before it is accepted', async () => {
  const link = await ask()
  const mails = (await readMailbox(testApp)).filter(({ to }) => to === office())
  expect(mails.map(({ kind, language }) => [kind, language])).toEqual([['briefs.questions', 'ko']])
  expect(mails[0]?.text).toContain('Merci d’avance.')
  const page = await anybody().get(link)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Six ans.')
  expect(page.body).toContain(`href="${link.replace('/ko/', '/fr/')}"`)
  const sent = await answer(link, {
    'said.term.day': '2026-11-30',
    'said.sessions.text': '매년 4회 열립니다.',
    'said.sessions.source': '지방자치법',
    'said.sessions.day': '2026-01-02',
  })
  expect(sent.statusCode).toBe(303)
  expect((await anybody().get(link)).body).toContain('매년 4회 열립니다.')
  expect((await coordinator.get(`/ko${brief().slice(3)}`)).body).not.toContain('매년 4회 열립니다.')
  expect(await toDoLinesOf(coordinator, network.slug)).toContainEqual(
    expect.stringMatching(/^contributions\.suggestion/),
  )
  expect(await waiting()).toHaveLength(2)
  for (const place of await waiting()) {
    const decision = { decision: 'accepted', because: '' }
    expect((await coordinator.post(`${place}/decision`, decision)).statusCode).toBe(303)
  }
  expect((await coordinator.get(`/ko${brief().slice(3)}`)).body).toContain('매년 4회 열립니다.')
  expect([await stateOf('Six ans.'), await stateOf('37 rubriques sur 40')]).toEqual([false, true])
  expect(await stateOf('2 rubriques répondues')).toBe(true)
  expect((await readMailbox(testApp)).filter(({ to }) => to === office())).toHaveLength(1)
  await expectKeptLines(testApp)
})

test('sent again, an answer takes the place of the one before, until it was decided', async () => {
  const link = await ask()
  await answer(link, { 'said.sessions.text': '연 3회입니다.' })
  await answer(link, { 'said.sessions.text': '연 4회입니다.' })
  const [place = '', ...others] = await waiting()
  expect(others).toEqual([])
  await coordinator.post(`${place}/decision`, { decision: 'declined', because: 'Sans source' })
  const declined = await anybody().get(link)
  expect(declined.body).toContain('Sans source')
  expect((await lastMailTo(testApp, office()))?.text).toContain('Sans source')
})

test('what is wrong is said beside its field, and nothing typed is lost', async () => {
  const link = await ask()
  const wrong = await answer(link, {
    'said.term.source': 'Loi de 2025',
    'said.head.text': 'x'.repeat(601),
    'said.sessions.day': 'bientôt',
    'said.notice.day': '2026-01-01',
    'said.quorum.text': 'La moitié.',
  })
  expect(wrong.statusCode).toBe(422)
  const invalid = [...wrong.body.matchAll(/name="(said[^"]*)"[^>]*aria-invalid="true"/g)].map(
    ([, name]) => name,
  )
  expect(invalid.toSorted()).toEqual([
    'said.head.text',
    'said.notice.text',
    'said.sessions.day',
    'said.sessions.text',
    'said.term.day',
  ])
  for (const typed of ['Loi de 2025', 'bientôt', 'La moitié.', 'x'.repeat(601)])
    expect(wrong.body).toContain(typed)
  expect((await answer(link, { 'said.term.text': ' ' })).statusCode).toBe(422)
  expect(await waiting()).toEqual([])
})

test('a link that was withdrawn, has ended or asks nothing any more says so politely', async () => {
  const withdrawn = await ask()
  const [action = ''] =
    (await coordinator.get(`${brief()}/questions`)).body.match(/[^"]*\/withdrawal(?=")/) ?? []
  expect((await coordinator.post(action)).statusCode).toBe(303)
  const gone = await anybody().get(withdrawn)
  expect([gone.statusCode, gone.body.includes('철회')]).toEqual([410, true])
  expect((await answer(withdrawn, { 'said.term.text': 'Sept ans.' })).statusCode).toBe(410)
  const link = await ask()
  const items = (await coordinator.get(`${brief()}.json`)).json().sections
  const keys: string[] = items.flatMap(({ items: own }: { items: { key: string }[] }) =>
    own.map(({ key }) => key),
  )
  await write(Object.fromEntries(keys.map((key) => [key, told(key)])))
  expect(pageWords((await anybody().get(link)).body)).toContain('모든 항목이 확인되어')
  testApp.clock.advance({ hours: 24 * 61 })
  expect((await anybody().get(link)).statusCode).toBe(410)
})

test('the address goes at the wish of the office, and sixty days after the link has ended', async () => {
  const names = async () => {
    const { rows } = await sql<{ asked: number; suggested: number }>`
      select (select count(*)::int from briefs_question where address = ${office()}) as asked,
        (select count(*)::int from contributions_suggestion where sender_address = ${office()}) as suggested
    `.execute(testApp.context.database)
    return [rows[0]?.asked, rows[0]?.suggested]
  }
  const link = await ask()
  await answer(link, { 'said.sessions.text': '연 4회입니다.' })
  expect(await names()).toEqual([1, 1])
  expect((await anybody().post(`${link}/erasure`, { sure: 'yes' })).statusCode).toBe(200)
  expect([await names(), (await anybody().get(link)).statusCode]).toEqual([[0, 0], 404])
  expect(await lastMailTo(testApp, office())).toBeUndefined()
  await answer(await ask(), { 'said.sessions.text': '연 4회입니다.' })
  const forget = async () => {
    for (const job of briefJobs(testApp.application)) await job.run(null)
  }
  testApp.clock.advance({ hours: 24 * 119 })
  await forget()
  expect(await names()).toEqual([1, 1])
  testApp.clock.advance({ hours: 24 * 2 })
  await forget()
  expect(await names()).toEqual([0, 0])
})

test('a brief with something out of date or never checked stands in To do, until all of it is checked', async () => {
  const lines = async () =>
    (await toDoLinesOf(coordinator, network.slug)).filter((line) => /^briefs/.test(line))
  expect(await lines()).toEqual(['briefs.items Japon'])
  const { body } = await coordinator.get(`/fr/${network.slug}/to-do`)
  expect(body).toContain(`href="${brief()}/edit"`)
  expect(pageWords(body)).toContain('une rubrique périmée ou jamais vérifiée')
  const checked = { head: told('Un maire.'), term: told('Six ans.') }
  await write(checked, { items: usual, networks: {} })
  expect(await lines()).toEqual([])
  await expectKeptLines(testApp)
})

test('time alone brings it back: after a year on the shelf, or its last day', async () => {
  const shownOn = async (items: BriefDocument['items']) => {
    await sql`delete from briefs_item where country = 'JP'`.execute(testApp.context.database)
    await write(items)
    const { rows } = await sql<{ on: string }>`
      select shows_on::text as on from todo_line where network_id = ${network.id} and kind = 'briefs.items' and path like '%/jp/%'
    `.execute(testApp.context.database)
    return rows.map(({ on }) => on)
  }
  expect(await shownOn({ head: told('Un maire.') })).toEqual(['2027-11-02'])
  expect(await shownOn({ head: told('Un maire.', { validUntil: '2027-03-31' }) })).toEqual(['2027-04-01'])
  expect(await shownOn({ last_election: told('2026.') })).toEqual([])
})
