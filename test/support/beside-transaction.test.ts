import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '../../src/platform/context/context.ts'
import { inTransaction } from '../../src/platform/database/transaction.ts'
import { openTestApp, type TestApp } from './open-test-app.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

const ask = async ({ database }: Context) =>
  (await sql<{ one: number }>`select 1 as one`.execute(database)).rows

test('a transaction that asks the database beside itself fails in tests', async () => {
  const { context } = testApp
  await expect(inTransaction(context, () => ask(context))).rejects.toThrow('beside itself')
  expect(await inTransaction(context, ask)).toEqual([{ one: 1 }])
})

test('others ask meanwhile, and afterwards what it has started', async () => {
  const { context } = testApp
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>()
  let later: Promise<unknown> = isOver
  await Promise.all([
    inTransaction(context, async (inside) => {
      await ask(inside)
      later = isOver.then(() => ask(context))
    }),
    ask(context),
  ])
  end()
  expect(await later).toEqual([{ one: 1 }])
})
