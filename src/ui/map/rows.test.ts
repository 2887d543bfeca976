import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutToWidth, textWidth } from '../../platform/documents/text-width.ts'
import type { MapTie } from './map-tie.ts'
import { easing, heightForRows, spreadRows } from './pair-rows.ts'
import type { Place } from './places.ts'
import { fitNames } from './rows-map.tsx'

const tie: MapTie = { key: 'tie', status: 'active', ends: [] }
const at = (y: number): Place => ({ end: { name: {}, country: 'FR', point: null }, at: [10, y], side: 0 })
const name = (text: string, own?: string) => ({
  text,
  language: 'fr',
  own: own ? { text: own, language: 'ko' } : null,
})

test('orders rows from north to south, and puts ties without a place last', () => {
  const rows = spreadRows(
    [
      { tie: { ...tie, key: 'nowhere' }, left: [], right: [] },
      { tie: { ...tie, key: 'south' }, left: [at(300)], right: [at(200)] },
      { tie: { ...tie, key: 'north' }, left: [at(10)], right: [at(50)] },
    ],
    { height: 400, bottom: 100, most: 40, least: 25 },
  )
  expect(rows.map((row) => row.tie.key)).toEqual(['north', 'south', 'nowhere'])
})

test('keeps rows apart and within the height made for them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 }), (heights) => {
      const height = Math.max(400, heightForRows(heights.length, 25, 120))
      const ties = heights.map((y) => ({ tie, left: [at(y)], right: [] }))
      const rows = spreadRows(ties, { height, bottom: 120, most: 36, least: 25 })
      rows.slice(1).forEach((row, index) => {
        expect(row.y - (rows[index]?.y ?? 0)).toBeGreaterThanOrEqual(24)
      })
      expect(rows[0]?.y).toBeGreaterThanOrEqual(20)
      expect(rows.at(-1)?.y).toBeLessThanOrEqual(height - 100)
    }),
  )
})

test('leaves the point level and arrives level', () => {
  expect(easing([100, 50], 300, 200)).toBe('M100,50C200,50 200,200 300,200')
})

test('gives up the words in the middle, then own names, then letters', () => {
  const long = 'Métropole européenne de Lille'
  expect(fitNames(name('Limoges'), name('Icheon', '이천시'), '2015', 400)).toMatchObject({
    middle: '2015',
    middleAt: 200,
  })
  expect(fitNames(name(long), name('Daegu', '대구광역시'), '2016', 350).middle).toBe('')
  const narrow = fitNames(name(long), name('Daegu', '대구광역시'), '', 220)
  expect(narrow.left.text).toMatch(/^Métropole.*…$/)
  expect(narrow.right.text).toBe('Daegu')
})

test('never fits more than there is room for', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.string({ minLength: 1, maxLength: 40 }),
      (a, b) => {
        const { left, right } = fitNames(name(a), name(b), '', 300)
        expect(textWidth(left.text, 14) + textWidth(right.text, 14)).toBeLessThanOrEqual(300)
        expect(textWidth(cutToWidth(a, 14, 60), 14)).toBeLessThanOrEqual(60)
      },
    ),
  )
})
