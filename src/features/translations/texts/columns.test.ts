import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  return testApp.close
})

// A person’s name or function waits for no translator, and must reach no machine.
const ofPeople = [
  'minutes_decision.said_by',
  'minutes_meeting.chair',
  'minutes_participant.function',
  'networks_membership.person',
  'registry_agreement_party.signatory',
]
// About roles in the group and values in a dispute, beside texts that are indexed.
const beside = [
  'networks_membership.from_words',
  'networks_membership.until_words',
  'registry_dispute_value.value',
]
const indexed = [
  'directory_organisation.about',
  'minutes_decision.text',
  'minutes_meeting.place',
  'minutes_meeting.title',
  'minutes_point.title',
  'minutes_resource.label',
  'networks_landmark.title',
  'networks_network.objectives',
  'networks_network.summary',
  'agenda_event.frame',
  'agenda_event.title',
  'agenda_event.words',
  'registry_actor.role',
  'registry_agreement.title',
  'registry_agreement_step.words',
  'registry_cooperation.inheritance',
  'registry_cooperation.since_words',
  'registry_cooperation.summary',
  'registry_dispute.note',
  'registry_interest.offers',
  'registry_interest.seeks',
  'registry_note.label',
  'registry_prospect.text',
  'registry_source.note',
  'registry_source.title',
  'registry_standing.reason',
]

test('indexes every column in which texts stand, and leaves out those that are named here', async () => {
  const { database } = testApp.context
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and data_type = 'jsonb' and table_name not like 'translations%'
    order by table_name, column_name
  `.execute(database)
  const holding: string[] = []
  for (const { table, column } of columns) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where ${sql.ref(column)}::text like '%"state": "original"%' limit 1
    `.execute(database)
    if (rows.length > 0) holding.push(`${table}.${column}`)
  }
  expect(holding.toSorted()).toEqual([...ofPeople, ...beside, ...indexed].toSorted())
})

test('keeps names of people out of the index', async () => {
  const { rows } = await sql<{ person: string }>`
    select distinct person -> 'fr' ->> 'text' as person from networks_membership where person <> '{}'
  `.execute(testApp.context.database)
  expect(rows.length).toBeGreaterThan(0)
  const texts = await testApp.context.database.selectFrom('translations_text').select('text').execute()
  const all = new Set(texts.map(({ text }) => text))
  expect(rows.filter(({ person }) => all.has(person))).toEqual([])
})

test('writes every kind of text that is listed, where it still is what it was', async () => {
  const { application, context } = testApp
  const networks = await context.database.selectFrom('networks_network').select('network_id as id').execute()
  const written = new Set<string>()
  for (const { kind, listTexts, replaceText } of application.textOwners)
    for (const { id: networkId } of networks)
      for (const { recordId, texts } of await listTexts(context, networkId))
        for (const { path, text: before } of texts) {
          const place = `${kind} ${path.replaceAll(/[0-9a-f-]{36}|\d+/g, '*')}`
          if (written.has(place) || Object.keys(before).length === 0) continue
          const after = { ...before, de: { text: 'Übersetzt', state: 'reviewed' as const } }
          const replacement = { networkId, recordId, path, before, after }
          expect(await replaceText(context, replacement), place).toBe(true)
          expect(await replaceText(context, replacement), place).toBe(false)
          expect(await replaceText(context, { ...replacement, before: after, after: before }), place).toBe(
            true,
          )
          written.add(place)
        }
  expect(written.size).toBeGreaterThan(20)
})
