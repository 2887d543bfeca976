import { expect, test } from 'vitest'
import { queries } from './queries.ts'

test('two hundred different queries are measured, in both scripts, long and short', () => {
  expect(queries).toHaveLength(200)
  expect(new Set(queries).size).toBe(200)
  expect(queries.filter((query) => /\p{Script=Hangul}/u.test(query)).length).toBeGreaterThan(50)
  expect(queries.filter((query) => query.length < 3).length).toBeGreaterThan(15)
  expect(queries.filter((query) => query.length > 20).length).toBeGreaterThan(10)
})
