import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TimelineEntry } from './timeline.tsx'
import { shareOfYear, timelineYears } from './timeline-years.ts'

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
    'year' in part ? part.year : [part.from, part.until, part.future],
  )

test('shows the years with an entry, that of today, and the silence between', () => {
  expect(years([entry('1999-01-01', '1999-12-31'), entry('2009-05-01'), entry('2011-01-01')])).toEqual([
    1999,
    [2000, 2008, false],
    2009,
    [2010, 2010, false],
    2011,
    [2012, 2016, false],
    2017,
  ])
})

test('does not call the years to come a silence', () => {
  expect(years([entry('2025-04-22')])).toEqual([2017, [2018, 2024, true], 2025])
})

test('lists an entry over two years in the first and marks it in both', () => {
  const columns = timelineYears([entry('2015-09-01', '2016-08-31')], '2016-12-31')
  expect(columns).toMatchObject([
    { year: 2015, entries: [{ from: '2015-09-01' }], marks: [{ start: 66.6, end: 100 }] },
    { year: 2016, entries: [], marks: [{ start: 0, end: 66.4 }] },
  ])
})

test('marks only the beginning of a span of decades', () => {
  expect(years([entry('1950-01-01', '1999-12-31')], '1999-06-01')).toEqual([1950, [1951, 1998, false], 1999])
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
