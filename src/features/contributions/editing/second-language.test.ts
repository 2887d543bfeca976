import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { readFields } from '../../../../test/support/form-fields.ts'

let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

const group = '/fr/france-coree'
const tie = `${group}/cooperations/limoges-icheon`
const town = `${group}/organisations/icheon`
const korean = '처음 쓰는 글'

// Each text that a form may hold where there was none, and so no original.
const texts: [string, string][] = [
  [`${tie}/edit/status/new`, 'because'],
  [`${tie}/edit/agreements/new`, 'title'],
  [`${tie}/edit/agreements/new`, 'object'],
  [`${tie}/edit/agreements/new`, 'parties.0.signatory'],
  [`${tie}/edit/activities/new`, 'title'],
  [`${tie}/edit/activities/new`, 'frame'],
  [`${tie}/edit/actors/new`, 'role'],
  [`${tie}/edit/prospects/new`, 'text'],
  [`${tie}/edit/notes/new`, 'label'],
  [`${tie}/edit/disputes/new`, 'note'],
  [`${town}/edit/about`, 'about'],
  [`${town}/edit/notes/new`, 'label'],
  [`${group}/cooperations/new`, 'summary'],
  [`${group}/organisations/new`, 'seeks'],
]

test.for(texts)('%s keeps its %s in the second language when it comes back', async ([form, name]) => {
  const drawn = await record.coordinator.get(form)
  expect(drawn.statusCode).toBe(200)
  const fields = readFields(drawn.body)
  expect([fields[`${name}.ko.text`], fields[`${name}.original`]]).toEqual(['', 'fr'])
  const answer = await record.coordinator.post(form, { ...fields, [`${name}.ko.text`]: korean })
  expect(answer.statusCode).toBe(422)
  expect(readFields(answer.body)[`${name}.ko.text`]).toBe(korean)
})

test('a text typed in the second language alone is kept, as the original', async () => {
  const sent = await record.send('prospects/new', { 'text.ko.text': korean })
  expect(sent.statusCode).toBe(303)
  const prospects = await record.testApp.context.database
    .selectFrom('registry_prospect')
    .select('text')
    .execute()
  expect(prospects.map(({ text }) => text)).toContainEqual({ ko: { text: korean, state: 'original' } })
})
