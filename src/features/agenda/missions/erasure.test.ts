import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { original } from '../../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { eventTexts } from '../event-texts.commands.ts'
import { writeMission } from './document/commands.ts'
import { emptyMission, type MissionDocument } from './document/schema.ts'
import { emptyImmersion } from './immersion.ts'

const name = 'Solange Introuvable'
const id = (last: string) => `019a0000-0000-7000-8000-00000000000${last}`
const mission: MissionDocument = {
  head: { name, post: original('Adjointe'), organisationId: null, organisationWords: `Cabinet de ${name}` },
  members: [
    {
      id: id('1'),
      kind: 'elected',
      count: null,
      names: `${name}, Jean Autre`,
      organisationId: null,
      organisationWords: '',
    },
  ],
  stops: [
    {
      id: id('2'),
      placeId: null,
      place: original(`Chez ${name}`),
      when: '2017-09',
      words: original(`selon ${name}`),
      startsAt: null,
      endsAt: null,
      zone: null,
      counterparts: [{ id: id('3'), organisationId: null, organisationWords: `Étude ${name}` }],
      programme: [
        {
          id: id('4'),
          day: null,
          start: null,
          end: null,
          title: original(`Discours de ${name}`),
          language: null,
        },
      ],
    },
  ],
  seats: [{ id: id('5'), stopId: id('2'), count: 1, forWhom: original(`avec ${name}`), until: '2017-08-31' }],
  debrief: { account: original(`Dit ${name}`), outcome: original(name), nextSteps: original(`Par ${name}`) },
  immersion: { ...emptyImmersion, hostPost: original(`Chef de ${name}`), aims: original(`Voir ${name}`) },
}

let testApp: TestApp
let member: SignedIn
let eventId: string
let networkId: string
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const event = await testApp.context.database
    .selectFrom('agenda_event')
    .select(['event_id', 'network_id'])
    .where('slug', '=', 'paris-maire-coree-2017')
    .executeTakeFirstOrThrow()
  eventId = event.event_id
  networkId = event.network_id
  member = await signIn(testApp, { role: 'member', networkId, name })
  const actor = {
    kind: 'person',
    personId: member.personId,
    name,
    isOperator: false,
    holdings: [],
    scopes: null,
  }
  await writeMission(
    { ...testApp.context, actor: { ...actor, kind: 'person' } },
    eventId,
    emptyMission,
    mission,
  )
  await sql`
    insert into agenda_seat_request (request_id, event_id, seats_id, organisation_id, count, words, language, asked_at, asked_by, answer)
    select ${id('6')}, ${eventId}, ${id('5')}, organisation_id, 1, ${`Je suis ${name}`}, 'fr', now(), ${member.personId}, ${`Merci ${name}`}
    from directory_organisation where slug = 'tours'
  `.execute(testApp.context.database)
})
afterAll(() => testApp.close())

async function places(): Promise<string[]> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column" from information_schema.columns
    where table_schema = 'public' and (table_name like 'agenda\\_mission%' or table_name = 'agenda_seat_request')
      and data_type in ('text', 'jsonb', 'uuid')
    order by 1, 2
  `.execute(testApp.context.database)
  const found: string[] = []
  for (const { table, column } of columns) {
    const { rows } = await sql`
      select 1 from ${sql.table(table)}
      where ${sql.ref(column)}::text ilike any(${[`%${name}%`, `%${member.personId}%`]}::text[])
    `.execute(testApp.context.database)
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('every text of a sheet can be translated, and is written only where it still is what it was', async () => {
  const [texts] = await eventTexts.listTexts(testApp.context, networkId, [eventId])
  const paths = (texts?.texts ?? []).map(({ path }) => path).filter((path) => path.startsWith('mission.'))
  expect(paths).toEqual([
    'mission.head.post',
    'mission.immersion.host_post',
    'mission.immersion.aims',
    `mission.stops.${id('2')}.place`,
    `mission.stops.${id('2')}.words`,
    `mission.programme.${id('4')}.title`,
    `mission.seats.${id('5')}.forWhom`,
    'mission.debrief.account',
    'mission.debrief.outcome',
    'mission.debrief.nextSteps',
  ])
  const operator = { ...testApp.context, actor: { kind: 'operator' as const } }
  for (const each of texts?.texts ?? []) {
    const after = { ...each.text, ko: { text: `번역: ${name}`, state: 'reviewed' as const } }
    const replacement = {
      networkId,
      recordKind: 'activity',
      recordId: eventId,
      path: each.path,
      before: each.text,
      after,
    }
    expect(await eventTexts.replaceText(operator, replacement), each.path).toBe(true)
    expect(await eventTexts.replaceText(operator, replacement), each.path).toBe(false)
  }
})

test('somebody reads which delegations name them and for what seats they asked', async () => {
  const collected = await Promise.all(
    testApp.application.personalData.map((each) =>
      each.collect(testApp.context, { personId: member.personId, names: [name], addresses: [] }),
    ),
  )
  const data = Object.fromEntries(collected.flat().map(({ section, records }) => [section, records]))
  expect(data.delegations).toMatchObject([{ name }, { name: `${name}, Jean Autre` }])
  expect(data.seatRequests).toMatchObject([{ text: `Je suis ${name}` }])
})

test('an erasure leaves their name nowhere in missions; post and others stay', async () => {
  expect((await places()).length).toBeGreaterThan(14)
  const subject = { personId: member.personId, names: [name], addresses: [] }
  for (const { erase } of testApp.application.personalData) await erase(testApp.context, subject)
  expect(await places()).toEqual([])
  const row = await testApp.context.database
    .selectFrom('agenda_mission as m')
    .innerJoin('agenda_mission_member as member', 'member.event_id', 'm.event_id')
    .select(['m.head_name', 'm.head_post', 'member.names'])
    .executeTakeFirstOrThrow()
  expect([row.head_name, row.head_post.fr?.text]).toEqual(['', 'Adjointe'])
  expect(row.names).toContain('Jean Autre')
})
