import { findReference } from '../support/build-organisation.ts'
import { expectedLinkOf, minji, stateExpectation } from '../support/expectations.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** What Hwaseong expects of Limoges, stated in its name, with somebody there who follows it by a link. */
export async function furnishExpectation({
  house,
  coordinator,
}: Pick<FurnishedNetwork, 'house' | 'coordinator'>): Promise<{ slug: string; path: string }> {
  const limoges = await findReference(house.context, 'limoges')
  const page = await stateExpectation(coordinator, limoges.id, { ...minji, deadline: '' })
  return { slug: page.split('/').at(-1) ?? '', path: await expectedLinkOf(house, minji.contactAddress) }
}
