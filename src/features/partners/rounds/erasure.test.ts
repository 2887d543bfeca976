import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'

const round = '/fr/france-coree/partners/rounds/tours-2017'
const name = 'Aline Adjointe'
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
  await record.coordinator.post(round)
  const said = await record.coordinator.post(`${round}/limoges`, {
    action: 'save',
    'wishes.0.part': '',
    'wishes.0.kind': 'offer',
    'wishes.0.text.fr.text': `Deux résidences de céramistes, voir ${name} (aline@limoges.example)`,
  })
  expect(said.statusCode).toBe(303)
  await record.coordinator.post(`${round}/closing`, { closed: 'yes' })
})
afterAll(() => record.close())

async function kept() {
  const { context } = record.testApp
  const tables = ['partners_round', 'partners_round_wish', 'translations_text'] as const
  const rows = await Promise.all(
    tables.map((table) => context.database.selectFrom(table).selectAll().execute()),
  )
  return JSON.stringify(rows)
}

test('an erasure leaves neither name nor address nor account in a tour de table, and what was said stays', async () => {
  const { personId } = record.coordinator
  const traces = [name, 'aline@limoges.example', personId]
  const before = await kept()
  for (const trace of traces) expect(before).toContain(trace)
  const subject = { personId, names: [name], addresses: ['aline@limoges.example'] }
  for (const { erase } of record.testApp.application.personalData)
    await erase(record.testApp.context, subject)
  const after = await kept()
  for (const trace of traces) expect(after).not.toContain(trace)
  expect(after).toContain('Deux résidences de céramistes')
})
