import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clusters } from './clusters.ts'

test('what is near together is one circle with the sum, at the place that has the most', () => {
  const found = clusters(
    [
      { at: [100, 100], count: 1 },
      { at: [108, 100], count: 4 },
      { at: [200, 100], count: 2 },
    ],
    20,
  )
  expect(found.map(({ at, count, members }) => [at, count, members.length])).toEqual([
    [[108, 100], 5, 2],
    [[200, 100], 2, 1],
  ])
})

test('no event is lost, and no two circles touch', () => {
  const place = fc.record({
    at: fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })),
    count: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const found = clusters(places, 24)
      const sum = (all: readonly { count: number }[]) => all.reduce((so, { count }) => so + count, 0)
      expect(sum(found)).toBe(sum(places))
      for (const [index, one] of found.entries())
        for (const other of found.slice(index + 1))
          expect(Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1])).toBeGreaterThanOrEqual(24)
    }),
  )
})
