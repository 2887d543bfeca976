import { findReference } from '../support/build-organisation.ts'
import { expectedLinkOf, minji, stateExpectation } from '../support/expectations.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** Where it stands: a title in Korean alone gives no word to an address. */
export const expectationSlug = 'expectation'

/** What Hwaseong expects of Limoges, stated in its name, with somebody there who follows it by a link: the path of that link. */
export async function furnishExpectation({
  testApp,
  coordinator,
}: Pick<FurnishedNetwork, 'testApp' | 'coordinator'>): Promise<{ expectation: string }> {
  const limoges = await findReference(testApp.context, 'limoges')
  const page = await stateExpectation(coordinator, limoges.id, { ...minji, deadline: '' })
  if (!page.endsWith(`/${expectationSlug}`)) throw new Error(`The expectation stands at ${page}`)
  return { expectation: await expectedLinkOf(testApp, minji.contactAddress) }
}
