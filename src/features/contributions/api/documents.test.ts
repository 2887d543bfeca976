import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { compareDocuments } from '../../../platform/records/difference.ts'
import { lookUpNetwork, type Network } from '../../networks/index.ts'

let testApp: TestApp
let network: Network
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const found = await lookUpNetwork(testApp.context, 'france-coree')
  if (found) network = found
})
afterAll(() => testApp.close())

describe('the document of a record', () => {
  test.each(['cooperations', 'organisations'])(
    'sent back as it was read changes none of the %s',
    async (segment) => {
      const kind = testApp.application.records.find((each) => each.segment === segment)
      if (!kind) throw new Error(segment)
      const { items } = (
        await testApp.get(
          `/api/v1/networks/france-coree/${segment}?limit=100${segment === 'cooperations' ? '&scope=all' : ''}`,
        )
      ).json()
      expect(items.length).toBeGreaterThan(10)
      for (const { slug } of items) {
        const head = await kind.lookUp(testApp.context, network, { slug })
        const before = await kind.read(testApp.context, network, head?.id ?? '')
        const shown = await kind.program?.show(testApp.context, network, before)
        const after = await kind.program?.read({ context: testApp.context, network, head, before }, shown)
        expect([slug, compareDocuments(before, after ?? {})]).toEqual([slug, []])
      }
    },
  )
})
