import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostileText } from '../../../test/support/hostile-text.ts'
import { freeSlug, slugOf } from './slug.ts'

test('an address is made of the Latin letters of a name', () => {
  expect(slugOf('Festival « Cœur d’Été » 2018', 'x')).toBe('festival-coeur-d-ete-2018')
  expect(slugOf('제32회 이천도자기축제', 'festival')).toBe('je32hoe-icheondojagichukje')
  expect(slugOf('광주 Biennale 2024', 'exhibition')).toBe('gwangju-biennale-2024')
})

test('where there are none, it says what it is', () => {
  expect(slugOf('مهرجان', 'festival')).toBe('festival')
  expect(slugOf('مهرجان 2024', 'festival')).toBe('festival-2024')
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
