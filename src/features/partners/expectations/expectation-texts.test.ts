import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { stateExpectation } from '../../../../test/support/expectations.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { findParity, indexNetworks } from '../../translations/index.ts'

let record: EditedRecord
let askedMember: SignedIn
let asked: string
beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
  asked = await record.organisationId('ca-de-la-rochelle')
  askedMember = await signIn(record.testApp, {
    role: 'member',
    networkId: record.networkId,
    organisationIds: [asked],
  })
})
afterAll(() => record.close())

const list = '/fr/france-coree/translations'
const state = (title: string, given: Record<string, string>) =>
  stateExpectation(record.coordinator, asked, {
    'title.ko.text': '',
    'title.fr.text': title,
    'text.ko.text': '',
    'text.fr.text': `${title}, en peu de mots.`,
    ...given,
  })
const listed = async (browser: SignedIn, words: string) =>
  pageWords((await browser.get(`${list}?language=ko&q=${encodeURIComponent(words)}`)).body)
const missingKorean = async () => {
  const parities = await findParity(record.testApp.context, record.networkId)
  return parities.find(({ language }) => language === 'ko')?.counts.missing ?? -1
}
/** The pages on which the title and the text of an expectation are translated into Korean. */
async function editorsOf(path: string): Promise<string[]> {
  const rows = await record.testApp.context.database
    .selectFrom('translations_text as t')
    .innerJoin('partners_expectation as x', 'x.expectation_id', 't.record_id')
    .select('t.text_id as id')
    .where('x.slug', '=', path.split('/').at(-1) ?? '')
    .where('t.record_kind', '=', 'expectation')
    .where('t.language', '=', 'ko')
    .orderBy('t.path', 'desc')
    .execute()
  return rows.map(({ id }) => `${list}/${id}`)
}
const translate = async (browser: SignedIn, editor: string, text: string) =>
  browser.post(editor, { ...(await fieldsOf(browser, editor)), text, reviewed: 'yes' })
async function kept() {
  const { database } = record.testApp.context
  const count = async (table: 'translations_record' | 'translations_memory' | 'translations_text') =>
    (await database.selectFrom(table).select('record_id').where('record_kind', '=', 'expectation').execute())
      .length
  return [
    await count('translations_record'),
    await count('translations_text'),
    await count('translations_memory'),
  ]
}

test('what those concerned alone may read is no translator’s: in no list, no figure, no index, for nobody', async () => {
  const before = await missingKorean()
  await state('Confier des archives', { confidentiality: 'concerned' })
  for (const browser of [record.other, record.coordinator, askedMember])
    expect(await listed(browser, 'Confier des archives')).not.toContain('en peu de mots')
  expect([await missingKorean(), await kept()]).toEqual([before, [0, 0, 0]])
})

test.each(['network', 'public'])(
  'what is for the %s waits to be translated, and is',
  async (confidentiality) => {
    const before = await missingKorean()
    const path = await state(`Former des guides (${confidentiality})`, { confidentiality })
    expect(await missingKorean()).toBe(before + 2)
    expect(await listed(record.other, `guides ${confidentiality}`)).toContain('en peu de mots')
    const [title = '', text = ''] = await editorsOf(path)
    expect(pageWords((await record.other.get(title)).body)).toContain('Attente')
    expect((await browserOf(record.testApp).get(title)).statusCode).toBe(404)
    expect((await translate(record.other, title, '해설사 양성')).statusCode).toBe(303)
    expect((await translate(record.other, text, '간단히.')).statusCode).toBe(303)
    expect(await missingKorean()).toBe(before)
    const shown = pageWords((await record.other.get(path.replace('/fr/', '/ko/'))).body)
    expect(shown).toContain('해설사 양성')
    // It is found by its Korean words from then on.
    const found = (await record.other.get('/ko/france-coree/expectations?q=해설사')).body
    expect(found).toContain(path.replace('/fr/', '/ko/'))
  },
)

test('what becomes confidential leaves the texts with all that was remembered of it, and comes back with its translation', async () => {
  const before = await kept()
  const path = await state('Échanger des jardiniers', { confidentiality: 'network' })
  const [title = ''] = await editorsOf(path)
  await translate(record.other, title, '정원사 교류')
  expect((await kept())[2]).toBeGreaterThan(before[2] ?? 0)
  const change = async (confidentiality: string) => {
    const fields = await fieldsOf(record.coordinator, `${path}/edit`)
    const answer = await record.coordinator.post(`${path}/edit`, { ...fields, confidentiality })
    expect(answer.statusCode).toBe(303)
  }
  await change('concerned')
  expect(await kept()).toEqual(before)
  expect((await record.coordinator.get(title)).statusCode).toBe(404)
  await change('public')
  expect((await kept())[0]).toBe((before[0] ?? 0) + 1)
  expect(await listed(record.other, 'jardiniers')).toContain('en peu de mots')
})

test('what is withdrawn is nobody’s task; of what is closed the words stay, and translations come', async () => {
  const path = await state('Prêter une exposition', { confidentiality: 'public' })
  const close = (outcome: string) =>
    record.coordinator.post(`${path}/closing`, { outcome, 'word.fr.text': '' })
  const [title = ''] = await editorsOf(path)
  const original = await record.testApp.context.database
    .selectFrom('translations_text')
    .select('text_id as id')
    .where('text', '=', 'Prêter une exposition')
    .executeTakeFirstOrThrow()
  expect((await close('unmet')).statusCode).toBe(303)
  const reworded = await translate(record.coordinator, `${list}/${original.id}`, 'Tout autre chose')
  expect(reworded.statusCode).toBe(409)
  expect((await translate(record.other, title, '전시 대여')).statusCode).toBe(303)
  expect((await record.coordinator.post(`${path}/reopening`)).statusCode).toBe(303)
  expect((await close('withdrawn')).statusCode).toBe(303)
  expect(await editorsOf(path)).toEqual([])
  expect(await listed(record.other, 'exposition')).not.toContain('en peu de mots')
  expect((await record.coordinator.post(`${path}/reopening`)).statusCode).toBe(303)
  expect((await editorsOf(path)).length).toBe(2)
})

test('a database whose index knew nothing of expectations is given theirs at the next start', async () => {
  const { context, application } = record.testApp
  const before = await kept()
  for (const table of ['translations_text', 'translations_memory', 'translations_record'] as const)
    await context.database.deleteFrom(table).where('record_kind', '=', 'expectation').execute()
  const otherTexts = () =>
    context.database
      .selectFrom('translations_text')
      .select('text_id as id')
      .where('record_kind', '<>', 'expectation')
      .orderBy('text_id')
      .execute()
  const others = await otherTexts()
  await indexNetworks(context, application.textOwners, () => undefined)
  expect([await kept(), await otherTexts()]).toEqual([before, others])
})
