import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chartCells, chartColumns } from './timeline-chart.tsx'

test('gives each year a column while they fit, then groups them', () => {
  expect(chartColumns(2015, 2017)).toEqual([
    { from: 2015, until: 2015 },
    { from: 2016, until: 2016 },
    { from: 2017, until: 2017 },
  ])
  expect(chartColumns(1963, 2017).slice(0, 2)).toEqual([
    { from: 1962, until: 1963 },
    { from: 1964, until: 1965 },
  ])
})

test('covers every year asked for, without a gap, in no more columns than wanted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1800, max: 2030 }), fc.integer({ min: 1800, max: 2030 }), (a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)]
      const columns = chartColumns(first, last)
      expect(columns.length).toBeLessThanOrEqual(32)
      expect(columns[0]?.from).toBeLessThanOrEqual(first)
      expect(columns.at(-1)?.until).toBeGreaterThanOrEqual(last)
      columns.slice(1).forEach((column, index) => {
        expect(column.from).toBe((columns[index]?.until ?? 0) + 1)
      })
    }),
  )
})

test('draws the line as lived up to the last exchange, then as the state is, and not beyond today', () => {
  const row = {
    since: 2012,
    entries: [
      { lane: 'activity', from: '2014-05-01', until: '2014-05-31' },
      { lane: 'activity', from: '2018-05-01', until: '2018-05-31', planned: true },
    ],
  } as const
  const cells = chartCells({ ...row, entries: [...row.entries] }, chartColumns(2011, 2018), 2017)
  expect(cells.map((cell) => cell.line)).toEqual([
    'none',
    'lived',
    'lived',
    'state',
    'state',
    'state',
    'state',
    'none',
  ])
  expect(cells.map((cell) => cell.activities)).toEqual([0, 0, 0, 1, 0, 0, 0, 1])
  expect(cells.at(-1)?.planned).toBe(true)
})
