import { parse } from 'edtf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEdtf, readEdtf } from './edtf-date.ts'

describe('an EDTF date', () => {
  test('is a range with what is known of it', () => {
    expect(parseEdtf('2017-10')).toEqual({
      edtf: '2017-10',
      from: '2017-10-01',
      to: '2017-10-31',
      precision: 'month',
      approximate: false,
      uncertain: false,
      openStart: false,
      openEnd: false,
    })
  })

  test.each([
    ['2017-07-07', '2017-07-07', '2017-07-07', 'day'],
    ['2016-02', '2016-02-01', '2016-02-29', 'month'],
    ['1900-02', '1900-02-01', '1900-02-28', 'month'],
    ['2017', '2017-01-01', '2017-12-31', 'year'],
    ['0001', '0001-01-01', '0001-12-31', 'year'],
    ['9999', '9999-01-01', '9999-12-31', 'year'],
    ['201X', '2010-01-01', '2019-12-31', 'decade'],
    ['000X', '0001-01-01', '0009-12-31', 'decade'],
    ['19XX', '1900-01-01', '1999-12-31', 'century'],
    ['2017-XX', '2017-01-01', '2017-12-31', 'year'],
    ['2017-XX-XX', '2017-01-01', '2017-12-31', 'year'],
    ['2017-02-XX', '2017-02-01', '2017-02-28', 'month'],
    ['2017-21', '2017-03-01', '2017-05-31', 'season'],
    ['2017-22', '2017-06-01', '2017-08-31', 'season'],
    ['2017-23', '2017-09-01', '2017-11-30', 'season'],
    ['2015-24', '2015-12-01', '2016-02-29', 'season'],
    ['2017-33', '2017-01-01', '2017-03-31', 'season'],
    ['2017-36', '2017-10-01', '2017-12-31', 'season'],
    ['2017-40', '2017-01-01', '2017-06-30', 'season'],
    ['2017-41', '2017-07-01', '2017-12-31', 'season'],
    ['2017-04/2017-05', '2017-04-01', '2017-05-31', 'interval'],
    ['2017-06-01/2017-06-10', '2017-06-01', '2017-06-10', 'interval'],
    ['2016/2017-05-04', '2016-01-01', '2017-05-04', 'interval'],
    ['2017-21/2018-03', '2017-03-01', '2018-03-31', 'interval'],
    [' 2017-10 ', '2017-10-01', '2017-10-31', 'month'],
  ])('%s runs from %s to %s by the %s', (text, from, to, precision) => {
    expect(parseEdtf(text)).toMatchObject({ edtf: text.trim(), from, to, precision })
  })

  test.each([
    ['2017~', true, false],
    ['2017-07?', false, true],
    ['2017-07-07%', true, true],
    ['2017-21~', true, false],
    ['2016~/2018', true, false],
    ['2016/2018-05?', false, true],
    ['2016/2018', false, false],
  ])('%s is approximate: %s, uncertain: %s', (text, approximate, uncertain) => {
    expect(parseEdtf(text)).toMatchObject({ approximate, uncertain })
  })

  test.each([
    ['2016/..', '2016-01-01', '9999-12-31', false, true],
    ['2016/', '2016-01-01', '9999-12-31', false, true],
    ['../2016-05', '0001-01-01', '2016-05-31', true, false],
    ['/2016-05', '0001-01-01', '2016-05-31', true, false],
  ])('%s runs from %s to %s, open at its start: %s, at its end: %s', (text, from, to, openStart, openEnd) => {
    expect(parseEdtf(text)).toMatchObject({ from, to, precision: 'interval', openStart, openEnd })
  })

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['début juin', 'malformed'],
    ['2017-7-7', 'malformed'],
    ['20170707', 'malformed'],
    ['2017-13', 'malformed'],
    ['201X~', 'malformed'],
    ['/', 'malformed'],
    ['../..', 'malformed'],
    ['2016/2017/2018', 'malformed'],
    ['2'.repeat(10_000), 'malformed'],
    ['2017-02-29', 'noSuchDay'],
    ['2017-02-30', 'noSuchDay'],
    ['2016-02-28/2017-02-29', 'noSuchDay'],
    ['2017-07-07T10:00:00Z', 'unsupported'],
    ['2017-37', 'unsupported'],
    ['XXXX', 'unsupported'],
    ['2XXX', 'unsupported'],
    ['10/2017', 'unsupported'],
    ['201', 'unsupported'],
    ['20', 'unsupported'],
    ['201X-05', 'unsupported'],
    ['2017-?07', 'unsupported'],
    ['[2016,2017]', 'unsupported'],
    ['0000', 'outOfRange'],
    ['-0044', 'outOfRange'],
    ['Y20170', 'outOfRange'],
    ['9999-24', 'outOfRange'],
    ['2017/2016', 'reversed'],
    ['2017-05/2017-04', 'reversed'],
  ])('%s is refused as %s', (text, problem) => {
    expect(parseEdtf(text)).toEqual({ problem })
  })

  test('that was kept is read, and any other text is a bug', () => {
    expect(readEdtf('2017').to).toBe('2017-12-31')
    expect(() => readEdtf('octobre 2017')).toThrow('malformed')
  })

  test('of any day is that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_652_000 }), (days) => {
        const day = new Temporal.PlainDate(1, 1, 1).add({ days }).toString()
        expect(parseEdtf(day)).toMatchObject({ from: day, to: day, precision: 'day' })
      }),
    )
  })

  test('that is plain is understood as the grammar of EDTF understands it', () => {
    const two = fc.integer({ min: 0, max: 40 }).map((number) => String(number).padStart(2, '0'))
    const year = fc.integer({ min: 1, max: 9999 }).map((number) => String(number).padStart(4, '0'))
    fc.assert(
      fc.property(year, fc.array(two, { maxLength: 2 }), (first, rest) => {
        const text = [first, ...rest].join('-')
        const date = parseEdtf(text)
        if ('problem' in date || date.precision === 'season') return
        const values = [date.from.slice(0, 4), date.from.slice(5, 7), date.from.slice(8)].slice(
          0,
          rest.length + 1,
        )
        expect(values.join('-')).toBe(text)
        expect(parse(text)).toMatchObject({
          type: 'Date',
          level: 0,
          values: values.map((v, n) => Number(v) - (n === 1 ? 1 : 0)),
        })
      }),
    )
  })

  test('or any other text gives a range that runs forward, or a problem', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0122017-/X?~%.T:é'), maxLength: 14 })
    fc.assert(
      fc.property(text, (edtf) => {
        const date = parseEdtf(edtf)
        if ('problem' in date) return
        expect(date.from <= date.to).toBe(true)
        for (const day of [date.from, date.to]) expect(Temporal.PlainDate.from(day).toString()).toBe(day)
      }),
      { numRuns: 1000 },
    )
  })
})
