import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { listAuthorities } from './authorities.queries.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

test('however many authorities there are, each is read once, in the order of their keys', async () => {
  const { context } = testApp
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

test('the largest town of a grouping is known for all who live there, and nobody else is', async () => {
  const { context } = testApp
  const place = async (key: string, kind: string, population: number) => {
    const id = newId()
    await sql`
      insert into directory_organisation (organisation_id, key, country, kind, slug, name, search, grams, population, created_at, updated_at)
      values (${id}, ${key}, 'FR', ${kind}, ${key}, '{}', '', '{}', ${population}, now(), now())
    `.execute(context.database)
    return id
  }
  const union = await place('metropole', 'metropole', 1_180_000)
  const towns = [await place('large', 'commune', 238_000), await place('small', 'commune', 97_000)]
  for (const town of towns)
    await sql`insert into directory_membership (member_id, union_id) values (${town}, ${union})`.execute(
      context.database,
    )
  const found = new Map((await listAuthorities(context, ['FR'])).map((each) => [each.id, each]))
  expect(towns.map((id) => found.get(id)?.areaPopulation)).toEqual([1_180_000, null])
  expect(found.get(union)?.areaPopulation).toBeNull()
})
