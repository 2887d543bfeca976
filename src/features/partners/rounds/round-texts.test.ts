import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { addMeeting } from '../../../../test/support/new-meeting.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, type SignedIn } from '../../../../test/support/sign-in.ts'
import { roundJobs } from './jobs.ts'

const group = '/fr/france-coree'
const list = `${group}/translations`
let record: EditedRecord
let place = ''
let meeting = ''
beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
  meeting = await addMeeting(record, { title: 'Réunion du groupe à Paris', heldOn: '2017-10-10' })
  place = `${group}/partners/rounds/${meeting}`
  await record.coordinator.post(`${group}/meetings/${meeting}/states`, { is: 'announced' })
  await record.coordinator.post(place)
})
afterAll(() => record.close())

const say = (...texts: string[]) =>
  record.member.post(
    `${place}/limoges`,
    Object.assign(
      { action: 'save' },
      ...texts.map((text, index) => ({
        [`wishes.${index}.part`]: '',
        [`wishes.${index}.kind`]: 'offer',
        [`wishes.${index}.text.fr.text`]: text,
      })),
    ),
  )
const listed = async (browser: Pick<SignedIn, 'get'>, day = '2017-07-08') =>
  pageWords((await browser.get(`${list}?language=ko&kind=roundWish&now=${day}`)).body)
async function editorOf(text: string): Promise<string> {
  const row = await record.testApp.context.database
    .selectFrom('translations_text as t')
    .innerJoin('translations_text as o', (join) =>
      join.onRef('o.record_id', '=', 't.record_id').onRef('o.path', '=', 't.path'),
    )
    .select('t.text_id as id')
    .where('o.text', '=', text)
    .where('t.language', '=', 'ko')
    .executeTakeFirstOrThrow()
  return `${list}/${row.id}`
}
const translate = async (browser: SignedIn, editor: string, text: string) =>
  browser.post(editor, { ...(await fieldsOf(browser, editor)), text, reviewed: 'yes' })
const records = async () =>
  (
    await record.testApp.context.database
      .selectFrom('translations_record')
      .select('record_id')
      .where('record_kind', '=', 'roundWish')
      .execute()
  ).length

test('what an authority says in a round waits to be translated under its name from the day on which it said so, for those who may read it', async () => {
  expect((await say('Accueillir deux céramistes', 'Prêter un four')).statusCode).toBe(303)
  const shown = await listed(record.other)
  for (const words of ['Limoges', 'Souhait en tour de table', 'Accueillir deux céramistes', 'Prêter un four'])
    expect(shown).toContain(words)
  expect(await listed(record.other, '2017-07-07')).not.toContain('Prêter un four')
  expect((await browserOf(record.testApp).get(`${list}?language=ko`)).statusCode).toBe(404)
  const editor = await editorOf('Accueillir deux céramistes')
  expect((await translate(record.other, editor, '도예가 두 명 초청')).statusCode).toBe(303)
  const round = pageWords((await record.other.get(place.replace('/fr/', '/ko/'))).body)
  expect(round).toContain('도예가 두 명 초청')
})

test('other words turn the translation stale; what is said no more is nobody’s task', async () => {
  await say('Accueillir trois céramistes')
  expect(await listed(record.other)).not.toContain('Prêter un four')
  expect(await records()).toBe(1)
  const stale = await record.testApp.context.database
    .selectFrom('translations_text')
    .select(['text', 'state'])
    .where('record_kind', '=', 'roundWish')
    .where('language', '=', 'ko')
    .execute()
  expect(stale).toEqual([{ text: '도예가 두 명 초청', state: 'stale' }])
})

test('once the round is closed the words stay, and translations come', async () => {
  await record.coordinator.post(`${place}/closing`, { closed: 'yes' })
  const original = (await editorOf('Accueillir trois céramistes')).split('/').at(-1) ?? ''
  const { id } = await record.testApp.context.database
    .selectFrom('translations_text')
    .select('text_id as id')
    .where('text', '=', 'Accueillir trois céramistes')
    .executeTakeFirstOrThrow()
  expect((await translate(record.coordinator, `${list}/${id}`, 'Autre chose')).statusCode).toBe(409)
  expect((await translate(record.other, `${list}/${original}`, '도예가 세 명 초청')).statusCode).toBe(303)
})

test('what was said in a round that went with its meeting leaves the texts at night', async () => {
  await record.testApp.context.database.deleteFrom('partners_round').execute()
  expect(await records()).toBe(1)
  for (const job of roundJobs(record.testApp.application)) await job.run({})
  expect(await records()).toBe(0)
})

test('what is said in the round of a meeting in preparation is listed once the meeting is announced', async () => {
  const slug = await addMeeting(record, { title: 'Réunion en préparation', heldOn: '2017-11-10' })
  const round = `${group}/partners/rounds/${slug}`
  await record.coordinator.post(round)
  const said = await record.coordinator.post(`${round}/limoges`, {
    action: 'save',
    'wishes.0.part': '',
    'wishes.0.kind': 'offer',
    'wishes.0.text.fr.text': 'Ouvrir nos ateliers',
  })
  expect(said.statusCode).toBe(303)
  expect((await record.member.get(round)).statusCode).toBe(404)
  expect(await listed(record.other)).not.toContain('Ouvrir nos ateliers')
  await record.coordinator.post(`${group}/meetings/${slug}/states`, { is: 'announced' })
  for (const job of roundJobs(record.testApp.application)) await job.run({})
  expect(await listed(record.other)).toContain('Ouvrir nos ateliers')
})
