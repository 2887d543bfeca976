import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import {
  as,
  buildTexts,
  hidden,
  original,
  post,
  summaryOf,
  textIdOf,
} from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { soonAfter } from '../../../../test/support/soon-after.ts'
import { testIdentity } from '../../../../test/support/test-identity.ts'
import {
  openTranslationProvider,
  type TranslationProvider,
} from '../../../../test/support/translation-provider.ts'
import { indexNetwork } from '../index.ts'
import { translationJobs } from '../jobs.ts'

let testApp: TestApp
let provider: TranslationProvider
beforeAll(async () => {
  provider = await openTranslationProvider()
  const settings = { TRANSLATION_URL: provider.url, TRANSLATION_KEY: 'the-secret-key' }
  testApp = await openTestApp({ directory: 'none', identify: testIdentity, settings })
})
afterAll(async () => {
  await testApp.close()
  await provider.close()
})
afterEach(() => {
  provider.misbehaves = null
  provider.requests = []
})

test('puts a machine’s words in the form, and stores them as such until somebody has read them', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'))
  const [tie] = ties
  const headers = as('member', network.id)
  const page = `${address}/${await textIdOf(testApp, tie?.id)}`
  const proposed = await post(testApp, `${page}/machine`, headers, { text: '내가 쓴 글', madeFrom: '' })
  expect(proposed.statusCode).toBe(200)
  expect(proposed.body).toContain('[fr>ko] Une foire</textarea>')
  expect(proposed.body).toContain('내가 쓴 글</blockquote>')
  expect(proposed.body).not.toContain('the-secret-key')
  expect((await summaryOf(testApp, tie?.id)).ko).toBeUndefined()
  const form = {
    text: '[fr>ko] Une foire\r\n',
    proposal: hidden(proposed.body, 'proposal'),
    madeFrom: hidden(proposed.body, 'madeFrom'),
  }
  await post(testApp, page, headers, form)
  expect((await summaryOf(testApp, tie?.id)).ko).toEqual({ text: '[fr>ko] Une foire', state: 'machine' })
  const { rows } = await sql<{ machine_by: string; machine_at: Date }>`
    select machine_by, machine_at from translations_text where record_id = ${tie?.id} and language = 'ko' and path = 'summary'
  `.execute(testApp.context.database)
  expect(rows).toEqual([{ machine_by: 'LibreTranslate', machine_at: soonAfter('2026-11-02T09:00:00Z') }])
})

test.for([
  ['박람회', undefined],
  ['[fr>ko] Une foire', 'yes'],
])('a machine’s words that come back as “%s” with the box at %s are reviewed', async ([text, reviewed]) => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'))
  const headers = as('member', network.id)
  const page = `${address}/${await textIdOf(testApp, ties[0]?.id)}`
  const { body } = await post(testApp, `${page}/machine`, headers, {})
  await post(testApp, page, headers, {
    text: text ?? '',
    proposal: hidden(body, 'proposal'),
    madeFrom: hidden(body, 'madeFrom'),
    ...(reviewed ? { reviewed } : {}),
  })
  expect((await summaryOf(testApp, ties[0]?.id)).ko).toEqual({ text, state: 'reviewed' })
  const { machine_by } = await testApp.context.database
    .selectFrom('translations_text')
    .select('machine_by')
    .where('record_id', '=', ties[0]?.id ?? '')
    .where('language', '=', 'ko')
    .where('path', '=', 'summary')
    .executeTakeFirstOrThrow()
  expect(machine_by).toBeNull()
})

test('says that a machine failed, and keeps what was typed', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'))
  provider.misbehaves = 456
  const page = `${address}/${await textIdOf(testApp, ties[0]?.id)}`
  const answer = await post(testApp, `${page}/machine`, as('member', network.id), { text: '내가 쓴 글' })
  expect(answer.statusCode).toBe(502)
  expect(answer.body).toContain('Le volume de traduction prévu est épuisé')
  expect(answer.body).toContain('내가 쓴 글</textarea>')
  expect(answer.body).not.toContain('the-secret-key')
})

test('offers nothing of a machine where none is set', async () => {
  const bare = await openTestApp({ directory: 'none', identify: testIdentity })
  try {
    const network = await buildNetwork(bare.context)
    const tie = await buildCooperation(bare.context, network.id, { summary: original('Une foire') })
    await indexNetwork(bare.context, bare.application.textOwners, network.id)
    const headers = as('coordinator', network.id)
    const list = await bare.get(`/fr/${network.slug}/translations`, headers)
    expect(list.body).toContain('Une foire')
    expect(list.body).not.toContain('id="machine"')
    const link = list.body.match(/href="([^"]*\/translations\/[0-9a-f-]{36})"/)?.[1] ?? ''
    const page = await bare.get(link, headers)
    expect(page.body).toContain('<textarea')
    expect(page.body).not.toContain('/machine')
    for (const path of [`${link}/machine`, `/fr/${network.slug}/translations/batches`])
      expect((await bare.app.inject({ method: 'POST', url: path, headers })).statusCode).toBe(404)
    expect(translationJobs(bare.application).map(({ name }) => name)).toEqual(['translations.ready'])
    expect(tie.id).toBeTruthy()
  } finally {
    await bare.close()
  }
})
