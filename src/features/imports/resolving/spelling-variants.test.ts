import { expect, test } from 'vitest'
import { variantKey } from './spelling-variants.ts'

test.each([
  ['München', 'Muenchen'],
  ['Saint-Gall', 'St. Gall'],
  ['City of Cracow', 'Krakow'],
  ['Göteborg', 'Goteborg'],
  ['Thessaloniki', 'Tessaloniki'],
])('%s and %s are written alike', (one, other) => expect(variantKey(one)).toBe(variantKey(other)))

test.each([
  ['Essen', 'Eisen'],
  ['Kobe', 'Kyoto'],
  ['Neustadt 1', 'Neustadt 2'],
  ['Neustadt 1', 'Neustadt 11'],
  ['Frankfurt', 'Frankenthal'],
])('%s and %s are two names', (one, other) => expect(variantKey(one)).not.toBe(variantKey(other)))
