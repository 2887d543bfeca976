import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { personWith, signedInAs, testIdentity } from '../../../test/support/test-identity.ts'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
import { fingerprintOf } from './editor/fingerprint.ts'
import { findParity, indexNetwork, saveTranslation } from './index.ts'
import { indexTexts } from './texts/commands.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', identify: testIdentity })
  return testApp.close
})

const owners = () => testApp.application.textOwners

async function buildTie(summary: LocalizedText, networkId?: string) {
  const network = networkId ? { id: networkId, slug: '' } : await buildNetwork(testApp.context)
  const tie = await buildCooperation(testApp.context, network.id, { summary })
  await indexNetwork(testApp.context, owners(), network.id)
  const place = { networkId: network.id, recordKind: 'cooperation', recordId: tie.id, path: 'summary' }
  return { network, tie, place }
}

async function summaryOf(tieId: string): Promise<LocalizedText | undefined> {
  const row = await testApp.context.database
    .selectFrom('registry_cooperation')
    .select('summary')
    .where('cooperation_id', '=', tieId)
    .executeTakeFirst()
  return row?.summary
}

async function listStates(networkId: string): Promise<Record<string, string>> {
  const rows = await testApp.context.database
    .selectFrom('translations_text')
    .select(['path', 'language', 'state'])
    .where('network_id', '=', networkId)
    .where('path', '=', 'summary')
    .where('record_kind', '=', 'cooperation')
    .execute()
  return Object.fromEntries(rows.map(({ language, state }) => [language, state]))
}

test('knows each text in each language of its network, those that it lacks too', async () => {
  const { network } = await buildTie({
    fr: { text: 'Une foire', state: 'original' },
    ko: { text: '박람회', state: 'machine' },
  })
  expect(await listStates(network.id)).toEqual({ fr: 'original', ko: 'machine', en: 'missing' })
  expect(await findParity(testApp.context, network.id, { recordKind: 'cooperation' })).toEqual([
    { language: 'fr', counts: { ...none, original: 1 }, total: 1, rate: 1 },
    { language: 'ko', counts: { ...none, machine: 1 }, total: 1, rate: 0 },
    { language: 'en', counts: { ...none, missing: 1 }, total: 1, rate: 0 },
  ])
})

const none = { original: 0, reviewed: 0, machine: 0, stale: 0, missing: 0 }

test('turns the Korean text stale within the step that changes the French one (needs 2.14)', async () => {
  const { network, tie, place } = await buildTie({
    fr: { text: 'Une foire', state: 'original' },
    ko: { text: '박람회', state: 'reviewed' },
    en: { text: 'A fair', state: 'machine' },
  })
  const passage = { text: 'Un salon', state: 'original' as const }
  await saveTranslation(testApp.context, owners(), { ...place, language: 'fr', passage, madeFrom: null })
  expect(await summaryOf(tie.id)).toEqual({
    fr: { text: 'Un salon', state: 'original' },
    ko: { text: '박람회', state: 'stale' },
    en: { text: 'A fair', state: 'stale' },
  })
  expect(await listStates(network.id)).toEqual({ fr: 'original', ko: 'stale', en: 'stale' })
})

test('writes nothing when the text is no longer the one that the translation was made from', async () => {
  const first: LocalizedText = { fr: { text: 'Une foire', state: 'original' } }
  const { tie, place } = await buildTie(first)
  const save = (text: string, language: string, madeFrom: string | null) =>
    saveTranslation(testApp.context, owners(), {
      ...place,
      language,
      passage: { text, state: 'reviewed' },
      madeFrom,
    })
  const madeFrom = fingerprintOf(first, 'ko')
  expect(await save('박람회', 'ko', madeFrom)).toEqual({ saved: true })
  const second = { ...first, ko: { text: '박람회', state: 'reviewed' } }
  expect(await save('전시회', 'ko', madeFrom)).toEqual({ saved: false, text: second })
  // Another language has no such conflict.
  expect(await save('A fair', 'en', fingerprintOf(first, 'en'))).toEqual({ saved: true })
  expect(await summaryOf(tie.id)).toEqual({ ...second, en: { text: 'A fair', state: 'reviewed' } })
})

test('keeps record, index and memory as they were when the step around them fails', async () => {
  const text: LocalizedText = { fr: { text: 'Une foire aux livres', state: 'original' } }
  const { network, tie, place } = await buildTie(text)
  const failing = testApp.context.database.transaction().execute(async (database) => {
    const passage = { text: '도서 박람회', state: 'reviewed' as const }
    await saveTranslation({ ...testApp.context, database }, owners(), {
      ...place,
      language: 'ko',
      passage,
      madeFrom: null,
    })
    throw new Error('after')
  })
  await expect(failing).rejects.toThrow('after')
  expect(await summaryOf(tie.id)).toEqual(text)
  expect(await listStates(network.id)).toEqual({ fr: 'original', ko: 'missing', en: 'missing' })
})

