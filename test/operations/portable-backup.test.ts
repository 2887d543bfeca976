import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BackupUnusable } from '../../src/platform/database/backup/backup-format.ts'
import { writeBackup } from '../../src/platform/database/backup/write-backup.ts'
import type { Connection } from '../../src/platform/database/connection.ts'
import {
  backUp,
  backupClock as clock,
  closeDatabases,
  contextOf,
  openEmbedded,
  openOnServer,
  restore,
  storageOf,
} from '../support/backups.ts'
import { buildNetwork } from '../support/build-network.ts'

let embedded: Connection
let written: string

beforeAll(async () => {
  embedded = await openEmbedded({ demonstration: true })
  await embedded
    .insertInto('platform_activity')
    .values({
      activity_id: '018cc251-f400-7000-8000-000000000001',
      network_id: null,
      actor: 'operator',
      verb: 'proved',
      subject_kind: 'value',
      subject_id: '018cc251-f400-7000-8000-000000000002',
      detail: '{"large": 123456789012345678901234567890.10, "text": "é한\\u2028\\n\\"\\\\ 𝒳", "none": null}',
      happened_at: '2017-07-07T10:00:00.123456+09:00',
    })
    .execute()
  await sql`update directory_organisation set latitude = 0.1::float8 + 0.2::float8, longitude = '-0' where slug = 'muju'`.execute(
    embedded,
  )
  await sql`update directory_organisation set valid_from = '0044-03-15 BC', machine_names = ${'{"a,b","NULL",NULL,"","\\"q\\""}'}::text[] where slug = 'seoul'`.execute(
    embedded,
  )
  await sql`update registry_agreement set planned_amount = 0.10, currency = 'EUR'`.execute(embedded)
  written = await backUp(embedded)
})
afterAll(closeDatabases)

test('what goes from the embedded database to a server and back is the same to the last digit', async () => {
  const server = await openOnServer({ directory: 'none' })
  await restore(server, written)
  expect(await backUp(server)).toBe(written)
  const returned = await openEmbedded({ directory: 'none' })
  await restore(returned, await backUp(server))
  expect(await backUp(returned)).toBe(written)
  const instant = sql<{ at: string; latitude: string }>`
    select (happened_at at time zone 'UTC')::text as at, o.latitude::text
    from platform_activity, directory_organisation o where verb = 'proved' and o.slug = 'muju'`
  expect((await instant.execute(returned)).rows).toEqual([
    { at: '2017-07-07 01:00:00.123456', latitude: '0.30000000000000004' },
  ])
})

test('names every table after those that it refers to, and the number of its rows', () => {
  const { tables } = JSON.parse(written.split('\n')[0] ?? '')
  const names: string[] = tables.map((table: { name: string }) => table.name)
  expect(names.indexOf('networks_network')).toBeLessThan(names.indexOf('registry_cooperation'))
  expect(names.indexOf('registry_cooperation')).toBeLessThan(names.indexOf('registry_party'))
  expect(names).not.toContain('platform_migration')
  expect(names.filter((name) => /^people_/.test(name)).sort()).toEqual([
    'people_invitation',
    'people_invitation_organisation',
    'people_passkey',
    'people_person',
    'people_role',
    'people_role_organisation',
    'people_token',
  ])
  const listed = tables.reduce((sum: number, table: { rows: number }) => sum + table.rows, 0)
  expect(written.trimEnd().split('\n')).toHaveLength(listed + tables.length + 2)
})

test('is one instant, whatever is written meanwhile', async () => {
  const server = await openOnServer({ directory: 'small' })
  let added = false
  const pieces: string[] = []
  await writeBackup(server, {
    clock,
    storage: storageOf(server),
    write: async (piece) => {
      pieces.push(piece)
      if (added) return
      added = true
      await sql`delete from directory_name`.execute(server)
      await sql`insert into platform_revision values ('late', 1, now())`.execute(server)
    },
    progress: () => undefined,
  })
  const restored = await openEmbedded({ directory: 'none' })
  await restore(restored, pieces.join(''))
  const names = await restored
    .selectFrom('directory_name')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirst()
  expect(Number(names?.count)).toBeGreaterThan(1000)
  expect(pieces.join('')).not.toContain('"late"')
})

