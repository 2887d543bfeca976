import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../../test/support/hostile-text.ts'
import { freeSlug, slugOf } from './slug.ts'

test('an address is made of the Latin letters of a name', () => {
  expect(slugOf('Festival « Cœur d’Été » 2018', 'x')).toBe('festival-coeur-d-ete-2018')
  expect(slugOf('서울특별시', 'special-city')).toBe('special-city')
})

test('whatever the name, it is letters, figures and single hyphens', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(slugOf(text, 'x')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slugOf(text.repeat(9), 'x').length).toBeLessThanOrEqual(60)
    }),
  )
})

test('an address that somebody has already gets a number', () => {
  expect(freeSlug('muju', new Set())).toBe('muju')
  expect(freeSlug('muju', new Set(['muju', 'muju-2']))).toBe('muju-3')
})
