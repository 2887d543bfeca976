import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { completeEvents } from './search.commands.ts'

const group = '/fr/france-coree'
const event = `${group}/agenda/icheon-festival-ceramique-2017`
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

const tieForm = async () => {
  const { body } = await record.member.get(`${group}/cooperations/limoges-icheon/edit`)
  const links = [...body.matchAll(/href="([^"?]*edit\/activities\/[0-9a-f-]{36})"/g)].map(
    ([, link = '']) => link,
  )
  for (const link of links)
    if ((await record.member.get(link)).body.includes('Limougeauds')) return link.split('/edit/')[1] ?? ''
  throw new Error('The festival is in no form of the tie')
}

test('an event of an earlier release is found once the server has started', async () => {
  const { database } = record.testApp.context
  await database.updateTable('agenda_event').set({ search: '', grams: [] }).execute()
  const found = async () =>
    pageWords((await record.testApp.get(`${group}/agenda?when=all&q=limougeauds`)).body)
  expect(await found()).toContain('Aucun événement')
  await completeEvents(record.testApp.context)
  expect((await record.testApp.get(`${group}/agenda?when=all&q=Limougeauds&page=1`)).body).toContain(event)
})

test('hours go when the date changes on the page of the tie, and stay when something else does', async () => {
  const { database } = record.testApp.context
  const hours = async () => {
    const row = await database
      .selectFrom('agenda_event')
      .select(['starts_at', 'sequence'])
      .where('slug', '=', 'icheon-festival-ceramique-2017')
      .executeTakeFirstOrThrow()
    return [row.starts_at?.toISOString() ?? null, row.sequence]
  }
  await database
    .updateTable('agenda_event')
    .set({ starts_at: '2017-04-28T01:00:00Z', zone: 'Asia/Seoul' })
    .where('slug', '=', 'icheon-festival-ceramique-2017')
    .execute()
  const form = await tieForm()
  expect((await record.send(form, { 'title.fr.text': 'Limougeauds au festival d’Icheon' })).statusCode).toBe(
    303,
  )
  expect(await hours()).toEqual(['2017-04-28T01:00:00.000Z', 0])
  expect((await record.send(form, { when: 'mai 2017' })).statusCode).toBe(303)
  expect(await hours()).toEqual([null, 1])
})

test('an event that was changed in the agenda outlives its removal from its last tie', async () => {
  const form = `${event}/edit/place`
  const fields = await fieldsOf(record.member, form)
  const place = { ...fields, attendance: 'on_site', reason: 'Programme du festival' }
  expect((await record.member.post(form, place)).statusCode).toBe(303)
  const entry = (await tieForm()).replace(/^/, `${group}/cooperations/limoges-icheon/edit/`)
  const removed = await record.member.post(`${entry}/removal`, {
    ...(await fieldsOf(record.member, entry)),
    removal: 'N’est pas un échange du lien',
  })
  expect(removed.statusCode).toBe(303)
  expect((await record.testApp.get(event)).statusCode).toBe(200)
  expect((await record.testApp.get(`${group}/cooperations/limoges-icheon`)).body).not.toContain(
    `href="${event}"`,
  )
})
