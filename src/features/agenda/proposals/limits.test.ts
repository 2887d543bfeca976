import { beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { embassysEvent } from '../../../../test/support/propose-event.ts'
import { browserOf } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ settings: { RATE_LIMIT: '1000' } })
  return testApp.close
})

test('one place sends thirty forms an hour at most, from however many addresses', async () => {
  const { slug } = await buildNetwork(testApp.context)
  const statuses: number[] = []
  for (let turn = 0; turn < 31; turn++) {
    const address = `body-${turn}@many.example`
    const form = { ...embassysEvent, when: '2030-11-20', address }
    statuses.push((await browserOf(testApp).post(`/fr/${slug}/agenda/propose`, form)).statusCode)
  }
  expect(statuses.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => 200))
  expect(statuses.at(-1)).toBe(429)
})
