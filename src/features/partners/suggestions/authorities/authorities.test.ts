import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { listAuthorities } from './queries.ts'

let house: TestApp
beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
})
afterAll(() => house.close())

test('however many authorities there are, each is read once, in the order of their keys', async () => {
  const { context } = house
  const made = 2500
  await sql`
    insert into directory_organisation (organisation_id, key, country, kind, slug, name, search, grams, created_at, updated_at)
    select gen_random_uuid(), 'place-' || n, 'FR', case when n = 7 then 'association' else 'commune' end, 'place-' || n, '{}', '', '{}', now(), now()
    from generate_series(1, ${made}::int) n
  `.execute(context.database)
  const found = await listAuthorities(context, ['FR', 'KR'])
  expect(found).toHaveLength(made - 1)
  expect(new Set(found.map(({ id }) => id)).size).toBe(made - 1)
  const { rows } = await sql<{ id: string }>`
    select organisation_id as id from directory_organisation where kind = 'commune' order by key
  `.execute(context.database)
  expect(found.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
})
