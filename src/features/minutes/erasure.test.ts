import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { buildMeeting } from '../../../test/support/build-meeting.ts'
import type { BuiltNetwork } from '../../../test/support/build-network.ts'
import { original } from '../../../test/support/build-texts.ts'
import { openKeptGroup } from '../../../test/support/open-kept-group.ts'
import type { TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../test/support/sign-in.ts'

const name = 'Solange Introuvable'
const address = 'solange@limoges.example'

let testApp: TestApp
let network: BuiltNetwork
let keeper: SignedIn
let path: string
beforeAll(async () => {
  ;({ testApp, network, keeper } = await openKeptGroup())
  const meeting = await buildMeeting(testApp.context, network, {
    isHeld: true,
    points: [{ title: original('Budget'), rapporteur: name, plannedMinutes: null }],
    sections: [
      { title: original('Budget'), text: original(`L’adjointe, ${name}, présente le budget.`), level: 2 },
    ],
    participants: [
      {
        name,
        function: original('Adjointe au maire'),
        organisationId: null,
        organisationWords: '',
        presence: 'present',
        representedBy: '',
        isNamed: true,
      },
    ],
    decisions: [
      {
        text: original('Voter le budget'),
        saidBy: original('Le groupe'),
        state: 'decided',
        horizon: null,
        knownOn: '2026-11-01',
        actions: [
          {
            text: original('Écrire'),
            organisationId: null,
            person: name,
            due: null,
            dueWords: {},
            knownOn: '2026-11-01',
          },
        ],
      },
    ],
    resources: [
      {
        kind: 'page',
        language: 'fr',
        label: original('Page'),
        url: null,
        copyWords: '',
        knownOn: '2026-11-01',
      },
    ],
  })
  path = `/fr/${meeting.path}`
  const member = await signIn(testApp, { role: 'member', networkId: network.id, name })
  await keeper.post(`${path}/convocation`, {
    addresses: `${name} <${address}>`,
    language: 'fr',
    action: 'send',
  })
  await keeper.post(`${path}/notes`, { [`text.${meeting.id}`]: name, [`base.${meeting.id}`]: '' })
  await testApp.context.database
    .updateTable('minutes_participant')
    .set({ person_id: member.personId })
    .where('meeting_id', '=', meeting.id)
    .execute()
  await keeper.post(`${path}/text/amendable`, { until: '2026-12-01' })
  const { id: section } = await testApp.context.database
    .selectFrom('minutes_section')
    .select('section_id as id')
    .executeTakeFirstOrThrow()
  const amendment = {
    section,
    language: 'fr',
    passage: 'budget',
    proposal: `budget de ${name}`,
    reason: name,
  }
  await member.post(`${path}/amendments`, amendment)
  const action = await testApp.context.database
    .selectFrom('minutes_action')
    .select('action_id as id')
    .executeTakeFirstOrThrow()
  await keeper.post(`/fr/${network.slug}/meetings/actions/${action.id}`, {
    state: 'done',
    note: `Dit ${name}`,
  })
  await keeper.post(`${path}/text/final`, { number: '1', sure: 'yes' })
  await keeper.post(`${path}/text/errata`, { 'text.fr.text': `Lire ${name}.` })
  return testApp.close
})

// Columns that are no free text: codes, digests, dates, addresses of pages.
const structural =
  /_id$|^(slug|kind|subject_kind|zone|state|stance|language|languages|presence|due|horizon|answer|decision|url|moved_to|final_sha256|final_number|grams|publisher|published)$/

async function columns(): Promise<{ table: string; column: string; type: string }[]> {
  const { rows } = await sql<{ table: string; column: string; type: string }>`
    select table_name as "table", column_name as "column", data_type as type from information_schema.columns
    where table_schema = 'public' and (table_name like 'minutes\\_%' or table_name = 'platform_erratum') and data_type in ('text', 'jsonb')
    order by 1, 2
  `.execute(testApp.context.database)
  return rows.filter(({ column }) => !structural.test(column))
}

async function places(): Promise<string[]> {
  const found: string[] = []
  const wanted = [...(await columns()), { table: 'registry_passage', column: 'text' }]
  for (const { table, column } of wanted) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where ${sql.ref(column)}::text ilike any(${[`%${name}%`, `%${address}%`]}::text[])
    `.execute(testApp.context.database)
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('somebody reads to which meetings they were convened and what they wrote', async () => {
  const collected = await Promise.all(
    testApp.application.personalData.map((each) =>
      each.collect(testApp.context, { personId: null, names: [name], addresses: [address] }),
    ),
  )
  const data = Object.fromEntries(collected.flat().map(({ section, records }) => [section, records]))
  expect(data.convocations).toMatchObject([{ name, address }])
  expect(data.participations).toMatchObject([{ name, kind: 'present' }])
})

test('an erasure leaves their name nowhere in meetings, whatever column it was written in', async () => {
  const { database } = testApp.context
  for (const { table, column, type } of await columns()) {
    const value = type === 'jsonb' ? JSON.stringify(original(`Dit ${name}`)) : `Dit ${name} (${address})`
    if (`${table}.${column}` === 'minutes_version.document' || column === 'address') continue
    const typed = type === 'jsonb' ? sql`${value}::jsonb` : sql`${value}`
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${typed}`.execute(database)
  }
  expect((await places()).length).toBeGreaterThan(25)
  const subject = { personId: null, names: [name], addresses: [address] }
  for (const { erase } of testApp.application.personalData) await erase(testApp.context, subject)
  expect(await places()).toEqual([])
})

test('the function, the body and that somebody was there stay', async () => {
  expect(pageWords((await keeper.get(path)).body)).toMatch(/Participants .*Présent/)
})
