import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, grams } from '../../../platform/search/index.ts'
import { bandsOf, likeness } from './align.ts'

const gramsOf = (text: string) => grams(fold(text))

test('gives the same keys whatever the order of the grams, and as many for any sentence', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), (found) => {
      expect(bandsOf(found.toReversed())).toEqual(bandsOf(found))
      expect(bandsOf(found)).toHaveLength(40)
      expect(bandsOf(found).every((key) => Number.isInteger(key) && Math.abs(key) <= 2 ** 31)).toBe(true)
    }),
  )
})

test('has no key for what has no gram', () => {
  expect(bandsOf([])).toEqual([])
})

test('keeps its keys: they are stored', () => {
  expect(bandsOf(gramsOf('La délégation visite Daegu.')).slice(0, 3)).toEqual([
    2064292812, -1499880763, 890983587,
  ])
})

test('shares a key among sentences that are alike, in both scripts', () => {
  const alike = [
    [
      'La délégation de Limoges visite Icheon en mai 2017.',
      'La délégation de Limoges visite Icheon en juin 2018.',
    ],
    ['대표단이 2017년 5월 이천시를 방문하였습니다.', '대표단이 2018년 6월 이천시를 방문하였습니다.'],
  ]
  for (const [one = '', other = ''] of alike) {
    const [first, second] = [gramsOf(one), gramsOf(other)]
    expect(likeness(new Set(first), new Set(second))).toBeGreaterThan(0.7)
    expect(bandsOf(first).filter((key) => bandsOf(second).includes(key)).length).toBeGreaterThan(0)
  }
})

test('measures likeness from nothing in common to the same', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (one, other) => {
      const value = likeness(new Set(one), new Set(other))
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThanOrEqual(1)
      expect(likeness(new Set(other), new Set(one))).toBe(value)
      if (one.length > 0) expect(likeness(new Set(one), new Set(one))).toBe(1)
    }),
  )
})
