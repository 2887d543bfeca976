import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from './fold.ts'
import { nearness } from './nearness.ts'

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
