import { findReference } from '../support/build-organisation.ts'
import { expectedLinkOf, minji, stateExpectation } from '../support/expectations.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** The slug of its page: its title in the Revised Romanization of Korea. */
export const expectationSlug = 'goryeongja-dolbom-gyeongheom-gongnyu'

/** What Hwaseong expects of Limoges, stated in its name, with a person there who follows it by a link. Returns the path of that link. */
export async function furnishExpectation({
  testApp,
  coordinator,
}: Pick<FurnishedNetwork, 'testApp' | 'coordinator'>): Promise<{ expectation: string }> {
  const limoges = await findReference(testApp.context, 'limoges')
  const page = await stateExpectation(coordinator, limoges.id, { ...minji, deadline: '' })
  if (!page.endsWith(`/${expectationSlug}`)) throw new Error(`The expectation stands at ${page}`)
  return { expectation: await expectedLinkOf(testApp, minji.contactAddress) }
}
