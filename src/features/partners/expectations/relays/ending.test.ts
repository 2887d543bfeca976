import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../../test/support/expectation-fixture.ts'
import { minji } from '../../../../../test/support/expectations.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { lastMailTo, readMailbox } from '../../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn
let other: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
  other = await fixture.coordinate()
})
afterAll(() => testApp.close())

const venez = { answer: 'yes', 'words.fr.text': 'Venez en mars.' }

/** A declined expectation that is put to the others, of which Bravo has said yes; returns its path. */
async function relay(given: Record<string, string> = {}, browser = fixture.askers): Promise<string> {
  const path = await fixture.state(given, browser)
  await fixture.refuse(path)
  expect((await coordinator.post(`${path}/relay`, { to: 'all' })).statusCode).toBe(303)
  return path
}
const page = (path: string) => `${path}/relay/closing`
const press = async (path: string, read: Record<string, string | string[]>, browser = coordinator) =>
  browser.post(page(path), read)
const repliesTo = async (address: string, title: string) =>
  (await readMailbox(testApp)).filter(
    ({ to, subject }) =>
      to === address && /Réponse groupée|종합 답변/.test(subject) && subject.endsWith(title),
  )

describe('the reply, before it goes out', () => {
  let path = ''
  beforeEach(async () => {
    path = await relay()
    await fixture.answer(path, fixture.able, venez, fixture.ableMember)
  })

  test('is read word for word, in each language of those who get it, with what is not translated and who comes too late', async () => {
    const own = await relay({ 'asker.name': '가나시', ...minji, language: 'ko' }, coordinator)
    await fixture.answer(own, fixture.able, venez, fixture.ableMember)
    const before = (await readMailbox(testApp)).length
    const { body } = await coordinator.get(page(own))
    const words = pageWords(body)
    expect(words).toContain('김민지 (Gana) – en coréen, avec un lien personnel')
    expect(body).not.toContain(minji.contactAddress)
    expect(words).toContain('Traduire la réponse : Bravo – pas encore en coréen')
    expect(words).toContain('Traduire le titre de l’attente – pas encore en coréen')
    expect(words).toContain('Un membre n’a pas répondu et ne pourra plus le faire : Charlie')
    expect((await readMailbox(testApp)).length).toBe(before)
    expect((await press(own, await fieldsOf(coordinator, page(own)))).headers.location).toBe(
      `${own}?done=replied`,
    )
    // What stood on the page is what was sent, but for the address of the link.
    const [, korean = ''] =
      /<div class="mail-body" lang="ko"[^>]*>([\s\S]*?)<\/div>\s*<\/section>/.exec(body) ?? []
    const sent = await lastMailTo(testApp, minji.contactAddress)
    expect(words).toContain(sent?.subject)
    const passages = korean.split(/<\/(?:p|h3|li|blockquote)>/).map(pageWords)
    const read = passages.filter((each) => each !== '' && !each.startsWith('['))
    expect(read.length).toBeGreaterThan(6)
    for (const passage of read) expect(sent?.text).toContain(passage)
  })

  test('is sent by nobody who has not been shown it', async () => {
    const unread = await press(path, {})
    expect([unread.statusCode, pageWords(unread.body)]).toEqual([
      422,
      expect.stringMatching(/Rien n’est parti : lisez d’abord.*Venez en mars\./),
    ])
    expect(await repliesTo(fixture.askers.address, fixture.lastTitle())).toEqual([])
    expect(pageWords((await coordinator.get(path)).body)).toContain('La diffusion est en cours')
  })

  test('that an answer changes meanwhile is not sent but shown anew, with whose it is', async () => {
    const read = await fieldsOf(coordinator, page(path))
    testApp.clock.advance({ minutes: 5 })
    const changed = { answer: 'partly', reason: 'size', 'words.fr.text': 'Deux jours seulement.' }
    await fixture.answer(path, fixture.able, changed, fixture.ableMember)
    const met = await press(path, read)
    expect(met.statusCode).toBe(409)
    expect(pageWords(met.body)).toMatch(
      /la réponse a changé depuis que vous l’avez lue.*arrivée ou modifiée depuis : Bravo\..*Deux jours seulement\./,
    )
    expect(await repliesTo(fixture.askers.address, fixture.lastTitle())).toEqual([])
    const [mark = ''] = /(?<=name="mark" value=")[^"]+/.exec(met.body) ?? []
    expect((await press(path, { mark })).headers.location).toBe(`${path}?done=replied`)
    const [reply, ...more] = await repliesTo(fixture.askers.address, fixture.lastTitle())
    expect([reply?.text.includes('Deux jours seulement.'), more]).toEqual([true, []])
  })

  test('that reads otherwise for a new title, or goes to somebody else, is shown anew', async () => {
    const read = await fieldsOf(coordinator, page(path))
    const fields = await fieldsOf(coordinator, `${path}/edit`)
    await coordinator.post(`${path}/edit`, { ...fields, 'title.fr.text': `${fixture.lastTitle()} bis` })
    expect((await press(path, read)).statusCode).toBe(409)
  })

  test('is sent once by two advisers at once, and by a second press', async () => {
    const mine = await fieldsOf(coordinator, page(path))
    const theirs = await fieldsOf(other, page(path))
    const both = await Promise.all([press(path, mine), press(path, theirs, other)])
    expect(both.map(({ headers }) => headers.location).toSorted()).toEqual([
      `${path}?done=replied`,
      `${path}?done=repliedBefore`,
    ])
    expect((await press(path, mine)).headers.location).toBe(`${path}?done=repliedBefore`)
    expect((await coordinator.get(page(path))).headers.location).toBe(`${path}?done=repliedBefore`)
    expect(pageWords((await coordinator.get(`${path}?done=repliedBefore`)).body)).toContain(
      'La réponse groupée est partie, une seule fois',
    )
    expect(await repliesTo(fixture.askers.address, fixture.lastTitle())).toHaveLength(1)
  })

  test('has gone by itself where the last answer came meanwhile: the press leads to it', async () => {
    const read = await fieldsOf(coordinator, page(path))
    await fixture.answer(path, fixture.quiet, { answer: 'no', reason: 'budget' }, coordinator)
    expect((await press(path, read)).headers.location).toBe(`${path}?done=repliedBefore`)
    expect(await repliesTo(fixture.askers.address, fixture.lastTitle())).toHaveLength(1)
  })

  test('is ended by the asker without being read, and seen by nobody else', async () => {
    const { body } = await fixture.askers.get(page(path))
    expect(pageWords(body)).toContain('Un membre n’a pas répondu et ne pourra plus le faire.')
    expect(body).not.toMatch(/Venez en mars|Bravo|Charlie/)
    for (const browser of [fixture.member, fixture.ableMember, fixture.anybody()]) {
      expect((await browser.get(page(path))).statusCode).toBe(404)
      expect((await browser.post(page(path))).statusCode).toBe(404)
    }
    const read = await fieldsOf(fixture.askers, page(path))
    expect((await press(path, read, fixture.askers)).headers.location).toBe(`${path}?done=replied`)
    const [reply] = await repliesTo(fixture.askers.address, fixture.lastTitle())
    expect(reply?.text).toContain('Venez en mars.')
  })
})

test('what was never put to others has no reply to send', async () => {
  const path = await fixture.state()
  expect((await coordinator.get(page(path))).statusCode).toBe(404)
  expect((await coordinator.post(page(path))).statusCode).toBe(404)
})

test('an asker whom nobody reaches reads the reply on the page, in the language that was asked for', async () => {
  const path = await relay({ 'asker.name': 'Delta', language: 'en' }, coordinator)
  expect(pageWords((await coordinator.get(page(path))).body)).toMatch(
    /Aucun courriel ne part pour Delta.*La réponse, telle que la page la dira \(en anglais\)/,
  )
})

test('closing it while it is put to others says that the reply goes out too', async () => {
  const path = await relay()
  const { body } = await coordinator.get(path)
  expect(pageWords(body)).toContain(
    'clore l’attente la termine aussi, et la réponse groupée part telle qu’elle est',
  )
  expect(body).toContain(`href="${page(path)}"`)
})
