import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { signIn } from '../../../../test/support/sign-in.ts'
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
  testApp = await openTestApp({ demonstration: true, settings })
})
afterAll(async () => {
  await testApp.close()
  await provider.close()
})

// Where the records of the demonstration have texts.
const written = [
  ['registry_cooperation', 'summary'],
  ['registry_agreement', 'title'],
  ['registry_agreement', 'object'],
  ['agenda_event', 'title'],
  ['agenda_event', 'frame'],
  ['registry_standing', 'reason'],
  ['registry_prospect', 'text'],
  ['registry_actor', 'role'],
  ['registry_note', 'label'],
  ['registry_dispute', 'note'],
  ['registry_interest', 'seeks'],
  ['registry_interest', 'offers'],
  ['directory_organisation', 'about'],
] as const

/** The origins of the versions of every record that a page lists, newest first. */
async function originsOf(list: string): Promise<Record<string, string[]>> {
  const { body } = await testApp.get(`/fr/france-coree/${list}`)
  const slugs = new Set(
    [...body.matchAll(new RegExp(`${list}/([a-z0-9-]+)"`, 'g'))].map(([, slug = '']) => slug),
  )
  const found: Record<string, string[]> = {}
  for (const slug of slugs) {
    const answer = await testApp.get(`/api/v1/networks/france-coree/${list}/${slug}/versions`)
    const items: { origin: string }[] = answer.json().items
    found[slug] = items.map(({ origin }) => origin)
  }
  return found
}

test('every record that a batch translates gets one version of it, whatever text it was and whenever it became known', async () => {
  const { database } = testApp.context
  for (const [table, column] of written)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sql.ref(column)} - 'ko'`.execute(database)
  const { networkId } = await database
    .selectFrom('networks_network')
    .select('network_id as networkId')
    .executeTakeFirstOrThrow()
  await indexNetwork(testApp.context, testApp.application.textOwners, networkId)
  const coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  const asked = await coordinator.post('/fr/france-coree/translations/batches', { language: 'ko' })
  expect(asked.statusCode).toBe(303)
  for (const job of translationJobs(testApp.application)) await job.run(null)
  const ties = await originsOf('cooperations')
  expect(ties['limoges-icheon']).toEqual(['translation', 'loaded'])
  const all = [...Object.values(ties), ...Object.values(await originsOf('organisations'))]
  expect(all.length).toBeGreaterThan(50)
  expect(all.filter(([newest]) => newest === 'outside')).toEqual([])
})
