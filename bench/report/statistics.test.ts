import { expect, test } from 'vitest'
import { percentile, spreadOf } from './statistics.ts'

test('the median is the middle one, or halfway between the two', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 })
  expect(spreadOf([4, 1])).toEqual({ median: 2.5, least: 1, most: 4 })
})

test('a percentile is a figure that was measured', () => {
  const figures = Array.from({ length: 200 }, (_, place) => 200 - place)
  expect([percentile(figures, 0.5), percentile(figures, 0.95), percentile(figures, 1)]).toEqual([
    100, 190, 200,
  ])
  expect(percentile([7], 0.95)).toBe(7)
})

test('nothing has no median', () => {
  expect(() => spreadOf([])).toThrow()
  expect(() => percentile([], 0.5)).toThrow()
})
