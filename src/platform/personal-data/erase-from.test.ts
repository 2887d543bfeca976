import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { newId } from '../context/identifier.ts'
import type { Connection } from '../database/connection.ts'
import { inTransaction } from '../database/transaction.ts'
import { fold, grams } from '../search/index.ts'
import { eraseFrom, type NamingTable } from './erase-from.ts'
import type { DataSubject } from './personal-data.ts'

const now = '2026-11-02T09:00:00Z'
const day = '2026-11-02'
const personId = newId()
const helene: DataSubject = { personId, names: ['Hélène Kerbihan'], addresses: ['helene@ville.example'] }

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  return testApp.close
})

/** Erases her from a table whose rows belong to nothing else. */
async function erased(
  tables: readonly NamingTable[],
  fill: (database: Connection) => Promise<unknown>,
  subject: DataSubject = helene,
) {
  return inTransaction(testApp.context, async (inside) => {
    // Nothing that these rows belong to is there.
    await sql`set local session_replication_role = replica`.execute(inside.database)
    await fill(inside.database)
    return eraseFrom(inside, subject, tables)
  })
}

test('a name goes from texts, and from what they are found by', async () => {
  const row = (text: string, recordId: string) => ({
    text_id: newId(),
    network_id: newId(),
    record_kind: 'cooperation',
    record_id: recordId,
    path: 'summary',
    language: 'fr',
    state: 'original',
    text,
    original_language: 'fr',
    known_on: day,
    changed_at: now,
    search: fold(text),
    grams: grams(fold(text)),
  })
  const [named, other] = [row('Présenté par Hélène Kerbihan', newId()), row('Hélène Martin', newId())]
  const changed = await erased(
    [{ table: 'translations_text', key: ['text_id'], texts: ['text'], folded: ['search'], grams: true }],
    (database) => database.insertInto('translations_text').values([named, other]).execute(),
  )
  const rows = await testApp.context.database
    .selectFrom('translations_text')
    .select(['text', 'search', 'grams'])
    .orderBy('text', 'desc')
    .execute()
  expect(rows).toEqual([
    { text: 'Présenté par […]', search: 'presente par […]', grams: grams('presente par […]') },
    { text: other?.text, search: other?.search, grams: other?.grams },
  ])
  expect([...changed]).toEqual([['translations_text', [{ text_id: named?.text_id }]]])
})

test('of a name alone nothing is left, of one with a function the function', async () => {
  const member = (names: string, position: number) => ({
    member_id: newId(),
    event_id: newId(),
    position,
    kind: 'other',
    names,
    organisation_words: names,
  })
  await erased(
    [
      {
        table: 'agenda_mission_member',
        key: ['member_id'],
        texts: ['organisation_words'],
        names: ['names'],
      },
    ],
    (database) =>
      database
        .insertInto('agenda_mission_member')
        .values([member('Hélène Kerbihan', 1), member('Hélène Kerbihan, maire', 2), member('Jean Martin', 3)])
        .execute(),
  )
  const rows = await testApp.context.database
    .selectFrom('agenda_mission_member')
    .select(['names', 'organisation_words as words'])
    .orderBy('position')
    .execute()
  expect(rows).toEqual([
    { names: '', words: '[…]' },
    { names: 'maire', words: 'maire' },
    { names: 'Jean Martin', words: 'Jean Martin' },
  ])
})

test('a list of texts and a text that is JSON stay what they are', async () => {
  await erased(
    [
      { table: 'registry_passage', key: ['source_id', 'position'], texts: ['heading'] },
      { table: 'registry_dispute_value', key: ['dispute_id', 'position'], texts: ['value'] },
    ],
    async (database) => {
      await database
        .insertInto('registry_passage')
        .values({
          source_id: newId(),
          position: 1,
          heading: ['« "Une" \\ maire »', 'Dit par Hélène Kerbihan'],
          paragraph: 1,
          text: '',
        })
        .execute()
      await database
        .insertInto('registry_dispute_value')
        .values({
          dispute_id: newId(),
          position: 0,
          value: JSON.stringify('2016, selon "Hélène Kerbihan"'),
          rank: 'normal',
          known_on: day,
        })
        .execute()
    },
  )
  const { database } = testApp.context
  expect(await database.selectFrom('registry_passage').select('heading').execute()).toEqual([
    { heading: ['« "Une" \\ maire »', 'Dit par […]'] },
  ])
  expect(await database.selectFrom('registry_dispute_value').select('value').execute()).toEqual([
    { value: '2016, selon "[…]"' },
  ])
})

