import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { newId } from '../context/identifier.ts'
import { inTransaction } from '../database/transaction.ts'
import { recordActivity, scopeOf } from './activity.ts'
import { QueryCache } from './query-cache.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
})
afterAll(() => testApp.close())

const change = (networkId: string) =>
  inTransaction(testApp.context, (inside) =>
    recordActivity(inside, { networkId, verb: 'changed', subjectKind: 'thing', subjectId: newId() }),
  )

it('asks again only after a change in one of the scopes', async () => {
  const [network, other] = [newId(), newId()]
  const kept = new QueryCache<number>(10)
  let asked = 0
  const ask = () => kept.find(testApp.context, [scopeOf(null), scopeOf(network)], 'key', async () => ++asked)
  expect([await ask(), await ask()]).toEqual([1, 1])
  await change(other)
  expect(await ask()).toBe(1)
  await change(network)
  expect([await ask(), await ask()]).toEqual([2, 2])
})

it('asks once for those who come at the same time, and not again for what is kept of several', async () => {
  const network = newId()
  const kept = new QueryCache<string>(10)
  const asked: string[][] = []
  const find = (ids: string[]) =>
    kept.findEach(testApp.context, [scopeOf(network)], { ids, under: '2026-11-02' }, async (missing) => {
      asked.push(missing)
      return new Map(missing.filter((id) => id !== 'none').map((id) => [id, id.toUpperCase()]))
    })
  expect([...(await find(['a', 'b', 'none']))]).toEqual([
    ['a', 'A'],
    ['b', 'B'],
  ])
  expect([...(await find(['b', 'c']))]).toEqual([
    ['b', 'B'],
    ['c', 'C'],
  ])
  await change(network)
  await find(['a'])
  expect(asked).toEqual([['a', 'b', 'none'], ['c'], ['a']])

  let single = 0
  const slow = () => kept.find(testApp.context, [scopeOf(network)], 'slow', async () => String(++single))
  expect(await Promise.all([slow(), slow(), slow()])).toEqual(['1', '1', '1'])
})

it('keeps no failure, and nothing of what a transaction has not committed', async () => {
  const kept = new QueryCache<string>(10)
  const scopes = [scopeOf(newId())]
  const fails = kept.find(testApp.context, scopes, 'key', async () => Promise.reject(new Error('no answer')))
  await expect(fails).rejects.toThrow('no answer')
  await inTransaction(testApp.context, (inside) => kept.find(inside, scopes, 'key', async () => 'inside'))
  expect(await kept.find(testApp.context, scopes, 'key', async () => 'outside')).toBe('outside')
})

it('tells apart databases whose scopes go by the same names', async () => {
  const other = await openTestApp({ directory: 'none' })
  try {
    const kept = new QueryCache<string>(10)
    const scopes = [scopeOf(newId())]
    await kept.find(testApp.context, scopes, 'key', async () => 'here')
    expect(await kept.find(other.context, scopes, 'key', async () => 'there')).toBe('there')
  } finally {
    await other.close()
  }
})
