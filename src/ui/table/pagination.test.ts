import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageWindow } from './pagination.tsx'

test('shows the first page, the last, the current one and its neighbours', () => {
  expect(pageWindow(6, 12)).toEqual([1, null, 5, 6, 7, null, 12])
})

test('never hides one page alone behind an ellipsis', () => {
  expect(pageWindow(4, 12)).toEqual([1, 2, 3, 4, 5, null, 12])
  expect(pageWindow(1, 3)).toEqual([1, 2, 3])
})

test('always rises, and an ellipsis always hides at least two pages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (a, b) => {
      const last = Math.max(a, b)
      const shown = pageWindow(Math.min(a, b), last)
      const numbers = shown.filter((page) => page !== null)
      expect(numbers).toEqual([...new Set(numbers)].sort((x, y) => x - y))
      expect(numbers[0]).toBe(1)
      expect(numbers.at(-1)).toBe(last)
      shown.forEach((page, index) => {
        const [before, after] = [shown[index - 1], shown[index + 1]]
        if (page === null) expect((after ?? 0) - (before ?? 0)).toBeGreaterThan(2)
      })
    }),
  )
})
