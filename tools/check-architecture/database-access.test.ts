import { expect, test } from 'vitest'
import { createProject } from '../project/project.ts'
import { checkDatabaseAccess } from './database-access.ts'

const found = (path: string, text: string) =>
  checkDatabaseAccess(createProject({ 'src/platform/database/pool.ts': '', [path]: text })).map(
    ({ line, rule }) => `${line} ${rule}`,
  )

const inAgenda = (file: string, text: string) => found(`src/features/agenda/${file}`, text)

test.each(['pages.tsx', 'relay.pages.tsx', 'api.ts', 'views/day-page.tsx', 'policy.ts', 'holidays.ts'])(
  'lets no SQL into %s',
  (file) => {
    expect(inAgenda(file, "db.selectFrom('agenda_event')")).toEqual(['1 sql-place'])
    expect(inAgenda(file, 'sql`select 1`')).toEqual(['1 sql-place'])
    expect(inAgenda(file, '\nsql<Row>`select 1`')).toEqual(['2 sql-place'])
    expect(inAgenda(file, "pool.query('select 1')")).toEqual(['1 sql-place'])
    expect(inAgenda(file, "sql.raw('now()')")).toEqual(['1 sql-place'])
  },
)

test('does not take a request for a query', () => {
  expect(inAgenda('pages.tsx', 'const { page } = request.query')).toEqual([])
})

test('lets queries read any table and change none', () => {
  expect(
    inAgenda('queries.ts', "db.selectFrom('people_account').innerJoin('agenda_event', 'a', 'b')"),
  ).toEqual([])
  expect(inAgenda('queries.ts', "db.deleteFrom('agenda_event')")).toEqual(['1 queries-read'])
  expect(inAgenda('events/queries.ts', 'sql`update agenda_event set title = 1`')).toEqual(['1 queries-read'])
  expect(inAgenda('events/relay.queries.ts', "db.deleteFrom('agenda_event')")).toEqual(['1 queries-read'])
  expect(inAgenda('events/closing.commands.ts', "db.deleteFrom('agenda_event')")).toEqual([])
})

test('lets a feature write its own tables', () => {
  const text = `db.insertInto('agenda_event').values(v)
db.updateTable('agenda_event as e').set(s)
db.deleteFrom('agenda_event')
sql\`insert into agenda_event (a) values (1) on conflict (a) do update set a = 2\`
sql\`select 1 from people_account for update\``
  expect(inAgenda('commands.ts', text)).toEqual([])
})

test.each([
  "db.insertInto('people_account')",
  "db.updateTable('people_account as a')",
  "db.updateTable(['agenda_event', 'people_account'])",
  'db.deleteFrom(`people_account`)',
  "db.mergeInto('public.people_account')",
  'sql`insert into people_account (a) values (1)`',
  'sql`INSERT\n INTO "people_account" (a) values (1)`',
  'sql`update only people_account as p set a = 1`',
  'sql`with x as (delete from people_account returning 1) select 1`',
  'sql`truncate people_account`',
  'sql`delete from ${sql.table("people_account")}`',
  "client.query('merge into people_account using x on true')",
  "const text = 'delete from people_account where id = $1'",
])('refuses %s away from home', (text) => {
  expect(inAgenda('commands.ts', text)).toEqual(['1 table-owner'])
})

test('reads whose tables an erasure lists', () => {
  const erasure = (...tables: string[]) => `eraseFrom(context, subject, [\n${tables.join(',\n')}])`
  const event = "{ table: 'agenda_event', key: ['event_id'], texts: ['title'] }"
  const account = "{ people: { made_by: null }, table: 'people_account' }"
  expect(inAgenda('commands.ts', erasure(event))).toEqual([])
  expect(inAgenda('commands.ts', erasure(event, account))).toEqual(['3 table-owner'])
  expect(inAgenda('commands.ts', erasure(event, '{ table }', '...others'))).toEqual([
    '3 table-owner',
    '4 table-owner',
  ])
  expect(inAgenda('commands.ts', 'eraseFrom(context, subject, tables)')).toEqual(['1 table-owner'])
  expect(inAgenda('queries.ts', erasure(event))).toEqual(['2 queries-read'])
  expect(found('src/platform/mail/mails.ts', erasure("{ table: 'platform_mail' }"))).toEqual([])
})

test('knows the table that a piece of the platform is bound to', () => {
  const bound = (table: string) => `secretLinks({ table: ${table}, owner: ['id'] })`
  expect(inAgenda('links.ts', bound("'agenda_link'"))).toEqual([])
  expect(inAgenda('links.ts', bound("'people_link'"))).toEqual(['1 table-owner'])
  expect(inAgenda('links.ts', bound('table').replace('secret', 'confirmed'))).toEqual(['1 table-owner'])
})

test('asks features for literal names of tables', () => {
  expect(inAgenda('commands.ts', 'db.insertInto(table)')).toEqual(['1 table-owner'])
  expect(inAgenda('commands.ts', 'sql`delete from ${sql.table(name)}`')).toEqual(['1 table-owner'])
  expect(found('src/platform/backup/restore.ts', 'db.insertInto(table)')).toEqual([])
})

test('takes the tables that a noun describes to a piece for written', () => {
  const described = (table: string) => `const rows = { table: ${table}, of: 'event_id' }
export const eventTexts = textOwner({ texts: [{ ...rows, fields: {} }] })`
  expect(inAgenda('event-texts.commands.ts', described("'agenda_event'"))).toEqual([])
  expect(inAgenda('event-texts.commands.ts', described("'people_account'"))).toEqual(['1 table-owner'])
  expect(inAgenda('event-texts.commands.ts', described('name'))).toEqual(['1 table-owner'])
  expect(inAgenda('event-texts.queries.ts', described("'agenda_event'"))).toEqual(['1 queries-read'])
  expect(inAgenda('commands.ts', "draw({ table: 'people_account' })")).toEqual([])
})

test('keeps a name that merely begins alike apart', () => {
  expect(found('src/features/call/commands.ts', "db.insertInto('calls_call')")).toEqual(['1 table-owner'])
  expect(found('src/features/open-calls/commands.ts', "db.insertInto('open_calls_call')")).toEqual([])
})

test('lets the platform write its own tables, and the layers above it none', () => {
  expect(found('src/platform/activity.ts', "db.insertInto('platform_activity')")).toEqual([])
  expect(found('src/platform/activity.ts', "db.insertInto('agenda_event')")).toEqual(['1 table-owner'])
  expect(found('src/worker.ts', "db.insertInto('platform_activity')")).toEqual(['1 table-owner'])
  expect(inAgenda('commands.ts', "db.insertInto('platform_activity')")).toEqual(['1 table-owner'])
})

test('reads no table into a sentence', () => {
  expect(
    inAgenda('commands.ts', "const text = 'Delete from the list, then update it, and set a day'"),
  ).toEqual([])
})

test('leaves tests free', () => {
  expect(inAgenda('commands.test.ts', "db.insertInto('people_account')")).toEqual([])
})

test('keeps subjects away from the database and HTTP', () => {
  expect(inAgenda('holidays.ts', "import type { P } from '../../platform/database/pool.ts'")).toEqual([
    '1 pure-subject',
  ])
  expect(inAgenda('events/clocks.ts', "import '../../../platform/database/pool.ts'")).toEqual([
    '1 pure-subject',
  ])
  expect(inAgenda('commands.ts', "import '../../platform/database/pool.ts'")).toEqual([])
})