test('lets those who take part translate, and those who answer for the group change an original', async () => {
  const { network, place } = await buildTie({ fr: { text: 'Une foire', state: 'original' } })
  const other = await buildNetwork(testApp.context)
  const save = (actor: ReturnType<typeof personWith>, language: string) =>
    saveTranslation({ ...testApp.context, actor }, owners(), {
      ...place,
      language,
      passage: { text: `${language} ${actor.personId}`, state: 'reviewed' },
      madeFrom: null,
    })
  for (const role of ['member', 'coordinator', 'chair'] as const)
    expect(await save(personWith(role, network.id), 'ko')).toEqual({ saved: true })
  expect(await save(personWith('chair', network.id), 'fr')).toEqual({ saved: true })
  for (const [person, language] of [
    [personWith('reader', network.id), 'ko'],
    [personWith('contributor', network.id), 'ko'],
    [personWith('chair', other.id), 'ko'],
    [personWith('member', network.id), 'fr'],
  ] as const)
    await expect(save(person, language)).rejects.toMatchObject({ reason: 'notAllowed' })
})

test('finds a cooperation by a translation that was just saved', async () => {
  const { network, place } = await buildTie({ fr: { text: 'Une foire', state: 'original' } })
  const passage = { text: '도자기 축제', state: 'reviewed' as const }
  const count = async () =>
    (
      await testApp.get(`/api/v1/networks/${network.slug}/cooperations?q=${encodeURIComponent('도자기')}`)
    ).json().total
  expect(await count()).toBe(0)
  await saveTranslation(testApp.context, owners(), { ...place, language: 'ko', passage, madeFrom: null })
  expect(await count()).toBe(1)
})

test('takes the same few statements for one text and for many', async () => {
  const { id: networkId } = await buildNetwork(testApp.context)
  const record = { networkId, recordKind: 'cooperation', recordId: networkId, label: {}, address: '' }
  const text: LocalizedText = {
    fr: { text: 'Une foire', state: 'original' },
    ko: { text: '박람회', state: 'reviewed' },
  }
  const texts = Array.from({ length: 50 }, (_, number) => ({
    path: `p.${number}`,
    text,
    knownOn: '2017-01-01',
  }))
  const one = await testApp.countQueries(() => indexTexts(testApp.context, record, texts.slice(0, 1)))
  const many = await testApp.countQueries(() => indexTexts(testApp.context, record, texts))
  expect(many).toBe(one)
  expect(many).toBeLessThanOrEqual(7)
})

test('keeps the address of a text when its record is indexed again, and forgets what is gone', async () => {
  const { network, tie } = await buildTie({ fr: { text: 'Une foire', state: 'original' } })
  const listIds = () =>
    testApp.context.database
      .selectFrom('translations_text')
      .select('text_id')
      .where('network_id', '=', network.id)
      .where('record_id', '=', tie.id)
      .orderBy('text_id')
      .execute()
  const before = await listIds()
  await indexNetwork(testApp.context, owners(), network.id)
  expect(await listIds()).toEqual(before)
  const record = {
    networkId: network.id,
    recordKind: 'cooperation',
    recordId: tie.id,
    label: {},
    address: '',
  }
  await indexTexts(testApp.context, record, [])
  expect(await listIds()).toEqual([])
})

test('does not count what is not known yet on the day', async () => {
  const network = await buildNetwork(testApp.context)
  await buildCooperation(testApp.context, network.id, {
    summary: { fr: { text: 'Plus tard', state: 'original' } },
    knownOn: '2018-01-01',
  })
  await indexNetwork(testApp.context, owners(), network.id)
  const on = async (today: string) =>
    (await findParity({ ...testApp.context, today }, network.id, { recordKind: 'cooperation' }))[0]?.total
  expect([await on('2017-12-31'), await on('2018-01-01')]).toEqual([0, 1])
})

test('writes every text that it lists, whoever owns it', async () => {
  const whole = await openTestApp({ demonstration: true })
  try {
    const { context, application } = whole
    const rows = await sql<{
      networkId: string
      recordKind: string
      recordId: string
      path: string
      text: string
    }>`
      select distinct on (record_kind, regexp_replace(path, '[0-9a-f-]{36}|[0-9]+', '*', 'g')) network_id as "networkId",
        record_kind as "recordKind", record_id as "recordId", path, text
      from translations_text where language = 'ko' and state = 'machine'
    `.execute(context.database)
    expect(rows.rows.length).toBeGreaterThan(15)
    for (const { text, ...place } of rows.rows) {
      const passage = { text: `${text} 검토`, state: 'reviewed' as const }
      const saving = await saveTranslation(context, application.textOwners, {
        ...place,
        language: 'ko',
        passage,
        madeFrom: null,
      })
      expect([place.path, saving]).toEqual([place.path, { saved: true }])
      const row = await context.database
        .selectFrom('translations_text')
        .select(['text', 'state'])
        .where('network_id', '=', place.networkId)
        .where('record_kind', '=', place.recordKind)
        .where('record_id', '=', place.recordId)
        .where('path', '=', place.path)
        .where('language', '=', 'ko')
        .executeTakeFirst()
      expect([place.path, row]).toEqual([place.path, passage])
    }
  } finally {
    await whole.close()
  }
})

test('knows no signed-in person without a header, and the one that the header names', async () => {
  const { network } = await buildTie({ fr: { text: 'Une foire', state: 'original' } })
  const address = `/fr/${network.slug}/translations`
  expect((await testApp.get(address)).statusCode).toBe(404)
  expect((await testApp.get(address, signedInAs(personWith('member', network.id)))).statusCode).toBe(200)
})
