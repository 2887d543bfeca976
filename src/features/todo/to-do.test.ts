import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../test/support/expectation-fixture.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../test/support/to-do-lines.ts'

let testApp: TestApp
let fixture: ExpectationFixture
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  fixture = await buildExpectationFixture(testApp)
})

const place = () => `/fr/${fixture.network.slug}/to-do`
const linesOf = async (browser: Pick<SignedIn, 'get'>) =>
  (await toDoLinesOf(browser, fixture.network.slug)).map((line) => line.slice(line.indexOf(' ') + 1))
const countOf = async (browser: Pick<SignedIn, 'get'>) =>
  /class="waiting" href="[^"]*">À faire \((\d+\+?)\)/.exec(
    (await browser.get(`/fr/${fixture.network.slug}`)).body,
  )?.[1] ?? null

test('an expectation waits for the one asked, with who waits and since when, until it is answered', async () => {
  expect([await linesOf(fixture.member), await countOf(fixture.member)]).toEqual([[], null])
  // The way there stays; who has no role in the group has none.
  const home = `/fr/${fixture.network.slug}`
  const way = `href="${home}/to-do">À faire</a>`
  expect((await fixture.member.get(home)).body).toContain(way)
  expect((await fixture.anybody().get(home)).body).not.toContain('/to-do')
  const path = await fixture.state()
  const title = fixture.lastTitle()
  expect(await linesOf(fixture.member)).toEqual([title])
  const { body } = await fixture.member.get(place())
  expect(body).toContain(`href="${path}"`)
  expect(pageWords(body)).toMatch(/Une attente sans votre réponse.*가나시|Gana/)
  expect(await countOf(fixture.member)).toBe('1')
  // Nobody else sees it.
  for (const other of [fixture.askers, fixture.ableMember, await fixture.coordinate()])
    expect(await linesOf(other)).toEqual([])
  await fixture.answer(
    path,
    fixture.asked,
    { answer: 'yes', 'words.fr.text': 'Volontiers.', language: 'fr' },
    fixture.member,
  )
  expect([await linesOf(fixture.member), await countOf(fixture.member)]).toEqual([[], null])
})

test('what is late comes first, then what is due, then what somebody waits for', async () => {
  await fixture.state()
  await fixture.state({ deadline: '2026-12-20' })
  await fixture.state({ deadline: '2026-11-20' })
  const [, , first = ''] = [0, 0, fixture.lastTitle()]
  expect((await linesOf(fixture.member))[0]).toBe(first)
  testApp.clock.moveTo('2026-12-21T09:00:00Z')
  const later = await signIn(testApp, {
    role: 'member',
    networkId: fixture.network.id,
    organisationIds: [fixture.asked.id],
  })
  expect(pageWords((await later.get(place())).body)).toContain('en retard')
})

test('“later” hides a line from one person until the day, and from nobody else', async () => {
  const path = await fixture.state()
  const [{ id: record } = { id: '' }] = await testApp.context.database
    .selectFrom('partners_expectation')
    .select('expectation_id as id')
    .where('network_id', '=', fixture.network.id)
    .execute()
  const colleague = await signIn(testApp, {
    role: 'member',
    networkId: fixture.network.id,
    organisationIds: [fixture.asked.id],
  })
  const later = { kind: 'partners.answer', record, wait: 'week' }
  expect((await fixture.member.post(`${place()}/later`, later)).statusCode).toBe(303)
  expect([await linesOf(fixture.member), await countOf(fixture.member)]).toEqual([[], null])
  expect(await linesOf(colleague)).toHaveLength(1)
  testApp.clock.advance({ hours: 24 * 8 })
  const back = await signIn(testApp, {
    role: 'member',
    networkId: fixture.network.id,
    organisationIds: [fixture.asked.id],
  })
  expect(await linesOf(back)).toHaveLength(1)
  // Somebody else does it meanwhile: the line is gone, and a "later" for it does no harm.
  await fixture.refuse(path)
  expect((await back.post(`${place()}/later`, later)).statusCode).toBe(303)
  expect(await linesOf(back)).toEqual([])
})

test('it is a page of people with a role in the group; a later for something that is no line is refused', async () => {
  expect((await browserOf(testApp).get(place())).statusCode).not.toBe(200)
  expect((await (await signIn(testApp)).get(place())).statusCode).toBe(404)
  for (const wrong of [
    { kind: 'no.such', record: fixture.network.id, wait: 'week' },
    { kind: 'partners.answer', record: 'x', wait: 'week' },
    { kind: 'partners.answer', record: fixture.network.id, wait: 'forever' },
  ])
    expect((await fixture.member.post(`${place()}/later`, wrong)).statusCode).toBe(422)
})

test('the lines kept with each activity are those that a night writes from nothing', async () => {
  const path = await fixture.state()
  await fixture.state({ deadline: '2027-03-24' })
  await fixture.refuse(path)
  await expectKeptLines(testApp)
  await sql`delete from todo_line`.execute(testApp.context.database)
  await expect(expectKeptLines(testApp)).rejects.toThrow()
})
