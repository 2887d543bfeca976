import { beforeAll, expect, test } from 'vitest'
import { buildCooperation } from '../../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { findReference } from '../../../../test/support/build-organisation.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { mappedAtMost } from './home-data.ts'

let testApp: TestApp
let slug: string
const many = mappedAtMost + 5

// More ties than the map draws; those that differ from the others come last by name.
beforeAll(async () => {
  testApp = await openTestApp({ now: '2026-11-25T09:00:00Z' })
  const network = await buildNetwork(testApp.context)
  slug = network.slug
  const first = await findReference(testApp.context, 'limoges')
  const last = await findReference(testApp.context, 'villeurbanne')
  const other = await findReference(testApp.context, 'icheon')
  await inTransaction(testApp.context, async (inside) => {
    for (let number = 1; number < many; number++)
      await buildCooperation(inside, network.id, { parties: [first, other], knownOn: '2026-11-01' })
  })
  await buildCooperation(testApp.context, network.id, {
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
  return testApp.close
})

const section = (page: string, id: string) =>
  page.split(/<section/).find((part) => part.includes(`id="${id}"`)) ?? ''

test('counts every cooperation and says that the map shows the first ones', async () => {
  const { body } = await testApp.get(`/fr/${slug}`)
  expect(body).toMatch(new RegExp(`figure-value">${many}<`))
  expect(section(body, 'map')).toContain(`${mappedAtMost} premières coopérations sur ${many}`)
  expect((await testApp.get(`/fr/${slug}/map`)).body).toContain(`${mappedAtMost} premières`)
})

test('the page about the group watches and celebrates those beyond the map too; the home leaves both to it', async () => {
  const home = (await testApp.get(`/fr/${slug}`)).body
  for (const id of ['watch', 'anniversaries', 'languages', 'disputes']) expect(section(home, id)).toBe('')
  const { body } = await testApp.get(`/fr/${slug}/group`)
  expect(section(body, 'watch')).toContain(`/fr/${slug}/cooperations/the-last`)
  expect(section(body, 'anniversaries')).toContain(`/fr/${slug}/cooperations/the-last`)
})

test('names only the places with the most ties on so full a map', async () => {
  const { body } = await testApp.get(`/fr/${slug}/map`)
  expect(body).toContain('map-dense')
})

test('turns the table over to its end, and offers no pages of a picture', async () => {
  const table = (await testApp.get(`/fr/${slug}/cooperations`)).body
  expect(table).toContain('page=5')
  const map = (await testApp.get(`/fr/${slug}/cooperations?view=map`)).body
  expect(map).not.toContain('page=2')
  expect(map).toContain(`Seules les ${mappedAtMost} premières`)
})
