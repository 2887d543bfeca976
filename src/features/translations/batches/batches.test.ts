import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
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
  provider.beforeAnswer = null
  provider.requests = []
})

async function runJobs() {
  for (const job of translationJobs(testApp.application)) await job.run(null)
}

async function startBatch(address: string, headers: Record<string, string>): Promise<string> {
  const started = await post(testApp, `${address}/batches`, headers, { language: 'ko' })
  expect(started.statusCode).toBe(303)
  return String(started.headers.location)
}

test('translates all that is missing at once, and takes back what nobody has touched since', async () => {
  const { network, ties, address } = await buildTexts(
    testApp,
    ...Array.from({ length: 25 }, (_, number) => original(`Texte ${number}`)),
    { ...original('Relu'), ko: { text: '검토', state: 'reviewed' } },
  )
  const coordinator = as('coordinator', network.id)
  expect(
    (await post(testApp, `${address}/batches`, as('member', network.id), { language: 'ko' })).statusCode,
  ).toBe(404)
  const batch = await startBatch(address, coordinator)
  expect(await startBatch(address, coordinator)).toBe(batch)
  expect((await testApp.get(batch, coordinator)).body).toContain('le travail commence dans la minute')
  await runJobs()
  expect((await summaryOf(testApp, ties[24]?.id)).ko).toEqual({ text: '[fr>ko] Texte 24', state: 'machine' })
  expect((await summaryOf(testApp, ties[25]?.id)).ko).toEqual({ text: '검토', state: 'reviewed' })
  const done = await testApp.get(batch, coordinator)
  expect(done.body).toMatch(/Terminé. Textes traduits\s: 25 sur 25/)
  expect(done.body).toContain('Retirer 25 traductions')

  const page = `${address}/${await textIdOf(testApp, ties[0]?.id)}`
  const madeFrom = hidden((await testApp.get(page, coordinator)).body, 'madeFrom')
  await post(testApp, page, coordinator, { text: '첫째 글', reviewed: 'yes', madeFrom })
  expect((await post(testApp, `${batch}/undo`, as('member', network.id), {})).statusCode).toBe(404)
  expect((await post(testApp, `${batch}/undo`, coordinator, {})).statusCode).toBe(303)
  expect((await summaryOf(testApp, ties[0]?.id)).ko).toEqual({ text: '첫째 글', state: 'reviewed' })
  for (const { id } of ties.slice(1, 25)) expect((await summaryOf(testApp, id)).ko).toBeUndefined()
  expect((await testApp.get(batch, coordinator)).body).toContain('Retiré le')
})

test('counts a text that came after the batch was asked for', async () => {
  const { network, address } = await buildTexts(testApp, original('Une foire'))
  const coordinator = as('coordinator', network.id)
  const batch = await startBatch(address, coordinator)
  await buildCooperation(testApp.context, network.id, { summary: original('Un salon') })
  await indexNetwork(testApp.context, testApp.application.textOwners, network.id)
  await runJobs()
  expect((await testApp.get(batch, coordinator)).body).toMatch(/Terminé. Textes traduits\s: 2 sur 2/)
})

test('leaves out a text that is nobody’s task any more, and goes on with the others and back over them', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'), original('Un salon'))
  const coordinator = as('coordinator', network.id)
  const batch = await startBatch(address, coordinator)
  const hide = (id = '') =>
    testApp.context.database
      .updateTable('registry_cooperation')
      .set({ summary: '{}' })
      .where('cooperation_id', '=', id)
      .execute()
  await hide(ties[0]?.id)
  await runJobs()
  expect((await testApp.get(batch, coordinator)).body).toMatch(/Terminé. Textes traduits\s: 1 sur 2/)
  expect((await summaryOf(testApp, ties[1]?.id)).ko).toEqual({ text: '[fr>ko] Un salon', state: 'machine' })
  await hide(ties[1]?.id)
  expect((await post(testApp, `${batch}/undo`, coordinator, {})).statusCode).toBe(303)
  expect((await testApp.get(batch, coordinator)).body).toContain('Retiré le')
})

test('leaves alone what is not known yet on the day of the page', async () => {
  const { network, address } = await buildTexts(testApp, original('Une foire'))
  const later = await buildCooperation(testApp.context, network.id, {
    summary: original('Plus tard'),
    knownOn: '2018-01-01',
  })
  await indexNetwork(testApp.context, testApp.application.textOwners, network.id)
  const started = await post(testApp, `${address}/batches?now=2017-12-31`, as('coordinator', network.id), {
    language: 'ko',
  })
  expect(started.statusCode).toBe(303)
  await runJobs()
  expect(provider.requests.map(({ body }) => body.q)).toEqual([['Une foire']])
  expect((await summaryOf(testApp, later.id)).ko).toBeUndefined()
})

test('stops a batch where the service fails, keeps what it made, and says why', async () => {
  const { network, address } = await buildTexts(testApp, original('Une foire'))
  const coordinator = as('coordinator', network.id)
  const batch = await startBatch(address, coordinator)
  provider.misbehaves = 403
  await runJobs()
  const { body } = await testApp.get(batch, coordinator)
  expect(body).toMatch(/Interrompu. Textes traduits\s: 0 sur 1/)
  expect(body).toContain('son adresse ou sa clé est à vérifier')
  // It can be asked for again.
  provider.misbehaves = null
  expect(await startBatch(address, coordinator)).not.toBe(batch)
  await runJobs()
})

test('sends a service nothing but texts of the index', async () => {
  const { network, address } = await buildTexts(testApp, original('Une foire'))
  await startBatch(address, as('coordinator', network.id))
  await runJobs()
  expect(provider.requests.map(({ body }) => body.q)).toEqual([['Une foire']])
})

test('writes nothing of a batch that is taken back while the service translates', async () => {
  const { network, ties, address } = await buildTexts(testApp, original('Une foire'), original('Un salon'))
  const coordinator = as('coordinator', network.id)
  const batch = await startBatch(address, coordinator)
  provider.beforeAnswer = () => post(testApp, `${batch}/undo`, coordinator, {})
  await runJobs()
  expect(provider.requests).toHaveLength(1)
  expect((await testApp.get(batch, coordinator)).body).toContain('Retiré le')
  for (const { id } of ties) expect((await summaryOf(testApp, id)).ko).toBeUndefined()
})
