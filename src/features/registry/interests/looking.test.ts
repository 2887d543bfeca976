import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import type { PartnerSearches } from '../../../platform/records/partner-searches.ts'
import { countFigures } from '../queries.ts'
import { listLooking } from './queries.ts'

let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.testApp.close())

const day = () => ({ ...record.testApp.context, today: '2017-07-08' })

// A feature’s searches of authorities that speak for themselves: here as fixed rows.
function searchesOf(rows: { organisationId: string; slug: string }[], said: string[] = []): PartnerSearches {
  return {
    selectOpen: () => sql`
      select own.id::uuid as organisation_id, array['sport'] as themes, date '2017-07-08' as since, own.slug, 2 as count
      from unnest(${rows.map((row) => row.organisationId)}::text[], ${rows.map(({ slug }) => slug)}::text[]) as own (id, slug)`,
    selectSaid: () => sql`select said.id::uuid from unnest(${said}::text[]) as said (id)`,
    addressOf: () => '',
  }
}

async function lookingWith(searches: PartnerSearches | null) {
  const looking = await listLooking(day(), record.networkId, searches, 200)
  const { seeking } = await countFigures(day(), record.networkId, searches)
  expect(seeking).toBe(looking.length)
  return looking
}

test('where no feature asks authorities, those look for a partner of whom a source says so', async () => {
  const looking = await lookingWith(null)
  expect(looking.length).toBeGreaterThan(3)
  expect(looking.map(({ own }) => own)).toEqual(looking.map(() => null))
})

test('what a feature tells comes first and stands in the place of what a source says of the same authority', async () => {
  const said = await lookingWith(null)
  const [limoges, tours] = await Promise.all(['limoges', 'tours'].map(record.organisationId))
  const looking = await lookingWith(
    searchesOf([
      { organisationId: limoges ?? '', slug: 'un' },
      { organisationId: tours ?? '', slug: 'deux' },
    ]),
  )
  expect(looking.slice(0, 2)).toMatchObject([
    { slug: 'limoges', themes: ['sport'], own: { organisation: 'limoges', slug: 'un', count: 2 } },
    { slug: 'tours', own: { organisation: 'tours', slug: 'deux', count: 2 } },
  ])
  expect(looking.slice(2).map(({ slug }) => slug)).toEqual(
    said.map(({ slug }) => slug).filter((slug) => slug !== 'tours'),
  )
})

test('what an authority said once itself does not come back as the word of a source', async () => {
  const said = await lookingWith(null)
  const { interest_id: id } = await record.testApp.context.database
    .selectFrom('registry_interest')
    .select('interest_id')
    .where('organisation_id', '=', await record.organisationId('tours'))
    .executeTakeFirstOrThrow()
  const looking = await lookingWith(searchesOf([], [id]))
  expect(looking.map(({ slug }) => slug)).toEqual(
    said.map(({ slug }) => slug).filter((slug) => slug !== 'tours'),
  )
})
