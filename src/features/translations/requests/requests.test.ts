import { afterAll, beforeAll, expect, test } from 'vitest'
import { askButtons, askForAll, askWords, listRequests } from '../../../../test/support/asked-translations.ts'
import { buildTexts, original, textIdOf } from '../../../../test/support/build-texts.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, type SignInOptions, signIn } from '../../../../test/support/sign-in.ts'
import { expectKeptLines, toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import {
  openTranslationProvider,
  type TranslationProvider,
} from '../../../../test/support/translation-provider.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { reindexTexts, saveTranslation } from '../index.ts'
import { translationJobs } from '../jobs.ts'
import { eraseFromTranslations } from '../personal-data.commands.ts'
import { listTranslationData } from '../personal-data.queries.ts'

let testApp: TestApp
let provider: TranslationProvider
beforeAll(async () => {
  provider = await openTranslationProvider()
  testApp = await openTestApp({ directory: 'none', settings: { TRANSLATION_URL: provider.url } })
})
afterAll(async () => {
  await testApp.close()
  await provider.close()
})

type Summaries = Parameters<typeof buildTexts> extends [TestApp, ...infer Given] ? Given : never

/** A group of ties with these summaries; the first one’s pages, and people in it. */
async function openGroup(...summaries: Summaries) {
  const { network, ties } = await buildTexts(testApp, ...summaries)
  const [tie] = ties
  const page = (language: string) => `/${language}/${network.slug}/cooperations/${tie?.slug}`
  const join = (options: SignInOptions = {}) =>
    signIn(testApp, { role: 'member', networkId: network.id, language: 'ko', ...options })
  const write = (language: string, text: string | null, tieId = tie?.id ?? '') =>
    saveTranslation(testApp.context, testApp.application.textOwners, {
      networkId: network.id,
      recordKind: 'cooperation',
      recordId: tieId,
      path: 'summary',
      language,
      passage: text === null ? null : { text, state: 'reviewed' },
      madeFrom: null,
    })
  return { network, tie, ties, page, join, write, slug: network.slug }
}

const wanted = async (browser: Pick<SignedIn, 'get'>, slug: string) =>
  (await toDoLinesOf(browser, slug)).filter((line) => line.startsWith('translations.wanted'))
const tell = async () => {
  testApp.clock.advance({ minutes: 15 })
  for (const job of translationJobs(testApp.application)) await job.run(null)
}
const newsTo = async ({ address }: SignedIn) =>
  (await readMailbox(testApp)).filter(({ to, kind }) => to === address && kind === 'translations.ready')

test('a visitor’s page is the same before and after', async () => {
  const { page, join } = await openGroup(original('Une foire'))
  const visitor = browserOf(testApp)
  const { body } = await visitor.get(page('ko'))
  expect(askButtons(body)).toEqual([])
  expect(body).not.toContain('data-ask')
  expect(await askForAll(await join(), page('ko'))).toBe(1)
  expect((await visitor.get(page('ko'))).body).toBe(body)
})

test('each who asks is counted, and may take it back', async () => {
  const { page, join, network } = await openGroup(original('Une foire'))
  const [one, other] = [await join(), await join({ role: 'reader' })]
  await askForAll(one, page('ko'))
  await askForAll(one, page('ko'))
  await askForAll(other, page('ko'))
  const { body } = await one.get(page('ko'))
  expect(askWords(body)[0]).toContain('2명 대기 중')
  const [{ value = '' } = {}] = askButtons(body)
  const back = page('ko')
  const ended = await one.post(`/ko/${network.slug}/translations/requests`, { end: value, back })
  expect(ended.headers.location).toMatch(new RegExp(`^${back}#ask-`))
  expect(await listRequests(testApp, network.id)).toHaveLength(1)
  const elsewhere = await one.post(`/ko/${network.slug}/translations/requests`, {
    end: value,
    back: '//evil.example',
  })
  expect(String(elsewhere.headers.location)).toMatch(/^\/ko\/[^/]+#ask-/)
})

test('nothing is asked of a text that one may not see, that is there, or in a language of no use', async () => {
  const { network, tie, join, write, slug } = await openGroup(original('Une foire'))
  const ask = (browser: Pick<SignedIn, 'post'>, language: string) =>
    browser.post(`/fr/${slug}/translations/requests`, {
      ask: `cooperation/${tie?.id}/summary/${language}`,
      back: '/fr',
    })
  const member = await join()
  expect((await ask(browserOf(testApp), 'ko')).statusCode).toBe(404)
  expect((await ask(await signIn(testApp), 'ko')).statusCode).toBe(404)
  expect((await ask(member, 'de')).statusCode).toBe(404)
  expect((await member.post(`/fr/${slug}/translations/requests`, { ask: 'x', back: '/fr' })).statusCode).toBe(
    404,
  )
  await write('ko', '박람회')
  expect((await ask(member, 'ko')).statusCode).toBe(303)
  expect(await listRequests(testApp, network.id)).toEqual([])
})

test('who said which languages they read is offered, and read to, accordingly', async () => {
  const { page, join } = await openGroup(original('Une foire'))
  const person = await join()
  const account = { name: 'Minji', language: 'ko', reads: ['ko', 'fr'] }
  expect((await person.post('/ko/account/profile', account)).statusCode).toBe(303)
  expect((await fieldsOf(person, '/ko/account')).reads).toEqual(['ko', 'fr'])
  expect(askButtons((await person.get(page('ko'))).body)).toEqual([])
  await person.post('/ko/account/profile', { ...account, reads: 'de' })
  const { body } = await person.get(page('ko'))
  expect(askButtons(body)).toEqual([])
  expect(pageWords(body)).toContain('이 그룹의 사용 언어: 프랑스어, 한국어, 영어.')
  await person.post('/ko/account/profile', { name: 'Minji', language: 'ko' })
  expect(askButtons((await person.get(page('ko'))).body)).toHaveLength(1)
})

test('a machine translates at once where a translator wants it, marked, and tells the others who waited', async () => {
  const { page, join, tie } = await openGroup(original('Une foire'))
  const [reader, member] = [await join({ role: 'reader' }), await join()]
  await askForAll(reader, page('ko'))
  expect((await reader.get(page('ko'))).body).not.toContain('/machine/now')
  const { body } = await member.get(page('ko'))
  const action = /formaction="([^"]*\/machine\/now)"/.exec(body)?.[1] ?? ''
  expect(action).toContain(await textIdOf(testApp, tie?.id))
  const made = await member.post(action, { back: page('ko') })
  expect([made.statusCode, made.headers.location]).toEqual([303, page('ko')])
  const after = (await member.get(page('ko'))).body
  expect(pageWords(after)).toContain('[fr>ko] Une foire 기계 번역')
  expect(askButtons(after)).toEqual([])
  await tell()
  expect((await newsTo(reader)).map(({ text }) => text.includes('기계 번역이며'))).toEqual([true])
  expect(await newsTo(member)).toEqual([])
})

