import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'

let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('organisations/tours')
})
afterAll(() => record.close())

/** The words that declare changes of records, the first one first. */
async function listDeclared(): Promise<string[]> {
  const rows = await record.testApp.context.database
    .selectFrom('registry_source as source')
    .innerJoin('registry_passage as passage', 'passage.source_id', 'source.source_id')
    .where('source.kind', '=', 'declaration')
    .select('passage.text')
    .orderBy('source.source_id')
    .execute()
  return rows.map(({ text }) => text)
}

it('keeps as a source the words by which an interest is changed, and those by which it is taken away', async () => {
  const { coordinator } = record
  const before = await listDeclared()
  const fields = await record.fields('interest', coordinator)
  expect(fields['seeks.fr.text']).toMatch(/\w/)
  const changed = await record.send(
    'interest',
    { 'seeks.fr.text': 'Un lycée.', reason: 'Lettre' },
    coordinator,
  )
  expect(changed.statusCode).toBe(303)
  const texts = Object.keys(fields).filter((name) => name.endsWith('.text'))
  const emptied = { ...Object.fromEntries(texts.map((name) => [name, ''])), themes: [] }
  const taken = await record.send('interest', { ...emptied, reason: 'Un partenaire est trouvé' }, coordinator)
  expect(taken.statusCode).toBe(303)
  expect(await record.read()).toMatchObject({ seeks: null })
  expect((await listDeclared()).slice(before.length)).toEqual(['Lettre', 'Un partenaire est trouvé'])
})
