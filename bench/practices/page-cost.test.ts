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
  expect(few.map(({ statements }) => statements)).toEqual(many.map(() => 2))
  const grown = many.filter(({ blocks }, at) => blocks > (few[at]?.blocks ?? 0) * 1.3 + 20)
  expect(grown).toEqual([])
}, 60_000)
