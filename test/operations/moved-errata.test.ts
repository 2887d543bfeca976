import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../../src/platform/context/identifier.ts'
import { listMigrations, migrate } from '../../src/platform/database/migrations.ts'
import { backUp, closeDatabases, openEmbedded, openOnServer, restore } from '../support/backups.ts'

const day = '2026-11-02'
afterAll(closeDatabases)

test('a backup from before editions is restored with the errata of its minutes', async () => {
  const former = await openEmbedded({ directory: 'none' })
  await sql.raw('drop schema public cascade; create schema public').execute(former)
  await migrate(former, listMigrations()[listMigrations().indexOf('0068-editions') - 1])
  const ids = { network: newId(), meeting: newId(), erratum: newId(), person: newId() }
  const text = JSON.stringify({ fr: { text: 'Lire « avril »', state: 'original' } })
  await sql`insert into networks_network (network_id, slug, name, countries, languages, created_at, updated_at)
    values (${ids.network}, 'a', '{}', '{}', '{}', now(), now())`.execute(former)
  await sql`insert into minutes_meeting
    (meeting_id, network_id, slug, title, kind, held_on, zone, known_on, search, grams, created_at, updated_at)
    values (${ids.meeting}, ${ids.network}, 'b', '{}', 'group', ${day}, 'Asia/Seoul', ${day}, '', '{}', now(), now())`.execute(
    former,
  )
  await sql`insert into minutes_erratum (erratum_id, meeting_id, text, person_id, made_at, known_on)
    values (${ids.erratum}, ${ids.meeting}, ${text}, ${ids.person}, '2026-11-01T10:00:00Z', ${day})`.execute(
    former,
  )
  const written = await backUp(former)
  expect(written).toContain('"minutes_erratum"')
  const database = await openOnServer({ directory: 'none' })
  await restore(database, written)
  expect(await database.selectFrom('platform_erratum').selectAll().execute()).toEqual([
    {
      erratum_id: ids.erratum,
      subject_kind: 'minutes',
      subject_id: ids.meeting,
      text: JSON.parse(text),
      person_id: ids.person,
      made_at: new Date('2026-11-01T10:00:00Z'),
      known_on: day,
      said: null,
      about: null,
      word: null,
    },
  ])
})
