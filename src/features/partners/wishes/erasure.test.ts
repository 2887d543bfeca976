import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWish, openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'

const name = 'Aline Adjointe'
let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
  await addWish(fixture.member)
})
afterAll(() => fixture.close())

test('an erasure leaves the name in none of the texts of a wish, and the rest of them as it was', async () => {
  const { database } = fixture.testApp.context
  const words = JSON.stringify({ fr: { text: `Selon ${name}, avant l’été`, state: 'original' } })
  for (const column of ['title', 'text', 'means', 'returns', 'horizon_words'])
    await sql`update partners_wish set ${sql.ref(column)} = ${words}::jsonb`.execute(database)
  const kept = async () =>
    JSON.stringify(await database.selectFrom('partners_wish').selectAll().execute()).split(name).length - 1
  expect(await kept()).toBe(5)
  const subject = { personId: null, names: [name], addresses: [] }
  for (const { erase } of fixture.testApp.application.personalData)
    await erase(fixture.testApp.context, subject)
  expect(await kept()).toBe(0)
  const { horizon_words: horizon } = await database
    .selectFrom('partners_wish')
    .select('horizon_words')
    .executeTakeFirstOrThrow()
  expect(horizon.fr?.text).toContain('avant l’été')
})