test('a service that fails says so, and nothing is written', async () => {
  const { join, tie, network, slug } = await openGroup(original('Une foire'))
  provider.misbehaves = 500
  const member = await join()
  const way = `/fr/${slug}/translations/${await textIdOf(testApp, tie?.id)}/machine/now`
  expect((await member.post(way, { back: '/fr' })).statusCode).toBe(502)
  provider.misbehaves = null
  expect(await listRequests(testApp, network.id)).toEqual([])
})

test('what a translation is waited for waits on while its original changes', async () => {
  const { page, join, write, network, slug } = await openGroup(original('Une foire'))
  const coordinator = await join({ role: 'coordinator' })
  const person = await join({ role: 'reader' })
  await askForAll(person, page('ko'))
  await write('fr', 'Une foire, en mai')
  expect(await wanted(coordinator, slug)).toHaveLength(1)
  await write('ko', '오월 박람회')
  expect(await wanted(coordinator, slug)).toEqual([])
  await write('fr', 'Une foire, en juin')
  expect(await wanted(coordinator, slug)).toHaveLength(1)
  await tell()
  expect(await newsTo(person)).toEqual([])
  await write('ko', '유월 박람회')
  await tell()
  await tell()
  expect(await newsTo(person)).toHaveLength(1)
  expect(await listRequests(testApp, network.id)).toEqual([])
})

