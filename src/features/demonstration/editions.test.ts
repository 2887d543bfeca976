import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../test/support/edited-record.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { readDemonstration } from './demonstration-files.ts'
import { completeEdition } from './editions.commands.ts'
import type { ActivityEntry } from './schema.ts'

const group = '/fr/france-coree'
const tie = `${group}/reciprocity/lille-daegu`
const files = readDemonstration('france-coree')
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('agenda/lille-delegations-2016')
})
afterAll(() => record.close())

const complete = (demonstration = files) =>
  completeEdition(record.testApp.context, demonstration, record.testApp.application.textOwners)
const words = async (address: string) => pageWords((await record.testApp.get(address)).body)
const forgetEdition = () => record.testApp.context.database.deleteFrom('demonstration_edition').execute()
const remove = async (slug: string) => {
  const { database } = record.testApp.context
  const { event_id: id } = await database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  for (const table of ['agenda_event_organisation', 'agenda_event_cooperation'] as const)
    await database.deleteFrom(table).where('event_id', '=', id).execute()
  await database.deleteFrom('agenda_event').where('event_id', '=', id).execute()
}

test('a demonstration that an earlier edition loaded is given what came since, and keeps what people changed or took away', async () => {
  // The database as the first edition left it, with later changes by people.
  await forgetEdition()
  await record.testApp.context.database.deleteFrom('partners_visit_count').execute()
  const edited = await record.send(
    'about',
    { 'title.fr.text': 'Délégations de Daegu à Lille' },
    record.coordinator,
  )
  expect(edited.statusCode).toBe(303)
  await remove('guro-jump-guro-2017')
  expect(await words(tie)).toMatch(/2016 0 1 0/)
  await complete()
  expect(await words(tie)).toMatch(/2016 0 4 0/)
  expect(await words(tie)).toContain('Délégations de Daegu à Lille')
  expect((await record.testApp.get(`${group}/agenda/guro-jump-guro-2017`)).statusCode).toBe(404)
  const before = await words(tie)
  await complete()
  expect(await words(tie)).toBe(before)
})

test('what somebody has counted otherwise stays so, even where nobody wrote down which edition was loaded', async () => {
  const lille = record.coordinator
  const page = (await lille.get(tie)).body
  const [, event = ''] = /<option value="([0-9a-f-]{36})"[^>]*>Délégations de Daegu/.exec(page) ?? []
  expect((await lille.post(`${tie}/visits`, { event, visits: '1' })).statusCode).toBe(303)
  await forgetEdition()
  await complete()
  expect(await words(tie)).toMatch(/2016 0 1 0/)
})

test('an event that comes with a later edition is added once, with its source, and stays away once it was taken away', async () => {
  const [pattern] = files.activities.activities
  if (!pattern) throw new Error('The demonstration has no activities')
  const activity: ActivityEntry = {
    ...pattern,
    ref: 'groupe-seminaire-2018',
    title: { fr: 'Séminaire du groupe', ko: '그룹 세미나', en: 'Seminar of the group' },
    known_on: '2017-07-08',
    cooperations: ['lille-daegu'],
    edition: 3,
    evidence: pattern.evidence.map((each) => ({
      ...each,
      minutes: null,
      account: null,
      source: 'seminaire',
    })),
  }
  const [source] = files.sources.sources
  if (!source) throw new Error('The demonstration has no sources')
  const later = {
    ...files,
    network: { ...files.network, edition: 3 },
    sources: {
      ...files.sources,
      sources: [...files.sources.sources, { ...source, slug: 'seminaire', edition: 3 }],
    },
    activities: { ...files.activities, activities: [...files.activities.activities, activity] },
  }
  const page = `${group}/agenda/groupe-seminaire-2018`
  const before = await record.coordinator.get(`${group}/translations?q=seminaire&language=ko`)
  expect(pageWords(before.body)).not.toContain('Séminaire du groupe')
  await complete(later)
  expect(await words(page)).toContain('Séminaire du groupe')
  expect((await record.testApp.get(page)).body).toContain('evidence-supports')
  const waiting = await record.coordinator.get(`${group}/translations?q=seminaire&language=ko`)
  expect(pageWords(waiting.body)).toContain('Séminaire du groupe')
  await remove('groupe-seminaire-2018')
  await complete(later)
  expect(await words(tie)).not.toContain('Séminaire du groupe')
})
