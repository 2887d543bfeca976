import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Translate } from '../i18n/translate.ts'
import { readForm } from './form.ts'
import { pointInput, readCoordinate, readPoint } from './point-input.ts'

test.for([
  ['48.8566', 48.8566],
  ['48,8566', 48.8566],
  ['-33.9', -33.9],
  ['−33,9', -33.9],
  ['48.8566°', 48.8566],
  ['48.8566 N', 48.8566],
  ['N 48.8566', 48.8566],
  ['48° 51′ 24″ N', 48.85667],
  ['48°51\'24"N', 48.85667],
  ['48 51 24 S', -48.85667],
  ['48° 30′', 48.5],
  ['북위 37도 33분 36초', 37.56],
  ['37.56 sud', -37.56],
  ['0', 0],
  ['90', 90],
] as const)('reads the latitude %s', ([text, degrees]) => {
  expect(readCoordinate(text, 'latitude')).toBe(degrees)
})

test.for([
  ['2° 21′ O', -2.35],
  ['2° 21′ W', -2.35],
  ['2,35 Est', 2.35],
  ['동경 126도 58분 48초', 126.98],
  ['-180', -180],
] as const)('reads the longitude %s', ([text, degrees]) => {
  expect(readCoordinate(text, 'longitude')).toBe(degrees)
})

test.for(['', 'Paris', '91', '-90.1', '48°61′', '48 51 61', '-48 S', '1e1', 'N', '48.8.5', '2 E'])(
  'does not take “%s” for a latitude',
  (text) => {
    expect(readCoordinate(text, 'latitude')).toBeNull()
  },
)

test('reads back every coordinate, with a point or a comma', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_000_000, max: 9_000_000 }), fc.constantFrom('.', ','), (whole, mark) => {
      const degrees = whole / 100_000
      expect(readCoordinate(degrees.toFixed(5).replace('.', mark), 'latitude')).toBe(degrees + 0)
    }),
  )
})

test('takes both coordinates where they were pasted into the first line', () => {
  expect(readPoint('48.8566, 2.3522', '')).toEqual({ latitude: 48.8566, longitude: 2.3522 })
  expect(readPoint('48.8566', '')).toEqual({ latitude: 48.8566, longitude: null })
})

test('a form gives a place, nothing, or says which line is wrong', () => {
  const t = ((key) => key) as Translate
  const schema = z.object({ place: pointInput() })
  const read = (latitude: string, longitude: string) => {
    const form = readForm(schema, { 'place.latitude': latitude, 'place.longitude': longitude })
    return form.valid ? form.data.place : form.errors.map(({ field, message }) => [field, message(t)])
  }
  expect(read('48,8566', '2.3522')).toEqual({ latitude: 48.8566, longitude: 2.3522 })
  expect(read('', ' ')).toBeNull()
  expect(readForm(schema, {})).toMatchObject({ valid: true, data: { place: null } })
  expect(read('48,8566', '')).toEqual([['place.longitude', 'ui.form.longitude']])
  expect(read('123', '200')).toEqual([
    ['place.latitude', 'ui.form.latitude'],
    ['place.longitude', 'ui.form.longitude'],
  ])
})
