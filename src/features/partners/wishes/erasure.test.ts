import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWish, openWishing, type WishingGround } from '../../../../test/support/wishes.ts'

const name = 'Aline Adjointe'
let ground: WishingGround
beforeAll(async () => {
  ground = await openWishing()
  await addWish(ground.member)
})
afterAll(() => ground.close())

test('an erasure leaves the name in none of the texts of a wish, and the rest of them as it was', async () => {
  const { database } = ground.house.context
  const words = JSON.stringify({ fr: { text: `Selon ${name}, avant l’été`, state: 'original' } })
  for (const column of ['title', 'text', 'means', 'returns', 'horizon_words'])
    await sql`update partners_wish set ${sql.ref(column)} = ${words}::jsonb`.execute(database)
  const kept = async () =>
    JSON.stringify(await database.selectFrom('partners_wish').selectAll().execute()).split(name).length - 1
  expect(await kept()).toBe(5)
  const subject = { personId: null, names: [name], addresses: [] }
  for (const { erase } of ground.house.application.personalData) await erase(ground.house.context, subject)
  expect(await kept()).toBe(0)
  const { horizon_words: horizon } = await database
    .selectFrom('partners_wish')
    .select('horizon_words')
    .executeTakeFirstOrThrow()
  expect(horizon.fr?.text).toContain('avant l’été')
})
