import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '../../platform/documents/text-width.ts'
import { labelRectangle, overlaps, placeLabels } from './place-labels.ts'

const sheet = { width: 360, height: 400, size: 12 }
const names = [
  'Paris',
  'Issy-les-Moulineaux',
  'Île-de-France',
  '서울특별시',
  '구로구',
  'Métropole européenne de Lille',
]

test('puts the first label beside its point and the next where it does not touch it', () => {
  const [paris, issy] = placeLabels(
    [
      { key: 'paris', text: 'Paris', at: [180, 100] },
      { key: 'issy', text: 'Issy', at: [182, 103] },
    ],
    sheet,
  )
  expect(paris).toMatchObject({ x: 188, y: 100, anchor: 'start', led: false })
  expect(issy?.anchor).toBe('end')
})

test('never lets two labels touch, nor one leave the sheet', () => {
  const request = fc.record({
    key: fc.uuid(),
    text: fc.constantFrom(...names),
    at: fc.tuple(fc.integer({ min: 20, max: 340 }), fc.integer({ min: 20, max: 380 })),
  })
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), (requests) => {
      const boxes = placeLabels(requests, sheet).map((label) =>
        labelRectangle(label.x, label.y, label.anchor, textWidth(label.text, sheet.size), sheet.size),
      )
      boxes.forEach((box, index) => {
        expect(box.left).toBeGreaterThanOrEqual(0)
        expect(box.right).toBeLessThanOrEqual(sheet.width)
        expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([])
      })
    }),
  )
})

test('leaves out a label that finds no room rather than write over another', () => {
  const crowd = Array.from({ length: 80 }, (_, index) => ({
    key: String(index),
    text: 'Métropole européenne de Lille',
    at: [180, 200] as const,
  }))
  expect(placeLabels(crowd, sheet).length).toBeLessThan(80)
})
