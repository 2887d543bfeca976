import { expect, test } from 'vitest'
import { openTestApp } from '../../test/support/open-test-app.ts'
import { fillPractices } from '../contents/fill-practices.ts'
import { type PageCost, pageCosts } from './page-cost.ts'

async function costsAmong(count: number): Promise<PageCost[]> {
  const testApp = await openTestApp({ demonstration: true })
  try {
    const { context } = testApp
    const { network_id: networkId } = await context.database
      .selectFrom('networks_network')
      .select('network_id')
      .where('slug', '=', 'france-coree')
      .executeTakeFirstOrThrow()
    await fillPractices(context, networkId, { sheets: count, questions: count })
    return await pageCosts(context, networkId, 101)
  } finally {
    await testApp.close()
  }
}

test('a page of sheets or of questions costs the same among a hundred and sixty and among eight times as many', async () => {
  const [few, many] = [await costsAmong(160), await costsAmong(1280)]
  // A search by a word reads the group's own terms first, for the list and for its count.
  for (const costs of [few, many])
    for (const { what, statements } of costs)
      expect(statements, what).toBe(what.endsWith('by a word of 40') ? 4 : 2)
  const grown = many.filter(({ blocks }, at) => blocks > (few[at]?.blocks ?? 0) * 1.3 + 20)
  expect(grown).toEqual([])
}, 60_000)
