import { expect, test } from 'vitest'
import { monthBounds, monthGrid } from './month-grid.ts'

const on = (from: string, to = from, isExact = true) => ({ event: `${from}/${to}`, from, to, isExact })

test('a month is whole weeks from Monday to Sunday, with the numbers of ISO 8601', () => {
  expect(monthBounds('2017-10')).toEqual({
    first: '2017-10-01',
    last: '2017-10-31',
    from: '2017-09-25',
    to: '2017-11-05',
  })
  expect(monthGrid('2017-10', []).weeks.map(({ week }) => week)).toEqual([
    '2017-W39',
    '2017-W40',
    '2017-W41',
    '2017-W42',
    '2017-W43',
    '2017-W44',
  ])
})

test('what lasts from one week into the next is a bar in both', () => {
  const [, , third, fourth] = monthGrid('2017-10', [on('2017-10-13', '2017-10-17')]).weeks
  expect(third?.lanes.flat()).toMatchObject([{ start: 4, length: 3, comesFromBefore: false, goesOn: true }])
  expect(fourth?.lanes.flat()).toMatchObject([{ start: 0, length: 2, comesFromBefore: true, goesOn: false }])
})

test('bars that meet stand on lines of their own, others share one', () => {
  const grid = monthGrid('2017-10', [
    on('2017-10-09', '2017-10-10'),
    on('2017-10-10', '2017-10-11'),
    on('2017-10-11', '2017-10-12'),
  ])
  expect(grid.weeks[2]?.lanes.map((lane) => lane.map(({ start }) => start))).toEqual([[0, 2], [1]])
})

test('what is not known to the day stands on none: within the month, or in a longer time around it', () => {
  const grid = monthGrid('2017-10', [
    on('2017-10-01', '2017-10-31', false),
    on('2017-01-01', '2017-12-31', false),
    on('2017-09-01', '2017-09-30', false),
  ])
  expect(
    grid.weeks.flatMap(({ days, lanes }) => [...days.flatMap(({ events }) => events), ...lanes]),
  ).toEqual([])
  expect(grid.within.map(({ event }) => event)).toEqual(['2017-10-01/2017-10-31'])
  expect(grid.wider.map(({ event }) => event)).toEqual(['2017-01-01/2017-12-31'])
})
