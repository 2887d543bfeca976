import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { distance, nearness } from './nearness.ts'

describe('nearness', () => {
  test.each([
    ['incheon', ['incheon', 'icheon', 'suncheon']],
    ['icheon', ['icheon', 'incheon', 'suncheon']],
    ['myriang', ['miryang', 'marseille', 'muju']],
    ['nantes', ['nantes', 'nantes metropole', 'mantes la jolie']],
    ['metropole de nantes', ['nantes metropole', 'metropole europeenne de lille']],
    ['la rochelle', ['la rochelle', 'la roche', 'rocheservière']],
    ['순천', ['순천', '순천시', '순창군', '부산']],
    ['pusan', ['busan', 'paris', 'sunchang']],
    ['cheju', ['jeju', 'cheongju']],
    ['ㅅㅊ', ['순천', '순천시', '부산']],
    ['seogu', ['seo gu', 'seocho gu', 'seogwipo']],
  ])('to %s orders %j', (query, names) => {
    expect(names.toSorted().toSorted((a, b) => nearness(query, fold(b)) - nearness(query, fold(a)))).toEqual(
      names,
    )
  })

  test('of a name that sounds the same is more than half', () => {
    for (const [old, now] of [
      ['myriang', 'miryang'],
      ['cheju', 'jeju'],
      ['taejon', 'daejeon'],
    ] as const) {
      expect(nearness(old, now)).toBeGreaterThan(0.55)
    }
    expect(nearness('순천', '산청')).toBeLessThan(0.5)
  })

  test('is 1 for the name itself and between 0 and 1 for any other', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'ab 순천'), maxLength: 12 }).map(fold)
    fc.assert(
      fc.property(texts, texts, (query, name) => {
        const near = nearness(query, name)
        expect(near).toBeGreaterThanOrEqual(0)
        expect(near === 1).toBe(query === name && name !== '')
        expect(near).toBeLessThanOrEqual(1)
      }),
    )
  })
})

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
