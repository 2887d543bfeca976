import { beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { mappedAtMost } from './home-data.ts'

let house: TestApp
let slug: string
const many = mappedAtMost + 5

// More ties than the map draws; what is told apart from the others comes last by name.
beforeAll(async () => {
  house = await openTestApp({ now: '2026-11-25T09:00:00Z' })
  const network = await buildNetwork(house.context)
  slug = network.slug
  const first = await findReference(house.context, 'limoges')
  const last = await findReference(house.context, 'villeurbanne')
  const other = await findReference(house.context, 'icheon')
  await inTransaction(house.context, async (inside) => {
    for (let number = 1; number < many; number++)
      await buildCooperation(inside, network.id, { parties: [first, other], knownOn: '2026-11-01' })
  })
  await buildCooperation(house.context, network.id, {
    slug: 'the-last',
    parties: [last, other],
    since: '1977',
    knownOn: '2026-11-01',
    standings: [
      {
        status: 'dormant',
        intention: 'reactivate',
        reason: {},
        saidById: null,
        statedOn: '2026-11-01',
        knownOn: '2026-11-01',
      },
    ],
  })
  return house.close
})

const section = (page: string, id: string) =>
  page.split(/<section/).find((part) => part.includes(`id="${id}"`)) ?? ''

test('counts every cooperation and says that the map shows the first ones', async () => {
  const { body } = await house.get(`/fr/${slug}`)
  expect(body).toMatch(new RegExp(`figure-value">${many}<`))
  expect(section(body, 'map')).toContain(`${mappedAtMost} premières coopérations sur ${many}`)
  expect((await house.get(`/fr/${slug}/map`)).body).toContain(`${mappedAtMost} premières`)
})

test('watches and celebrates those beyond the map too', async () => {
  const { body } = await house.get(`/fr/${slug}`)
  expect(section(body, 'watch')).toContain(`/fr/${slug}/cooperations/the-last`)
  expect(section(body, 'anniversaries')).toContain(`/fr/${slug}/cooperations/the-last`)
})

test('names only the places with the most ties on so full a map', async () => {
  const { body } = await house.get(`/fr/${slug}/map`)
  expect(body).toContain('map-dense')
})

test('turns the table over to its end, and offers no pages of a picture', async () => {
  const table = (await house.get(`/fr/${slug}/cooperations`)).body
  expect(table).toContain('page=5')
  const map = (await house.get(`/fr/${slug}/cooperations?view=map`)).body
  expect(map).not.toContain('page=2')
  expect(map).toContain(`Seules les ${mappedAtMost} premières`)
})
