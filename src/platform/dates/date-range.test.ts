import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareDates, overlaps, yearsBetween } from './date-range.ts'
import { readEdtf } from './edtf-date.ts'

describe('dates', () => {
  test('sort by their first day, then by their last', () => {
    const sorted = [
      '2016~',
      '../2017',
      '2017-01-01',
      '2017-01',
      '2017',
      '2017-06-01/2017-06-10',
      '2017-06-06',
      '2018',
    ]
    const expected = [
      '../2017',
      '2016~',
      '2017-01-01',
      '2017-01',
      '2017',
      '2017-06-01/2017-06-10',
      '2017-06-06',
      '2018',
    ]
    const dates = sorted.toReversed().map(readEdtf)
    expect(dates.toSorted(compareDates).map((date) => date.edtf)).toEqual(expected)
  })

  test('touch a period when one of their days does', () => {
    const october = readEdtf('2017-10')
    expect(overlaps(october, '2017-10-31', '2017-11-30')).toBe(true)
    expect(overlaps(october, '2017-11-01', '2017-11-30')).toBe(false)
    expect(overlaps(october, '2017-09-01', '2017-10-01')).toBe(true)
    expect(overlaps(october, null, '2017-09-30')).toBe(false)
    expect(overlaps(october, '2017-12-01', null)).toBe(false)
    expect(overlaps(october, null, null)).toBe(true)
    expect(overlaps(readEdtf('2016/..'), '2030-01-01', '2030-12-31')).toBe(true)
  })

  test.each([
    ['1950-09-15', '2020-09-15', 70],
    ['1950-09-15', '2020-09-14', 69],
    ['2015-04-22', '2025-04-22', 10],
    ['2016-02-29', '2017-02-28', 0],
    ['2016-02-29', '2017-03-01', 1],
    ['2017-07-07', '2017-07-07', 0],
    ['2020-09-15', '1950-09-15', -70],
  ])('from %s to %s are %i years', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years)
  })

  test('an order of dates is the same from both sides', () => {
    const day = fc
      .integer({ min: 0, max: 9999 })
      .map((days) => new Temporal.PlainDate(2000, 1, 1).add({ days }).toString())
    const range = fc
      .tuple(day, day)
      .map((days) => days.toSorted())
      .map(([from = '', to = '']) => ({ from, to }))
    fc.assert(
      fc.property(range, range, (a, b) => {
        expect(compareDates(a, b) + compareDates(b, a)).toBe(0)
        expect(overlaps(a, b.from, b.to)).toBe(overlaps(b, a.from, a.to))
      }),
    )
  })
})