test('many texts that come at once are told in one mail, and of none to who has left', async () => {
  const { ties, page, join, slug } = await openGroup(original('Un'), original('Deux'), original('Trois'))
  const [stays, leaves, coordinator] = [await join(), await join(), await join({ role: 'coordinator' })]
  for (const tie of ties)
    for (const person of [stays, leaves]) await askForAll(person, `/ko/${slug}/cooperations/${tie.slug}`)
  expect(await wanted(coordinator, slug)).toHaveLength(3)
  await coordinator.post(`/fr/${slug}/translations/batches`, { language: 'ko' })
  for (const job of translationJobs(testApp.application)) await job.run(null)
  await testApp.context.database
    .updateTable('people_role')
    .set({ ends_at: testApp.clock.now().toString() })
    .where('person_id', '=', leaves.personId)
    .execute()
  await tell()
  const [mail, ...others] = await newsTo(stays)
  expect([mail?.links.filter((link) => link.includes('/cooperations/')).length, others]).toEqual([3, []])
  expect(await newsTo(leaves)).toEqual([])
  expect(await wanted(coordinator, slug)).toEqual([])
  expect(page('ko')).toContain(slug)
})

test('what is asked for comes first in the queue, the oldest request first', async () => {
  const { ties, join, slug } = await openGroup(original('Un'), original('Deux'), original('Trois'))
  const person = await join()
  for (const tie of [ties[2], ties[1]]) {
    await askForAll(person, `/ko/${slug}/cooperations/${tie?.slug}`)
    testApp.clock.advance({ hours: 1 })
  }
  const { body } = await person.get(`/fr/${slug}/translations?language=ko`)
  expect(body.match(/(Un|Deux|Trois)(?=<\/a>)/g)).toEqual(['Trois', 'Deux', 'Un'])
})

test('it waits for the secretariat, and for the members who said that they read both languages', async () => {
  const { page, join, slug } = await openGroup(original('Une foire'))
  const [coordinator, both, one] = [await join({ role: 'coordinator' }), await join(), await join()]
  await askForAll(one, page('ko'))
  const seen = async () =>
    (await Promise.all([coordinator, both, one].map((each) => wanted(each, slug)))).map(
      ({ length }) => length,
    )
  expect(await seen()).toEqual([1, 0, 0])
  await both.post('/ko/account/profile', { name: 'Minji', language: 'ko', reads: ['ko', 'fr'] })
  expect(await seen()).toEqual([1, 1, 0])
  await expectKeptLines(testApp)
})

test('a text that leaves the index takes its requests and its line along', async () => {
  const { page, join, tie, network, slug } = await openGroup(original('Une foire'))
  const coordinator = await join({ role: 'coordinator' })
  await askForAll(await join(), page('ko'))
  await testApp.context.database
    .updateTable('registry_cooperation')
    .set({ summary: '{}' })
    .where('cooperation_id', '=', tie?.id ?? '')
    .execute()
  await inTransaction(testApp.context, (inside) =>
    reindexTexts(inside, testApp.application.textOwners, network.id, [
      { kind: 'cooperation', id: tie?.id ?? '' },
    ]),
  )
  expect(await listRequests(testApp, network.id)).toEqual([])
  expect(await wanted(coordinator, slug)).toEqual([])
})

test('a person’s requests are read out to them, and erased', async () => {
  const { page, join, network } = await openGroup(original('Une foire'))
  const { personId, ...browser } = await join()
  await askForAll(browser, page('ko'))
  const subject = { personId, names: [], addresses: [] }
  const [section] = await listTranslationData(testApp.context, subject)
  expect(section).toMatchObject({
    section: 'translationRequests',
    records: [{ language: 'ko', network: network.slug }],
  })
  await eraseFromTranslations(testApp.context, subject)
  expect(await listRequests(testApp, network.id)).toEqual([])
})
