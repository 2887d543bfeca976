import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance } from './distance.ts'

describe('distance', () => {
  test.each([
    ['icheon', 'incheon', 1],
    ['myriang', 'miryang', 2],
    ['evian', 'eivan', 1],
    ['pusan', 'busan', 1],
    ['순천', '순창', 2],
    ['순천', '순처', 1],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
  ])('from %s to %s is %i', (a, b, slips) => {
    expect(distance(a, b, 5)).toBe(slips)
  })

  test('beyond the limit is the limit and one', () => {
    expect(distance('marseille', 'busan', 2)).toBe(3)
    expect(distance('a', 'abcdefgh', 2)).toBe(3)
    expect(distance('a'.repeat(10_000), 'b'.repeat(10_000), 2)).toBe(3)
  })

  test('agrees with the definition, whatever the limit', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 8 })
    fc.assert(
      fc.property(words, words, fc.nat({ max: 9 }), (a, b, limit) => {
        expect(distance(a, b, limit)).toBe(Math.min(defined(a, b), limit + 1))
      }),
      { numRuns: 1000 },
    )
  })

  function defined(a: string, b: string): number {
    if (a === '' || b === '') return a.length + b.length
    const last = a.at(-1) === b.at(-1) ? 0 : 1
    const steps = [
      defined(a.slice(0, -1), b) + 1,
      defined(a, b.slice(0, -1)) + 1,
      defined(a.slice(0, -1), b.slice(0, -1)) + last,
    ]
    const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
    return Math.min(
      ...steps,
      swapped ? defined(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
    )
  }
})