test('frozen JSON stays canonical, and a name goes after an escaped line end too', async () => {
  const edition = (facts: string, number: number) => ({
    edition_id: newId(),
    network_id: newId(),
    kind: 'brief',
    number,
    day,
    facts,
    digest: '0'.repeat(64),
    made_at: now,
    known_on: day,
  })
  const others = '{\n  "b": "Hélène Kerbihane", "a": 1\n}'
  await erased([{ table: 'platform_edition', key: ['edition_id'], documents: ['facts'] }], (database) =>
    database
      .insertInto('platform_edition')
      .values([
        edition('{"10":"Présents :\\nHélène Kerbihan","9":{"fr":"Hélène Kerbihan, maire"}}', 1),
        edition(others, 2),
      ])
      .execute(),
  )
  const { database } = testApp.context
  expect(await database.selectFrom('platform_edition').select('facts').orderBy('number').execute()).toEqual([
    { facts: '{"10":"Présents :\\n[…]","9":{"fr":"maire"}}' },
    { facts: others },
  ])
})

test('who did something is forgotten, by id or as an actor; what others did is not', async () => {
  const refusal = (refusedBy: string) => ({
    refusal_id: newId(),
    network_id: newId(),
    introduction_id: newId(),
    wish_id: newId(),
    organisation_id: newId(),
    refused_id: newId(),
    reason: 'other',
    refused_at: now,
    refused_by: refusedBy,
    known_on: day,
  })
  const visits = (statedBy: string, count: number) => ({
    event_id: newId(),
    visits: count,
    stated_by: statedBy,
    stated_at: now,
    known_on: day,
  })
  const other = newId()
  const tables: readonly NamingTable[] = [
    { table: 'partners_refusal', people: { refused_by: 'unknown' } },
    { table: 'partners_visit_count', people: { stated_by: null } },
  ]
  const fill = async (database: Connection) => {
    await database
      .insertInto('partners_refusal')
      .values([refusal(`person:${personId}`), refusal(`person:${other}`), refusal('operator')])
      .execute()
    await database
      .insertInto('partners_visit_count')
      .values([visits(personId, 2), visits(other, 3)])
      .execute()
  }
  await erased(tables, fill)
  const { database } = testApp.context
  const refusals = await database.selectFrom('partners_refusal').select('refused_by').execute()
  expect(refusals.map(({ refused_by }) => refused_by).sort()).toEqual([
    'operator',
    `person:${other}`,
    'unknown',
  ])
  const counts = await database
    .selectFrom('partners_visit_count')
    .select('stated_by')
    .orderBy('visits')
    .execute()
  expect(counts.map(({ stated_by }) => stated_by)).toEqual([null, other])

  // Without an account nobody is meant: neither rows of nobody nor all rows.
  await erased(tables, async () => {}, { ...helene, personId: null })
  expect(await database.selectFrom('partners_refusal').select('refused_by').execute()).toEqual(refusals)
})

test('their own rows go or are emptied, found by account or by address in any letters', async () => {
  const invitee = (words: string, person: string | null, address: string) => ({
    invitee_id: newId(),
    meeting_id: newId(),
    person_id: person,
    name: 'H. K.',
    address,
    language: 'fr',
    asked_at: now,
    words,
  })
  const draft = (person: string) => ({
    person_id: person,
    network_id: newId(),
    form: 'summary',
    fields: '{}',
    saved_at: now,
  })
  const other = newId()
  await erased(
    [
      {
        table: 'minutes_invitee',
        own: { person: 'person_id', address: 'address', left: { name: '', address: null } },
      },
      { table: 'contributions_draft', own: { person: 'person_id', left: 'nothing' } },
    ],
    async (database) => {
      await database
        .insertInto('minutes_invitee')
        .values([
          invitee('1', personId, 'other@ville.example'),
          invitee('2', null, 'Helene@Ville.example'),
          invitee('3', other, 'another@ville.example'),
        ])
        .execute()
      await database
        .insertInto('contributions_draft')
        .values([draft(personId), draft(other)])
        .execute()
    },
  )
  const { database } = testApp.context
  expect(
    await database
      .selectFrom('minutes_invitee')
      .select(['name', 'address', 'words'])
      .orderBy('words')
      .execute(),
  ).toEqual([
    { name: '', address: null, words: '1' },
    { name: '', address: null, words: '2' },
    { name: 'H. K.', address: 'another@ville.example', words: '3' },
  ])
  expect(await database.selectFrom('contributions_draft').select('person_id').execute()).toEqual([
    { person_id: other },
  ])
})

test('what the schema has not got does not compile', () => {
  const lists: NamingTable[][] = [
    // @ts-expect-error a column of another table
    [{ table: 'partners_refusal', key: ['refusal_id'], texts: ['title'] }],
    // @ts-expect-error texts without the key by which they are written
    [{ table: 'partners_refusal', texts: ['words'] }],
    // @ts-expect-error this column always names who
    [{ table: 'partners_refusal', people: { refused_by: null } }],
    // @ts-expect-error no instant says who
    [{ table: 'partners_refusal', people: { revoked_at: null } }],
    // @ts-expect-error it is not searched by grams
    [{ table: 'partners_refusal', key: ['refusal_id'], texts: ['words'], grams: true }],
    // @ts-expect-error an address that is nowhere
    [{ table: 'partners_refusal', own: { address: 'address', left: 'nothing' } }],
    // @ts-expect-error no table of ours
    [{ table: 'partners_nothing' }],
  ]
  expect(lists).toHaveLength(7)
})
