import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { inTransaction } from './transaction.ts'
import { takeTurn } from './turns.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

/** How many statements these turns take in one transaction. */
const statements = (...turns: string[]) =>
  testApp.countQueries(() =>
    inTransaction(testApp.context, async (inside) => {
      for (const turn of turns) await takeTurn(inside, turn)
    }),
  )

test('a turn that would be over at once is refused', async () => {
  await expect(takeTurn(testApp.context, 'a thing')).rejects.toThrow('as long as a transaction')
})

test('a turn that a transaction has is not asked for again, however many rows need it; the next transaction asks', async () => {
  for (let time = 0; time < 2; time++) {
    expect(await statements('addresses', 'addresses', 'addresses')).toBe(1)
    expect(await statements('addresses', 'links', 'addresses', 'links')).toBe(2)
  }
})
