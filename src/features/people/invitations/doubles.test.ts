import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp } from '../../../../test/support/open-test-app.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { readMigration } from '../../../platform/database/migrations.ts'

test('of doubles that an older release has kept, the newest of an address, role and network stays open', async () => {
  const testApp = await openTestApp({ directory: 'none' })
  onTestFinished(testApp.close)
  const { database } = testApp.context
  await sql`drop index people_invitation_open`.execute(database)
  await sql`drop table platform_turn`.execute(database)
  const { id } = await buildNetwork(testApp.context)
  const invite = async (name: string, role: string, madeAt: string, acceptedAt: string | null = null) =>
    sql`
      insert into people_invitation (invitation_id, token_digest, network_id, role, address, name, language, made_at, expires_at, accepted_at)
      values (${newId()}, ${name}, ${id}, ${role}, 'two@mairie.example', ${name}, 'fr', ${madeAt}, '2026-12-01', ${acceptedAt})
    `.execute(database)
  await invite('newest', 'member', '2026-11-02T10:00:02Z')
  await invite('oldest', 'member', '2026-11-02T10:00:00Z')
  await invite('older', 'member', '2026-11-02T10:00:01Z')
  await invite('accepted', 'member', '2026-11-02T10:00:03Z', '2026-11-02T11:00:00Z')
  await invite('other role', 'reader', '2026-11-02T10:00:00Z')
  await sql.raw(readMigration('0060-turns-and-open-invitations')).execute(database)
  const open = await database
    .selectFrom('people_invitation')
    .select('name')
    .where('withdrawn_at', 'is', null)
    .orderBy('name')
    .execute()
  expect(open.map(({ name }) => name)).toEqual(['accepted', 'newest', 'other role'])
})
