import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharePlaces } from './shared-places.ts'

test('each of two kinds has half of the places, and what the other leaves free', () => {
  expect(sharePlaces(20, [50, 50])).toEqual([10, 10])
  expect(sharePlaces(20, [50, 3])).toEqual([17, 3])
  expect(sharePlaces(20, [0, 50])).toEqual([0, 20])
  expect(sharePlaces(20, [4, 5])).toEqual([4, 5])
  expect(sharePlaces(5, [9, 9])).toEqual([3, 2])
})

test('no place stays free while something waits for it, and none is given twice', () => {
  const count = fc.nat({ max: 100 })
  fc.assert(
    fc.property(count, count, count, (places, one, other) => {
      const [some, rest] = sharePlaces(places, [one, other])
      expect(some + rest).toBe(Math.min(places, one + other))
      expect(some).toBeLessThanOrEqual(one)
      expect(rest).toBeLessThanOrEqual(other)
      expect(some).toBeGreaterThanOrEqual(Math.min(one, Math.floor(places / 2)))
      expect(rest).toBeGreaterThanOrEqual(Math.min(other, Math.floor(places / 2)))
    }),
  )
})
