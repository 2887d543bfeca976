import { afterAll, beforeAll, expect, it } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import type { Context } from '../../../platform/context/context.ts'
import { saveTranslation } from '../../translations/index.ts'

let testApp: TestApp
let networkId: string
let member: SignedIn
const tie = '/fr/france-coree/cooperations/limoges-icheon'

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { database } = testApp.context
  networkId = (await database.selectFrom('networks_network').select('network_id').executeTakeFirstOrThrow())
    .network_id
  const { organisation_id } = await database
    .selectFrom('directory_organisation')
    .select('organisation_id')
    .where('slug', '=', 'limoges')
    .executeTakeFirstOrThrow()
  member = await signIn(testApp, { role: 'member', networkId, organisationIds: [organisation_id] })
})
afterAll(() => testApp.close())

async function tieId(): Promise<string> {
  const row = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select('cooperation_id')
    .where('slug', '=', 'limoges-icheon')
    .executeTakeFirstOrThrow()
  return row.cooperation_id
}

async function translate(by: Context['actor'], text: string) {
  return saveTranslation({ ...testApp.context, actor: by }, testApp.application.textOwners, {
    networkId,
    recordKind: 'cooperation',
    recordId: await tieId(),
    path: 'summary',
    language: 'ko',
    passage: { text, state: 'reviewed' },
    madeFrom: null,
  })
}

const translator = (personId: string): Context['actor'] => ({
  kind: 'person',
  personId,
  name: 'T',
  isOperator: false,
  holdings: [{ networkId, role: 'member', organisationIds: [] }],
  scopes: null,
})

async function states(): Promise<Record<string, string>> {
  const rows = await testApp.context.database
    .selectFrom('translations_text')
    .select(['language', 'state'])
    .where('record_id', '=', await tieId())
    .where('path', '=', 'summary')
    .execute()
  return Object.fromEntries(rows.map(({ language, state }) => [language, state]))
}

const versions = async () =>
  testApp.context.database
    .selectFrom('contributions_version')
    .select(['number', 'origin', 'changed', 'person_id'])
    .where('record_id', '=', await tieId())
    .orderBy('number')
    .execute()

it('a translation is a version of the record, and all of one sitting are one', async () => {
  await translate(translator(member.personId), '리모주와 이천은 도자로 이어집니다.')
  await translate(translator(member.personId), '리모주와 이천은 도자기로 이어집니다.')
  expect(await versions()).toEqual([
    { number: 1, origin: 'loaded', changed: [], person_id: null },
    { number: 2, origin: 'translation', changed: ['summary:ko'], person_id: member.personId },
  ])
  expect((await testApp.get(`${tie}/history`)).body).toContain('traduction')
  testApp.clock.advance({ hours: 2 })
  await translate(translator(member.personId), '리모주와 이천은 도자 교류로 이어집니다.')
  expect((await versions()).map(({ number }) => number)).toEqual([1, 2, 3])
})

it('editing the French text turns the Korean one stale in the list of what waits, in the same request', async () => {
  expect((await states()).ko).toBe('reviewed')
  const fields = await fieldsOf(member, `${tie}/edit/summary`)
  await member.post(`${tie}/edit/summary`, {
    ...fields,
    'summary.fr.text': 'Un autre début.',
    reason: 'Relecture',
  })
  expect(await states()).toEqual({ fr: 'original', ko: 'stale', en: 'stale' })
  expect((await member.get('/fr/france-coree/translations?language=ko&state=stale')).body).toContain(
    'Un autre début.',
  )
})

it('what a version takes away leaves the list of what waits, and comes back with it', async () => {
  const waiting = async () =>
    (
      await testApp.context.database
        .selectFrom('translations_text')
        .select('path')
        .where('record_id', '=', await tieId())
        .where('path', 'like', 'prospects.%')
        .execute()
    ).length
  const before = await waiting()
  expect(before).toBeGreaterThan(0)
  const page = (await member.get(`${tie}/edit`)).body
  const prospect = page.match(/edit\/prospects\/(\d+)/)?.[1] ?? ''
  const fields = await fieldsOf(member, `${tie}/edit/prospects/${prospect}`)
  const removed = await member.post(`${tie}/edit/prospects/${prospect}/removal`, {
    base: String(fields.base),
    removal: 'Plus d’actualité',
  })
  expect(removed.statusCode).toBe(303)
  expect(await waiting()).toBe(0)
  const base = (await versions()).at(-1)?.number ?? 0
  await member.post(`${tie}/history/${base - 1}/restoration`, { base: String(base), reason: 'Erreur' })
  expect(await waiting()).toBe(before)
})
