import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { readBack } from '../../../../test/support/written-calendar.ts'

const place = '/fr/france-coree/agenda/groupe-rencontres-2017'
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('agenda/groupe-rencontres-2017')
})
afterAll(() => record.close())

test('whom an event is owed to stands in its words, with its page elsewhere, in every format', async () => {
  const { coordinator, testApp } = record
  const change = async (part: string, typed: Record<string, string>) => {
    const fields = await fieldsOf(coordinator, `${place}/edit/${part}`)
    const sent = { ...fields, ...typed, reason: 'Courriel de l’institut' }
    expect((await coordinator.post(`${place}/edit/${part}`, sent)).statusCode).toBe(303)
  }
  await change('organisations', {
    'organisers.fr.text': 'Institut français de Séoul',
    'credit.fr.text': 'l’ambassade de France en Corée',
  })
  await change('about', { link: 'https://institut.example/rencontres' })
  const lines = [
    /Organisation :.*Institut français de Séoul/,
    /Proposé par l’ambassade de France en Corée/,
    /Site de l’événement : https:\/\/institut\.example\/rencontres/,
  ]
  const [event] = readBack((await testApp.get(`${place}.ics`)).body).events
  for (const line of lines) expect(event?.description?.text).toMatch(line)
  for (const format of ['rss', 'atom', 'json']) {
    const { body } = await testApp.get(`/fr/france-coree/agenda.${format}`)
    for (const line of lines) expect(body, format).toMatch(line)
  }
})
