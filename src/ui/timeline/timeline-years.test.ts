import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOfYear, type TimelineEntry, timelineYears } from './timeline-years.ts'

const entry = (from: string, until = from): TimelineEntry => ({
  key: `${from} ${until}`,
  lane: 'activity',
  from,
  until,
  date: { shown: from },
  title: '',
})
const years = (entries: TimelineEntry[], today = '2017-07-08') =>
  timelineYears(entries, today).map((part) =>
    'year' in part ? part.year : [part.from, part.until, part.kind],
  )

test('shows the years with an entry, that of today, and the silence between', () => {
  expect(years([entry('1999-01-01', '1999-12-31'), entry('2009-05-01'), entry('2011-01-01')])).toEqual([
    1999,
    [2000, 2008, 'silent'],
    2009,
    [2010, 2010, 'silent'],
    2011,
    [2012, 2016, 'silent'],
    2017,
  ])
})

test('does not call the years to come a silence', () => {
  expect(years([entry('2025-04-22')])).toEqual([2017, [2018, 2024, 'future'], 2025])
})

test('lists an entry over two years in the first and marks it in both', () => {
  const columns = timelineYears([entry('2015-09-01', '2016-08-31')], '2016-12-31')
  expect(columns).toMatchObject([
    { year: 2015, entries: [{ from: '2015-09-01' }], marks: [{ start: 66.6, end: 100 }] },
    { year: 2016, entries: [], marks: [{ start: 0, end: 66.4 }] },
  ])
})

test('shows what goes on through years in which nothing else happens, without a column for each', () => {
  const ongoing = [entry('2008-01-01', '9999-12-31'), entry('2012-05-01')]
  expect(years(ongoing)).toEqual([2008, [2009, 2011, 'spanned'], 2012, [2013, 2016, 'spanned'], 2017])
  const columns = timelineYears(ongoing, '2017-07-08').filter((part) => 'year' in part)
  expect(columns.map((column) => column.marks.length)).toEqual([1, 2, 1])
  expect(columns.at(-1)?.marks).toMatchObject([{ start: 0, end: 51.5 }])
})

test('places each day of a year between its beginning and its end, in order', () => {
  expect(shareOfYear('2017-01-01')).toBe(0)
  expect(shareOfYear('2016-12-31')).toBeLessThan(100)
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2030-12-30'), noInvalidDate: true }),
      (date) => {
        const day = date.toISOString().slice(0, 10)
        const next = new Date(date.getTime() + 86_400_000).toISOString().slice(0, 10)
        if (next.slice(0, 4) === day.slice(0, 4)) expect(shareOfYear(next)).toBeGreaterThan(shareOfYear(day))
      },
    ),
  )
})
