import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordMembership } from '../src/features/networks/index.ts'
import { listAuthorities } from '../src/features/newsletter/subscribers/queries.ts'
import { buildNetwork } from './support/build-network.ts'
import { buildOrganisation } from './support/build-organisation.ts'
import { openTestApp, type TestApp } from './support/open-test-app.ts'
import { pageWords } from './support/page-words.ts'

let testApp: TestApp
let network: { id: string; slug: string }
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  const { context } = testApp
  network = await buildNetwork(context)
  const periods = {
    stays: {},
    left: { until: '2026-06' },
    comes: { from: '2027-01' },
    leaves: { until: '2026-11-02' },
  }
  for (const [slug, period] of Object.entries(periods)) {
    const { id } = await buildOrganisation(context, { slug, name: { fr: `Ville ${slug}` } })
    await recordMembership(context, network.id, {
      ...{ organisationId: id, role: 'member', knownOn: '2020-01-01' },
      ...period,
    })
  }
})
afterAll(() => testApp.close())

const words = async (address: string) => pageWords((await testApp.get(address)).body)

test('the home counts who is a member today: not who has left, nor who has not come yet', async () => {
  expect(await words(`/fr/${network.slug}`)).toContain('2 collectivités membres')
  expect(await words(`/fr/${network.slug}?now=2026-11-03`)).toContain('1 collectivité membre')
  expect(await words(`/fr/${network.slug}?now=2027-01-01`)).toContain('2 collectivités membres')
})

test('the directory says of members alone that they are one', async () => {
  const says = async (slug: string) => (await words(`/fr/directory/${slug}`)).includes('membre du groupe')
  expect([await says('stays'), await says('leaves'), await says('left'), await says('comes')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('the page of an organisation says so of who is a member today', async () => {
  const shown = async (slug: string) =>
    (await words(`/fr/${network.slug}/organisations/${slug}`)).includes('Groupes-pays')
  expect([await shown('stays'), await shown('left'), await shown('comes')]).toEqual([true, false, false])
})

test('the letter is offered about members, not about who has left', async () => {
  const slugs = (await listAuthorities(testApp.context, network.id)).map(({ name }) => name.fr)
  expect(slugs).toEqual(['Ville leaves', 'Ville stays'])
})