test('is refused by a database that holds something, unless it is to be replaced', async () => {
  const server = await openOnServer({ directory: 'small' })
  await buildNetwork(contextOf(server))
  const before = await backUp(server)
  await expect(restore(server, written)).rejects.toThrow(
    /^The database is not empty: it holds more than the directory \(rows: .*1 of networks_network.*--replace/,
  )
  expect(await backUp(server)).toBe(before)
  await restore(server, written, true)
  const withoutRevisions = (text: string) =>
    text
      .split('\n')
      .slice(1, -2)
      .filter((line) => !line.includes('"revision"'))
  expect(withoutRevisions(await backUp(server))).toEqual(withoutRevisions(written))
})

test('takes the place of what a first start has loaded, before anybody did anything', async () => {
  const server = await openOnServer({ directory: 'small' })
  // What the start itself leaves, beside the directory.
  await sql`insert into platform_calendar_host (host, fixed_at) values ('new.example', now())`.execute(server)
  await sql`insert into platform_turn values (1) on conflict do nothing`.execute(server)
  expect(await restore(server, written)).toMatchObject({ writtenAt: '2026-11-02T09:00:00Z' })
})

test('moves the revisions beyond those that a running server knows', async () => {
  const server = await openOnServer({ directory: 'small' })
  await sql`update platform_revision set revision = 500`.execute(server)
  await restore(server, written, true)
  const { rows } = await sql<{ least: string }>`select min(revision) as least from platform_revision`.execute(
    server,
  )
  expect(Number(rows[0]?.least)).toBeGreaterThan(500)
})

const lines = () => written.split('\n')
const damages: [string, () => string, RegExp][] = [
  ['empty', () => '', /^This is no backup of entente/],
  ['some other text', () => '<!doctype html>\n', /^This is no backup of entente/],
  [
    'cut in the middle of a line',
    () => written.slice(0, written.length / 2),
    /cut short or damaged at line \d+/,
  ],
  ['cut between two lines', () => `${lines().slice(0, 40).join('\n')}\n`, /cut short or damaged at line \d+/],
  ['without its last line', () => `${lines().slice(0, -2).join('\n')}\n`, /cut short or damaged at line \d+/],
  ['with a row left out', () => lines().toSpliced(30, 1).join('\n'), /cut short or damaged at line \d+/],
  ['with a letter changed', () => written.replace('Muju', 'Mujv'), /its checksum is another/],
  [
    'with a value that its type does not take',
    () => written.replace(/"population":\d+/, '"population":"many"'),
    /cut short or damaged at line \d+/,
  ],
  ['with a second one after it', () => written + written, /its checksum is another/],
  ['of a newer format', () => written.replace('"entente_backup":2', '"entente_backup":3'), /newer release/],
  ['of a newer release', () => written.replace('"0001-ground"', '"0001-other"'), /does not know/],
  [
    'with a table of another shape',
    () => written.replace('"folded":"text"', '"unfolded":"text"'),
    /is not the one of its release/,
  ],
]

describe('a damaged file', () => {
  let server: Connection
  let before: string
  // One database for all of them: each test sees that nothing in it has changed.
  beforeAll(async () => {
    server = await openOnServer({ directory: 'small' })
    before = await backUp(server)
  })

  test.for(damages)('that is %s is refused in one line and changes nothing', async ([, damage, message]) => {
    const refusal = await restore(server, damage(), true).then(
      () => null,
      (error: unknown) => error,
    )
    expect(refusal).toBeInstanceOf(BackupUnusable)
    expect(String(refusal).replace('Error: ', '')).toMatch(message)
    expect(String(refusal)).not.toContain('\n')
    expect(await backUp(server)).toBe(before)
  })
})

test('an altered file changes nothing in the embedded database either', async () => {
  const other = await openEmbedded({ directory: 'small' })
  const before = await backUp(other)
  await expect(restore(other, written.replace('Muju', 'Mujv'), true)).rejects.toThrow('checksum')
  expect(await backUp(other)).toBe(before)
})
